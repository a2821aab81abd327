import CableArchive
import TerminalUI
import TestSupport
import Testing

@testable import CableBrowser

struct ArrivalTests {
  @Test func `cables that are imported meanwhile are there with the next search`() throws {
    let folder = try TemporaryFolder()
    let path = folder("cables.reftel")
    let archive = try Archive.open(path: path, createsIfAbsent: true)
    let texts = try folder.writeTexts(cables: 30, seed: 3, to: "texts")
    _ = try CableImport(paths: [texts], archive: archive).run { _ in }
    let browser = try browse("", .archive(path))
    #expect(browser.rows[0].contains("30 cables"))
    _ = try CableImport(paths: [Seeds.folder], archive: archive).run { _ in }
    try browser.type("/libya wmd<Enter>")
    #expect(browser.rows[0].contains("of 35 cables"))
    #expect(browser.status.contains("archive 35"))
    try browser.type("<Esc>")
    #expect(browser.title.contains("of 35"))
  }

  @Test func `drawing anew looks again`() throws {
    let folder = try TemporaryFolder()
    let path = folder("cables.reftel")
    let archive = try Archive.open(path: path, createsIfAbsent: true)
    let texts = try folder.writeTexts(cables: 30, seed: 3, to: "texts")
    _ = try CableImport(paths: [texts], archive: archive).run { _ in }
    let browser = try browse("jj", .archive(path))
    let selected = browser.row(with: ">")
    _ = try CableImport(paths: [Seeds.folder], archive: archive).run { _ in }
    try browser.type("<C-l>")
    #expect(browser.title.contains("of 35"))
    #expect(browser.rows[0].contains("35 cables"))
    // Where the reader was stays selected.
    #expect(browser.row(with: ">") == selected)
  }

  @Test func `a message that is too long for its row takes more of them`() throws {
    let browser = try browse(":set nonsense<Enter>")
    let text = browser.rows.suffix(4).joined(separator: " ")
    #expect(text.contains("There is no setting nonsense"))
    #expect(text.contains("wrap"))
  }

  @Test func `the end of a long list says where it is in a narrow pane`() throws {
    let folder = try TemporaryFolder()
    let texts = try folder.writeTable(cables: 1_100, seed: 3, to: "cables.csv")
    let browser = try browse("G", .files([texts]))
    #expect(browser.title.contains("1,100 of 1,100"))
  }
}
