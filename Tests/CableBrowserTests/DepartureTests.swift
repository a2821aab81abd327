import CableArchive
import TerminalUI
import TestSupport
import Testing

@testable import CableBrowser

@Suite struct DepartureTests {
  @Test func `the place and the query are the same in the archive`() throws {
    let folder = try TemporaryFolder()
    let path = folder("cables.reftel")
    let archive = try Archive.open(path: path, createsIfAbsent: true)
    // Another cable of the same day comes first, so that rows have other numbers.
    for index in 0..<Seeds.names.count {
      let text = String(decoding: try Seeds.bytes(index), as: UTF8.self)
      try folder.write(text.replacing("4580", with: "4581"), to: "more/\(index).txt")
    }
    _ = try CableImport(paths: [folder("more")], archive: archive).run { _ in }
    _ = try CableImport(paths: [Seeds.folder], archive: archive).run { _ in }
    let files = try browse("/libya<Enter>j<Enter><C-d>")
    let place = try #require(files.saved.place)
    let old = try Archive.inMemory()
    try PathLoad(paths: [Seeds.folder], archive: old).run { _ in }
    let moved = try files.saved.moved(from: old, to: archive)
    #expect(moved.query == "libya")
    #expect(moved.place?.row != place.row)
    let browser = try HeadlessBrowser(
      .archive(path), size: Size(columns: 80, rows: 24), restoring: moved)
    try browser.type("n")
    try files.type("n")
    #expect(browser.title.contains("03ROME4580"))
    #expect(browser.title.suffix(30) == files.title.suffix(30))
    #expect(browser.rows[0].contains("of 6 cables"))
  }

  @Test func `a cable that the archive does not hold is left out`() throws {
    let folder = try TemporaryFolder()
    let archive = try Archive.open(path: folder("cables.reftel"), createsIfAbsent: true)
    let old = try Archive.inMemory()
    try PathLoad(paths: [Seeds.folder], archive: old).run { _ in }
    let moved = try browse("j<Enter>").saved.moved(from: old, to: archive)
    #expect(moved.place == nil)
    #expect(moved.back.isEmpty)
  }
}
