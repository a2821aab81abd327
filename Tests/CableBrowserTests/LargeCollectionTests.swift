import CableArchive
import TerminalUI
import TestSupport
import Testing

@testable import CableBrowser

struct LargeCollectionTests {
  @Test func `more than is read into memory says so, and what was read is there`() throws {
    let folder = try TemporaryFolder()
    let table = try folder.writeTable(cables: 60, seed: 2, to: "cables.csv")
    let browser = try HeadlessBrowser(
      .files([table]), size: Size(columns: 80, rows: 24), limit: 60_000, restoring: nil)
    #expect(browser.status.contains("Only the first"))
    #expect(browser.status.contains("fit in memory; :import takes all into"))
    try browser.type("j")
    let count = browser.rows[0].split(separator: " ").compactMap { Int($0) }.first ?? 0
    #expect(1..<60 ~= count)
    try browser.type("/the<Enter>")
    #expect(browser.rows[0].contains("of \(count) cables"))
  }

  @Test func `a collection within the limit says nothing`() throws {
    let browser = try HeadlessBrowser(
      .files([Seeds.folder]), size: Size(columns: 100, rows: 24), limit: 20_000, restoring: nil)
    #expect(browser.status.contains("cables 5"))
    #expect(!browser.status.contains("memory"))
  }

  @Test func `an archive is not imported again`() throws {
    let folder = try TemporaryFolder()
    let archive = try Archive.open(path: folder("cables.reftel"), createsIfAbsent: true)
    _ = try CableImport(paths: [Seeds.folder], archive: archive).run { _ in }
    try archive.close()
    let browser = try browse(":import<Enter>", .archive(folder("cables.reftel")))
    #expect(browser.status.contains("an archive already"))
    #expect(browser.rows[0].contains("5 cables"))
    try browser.type("/libya<Enter><Tab><Enter>")
    #expect(browser.row(with: "not in the archive") != nil)
  }

  @Test func `an empty archive says how to fill it`() throws {
    let folder = try TemporaryFolder()
    try Archive.open(path: folder("cables.reftel"), createsIfAbsent: true).close()
    #expect {
      try HeadlessBrowser(
        .archive(folder("cables.reftel")), size: Size(columns: 80, rows: 24))
    } throws: { error in
      (error as? NothingToBrowse)?.problems.first?.contains("reftel import") == true
    }
  }
}
