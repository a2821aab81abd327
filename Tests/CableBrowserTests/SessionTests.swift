import CableArchive
import Foundation
import TerminalUI
import TestSupport
import Testing

@testable import CableBrowser

struct SessionTests {
  let folder: TemporaryFolder
  let archive: CableCollection

  init() throws {
    folder = try TemporaryFolder()
    let path = folder("cables.reftel")
    let archive = try Archive.open(path: path, createsIfAbsent: true)
    _ = try CableImport(paths: [Seeds.folder], archive: archive).run { _ in }
    try archive.close()
    self.archive = .archive(path)
  }

  func open(_ saved: SavedSession?, _ keys: String = "") throws -> HeadlessBrowser {
    let browser = try HeadlessBrowser(
      archive, size: Size(columns: 100, rows: 24), restoring: saved)
    try browser.type(keys)
    return browser
  }

  @Test(arguments: [
    "", "jj", "/libya<Enter>", "/libya<Enter>j<Enter><C-d>", "S", "o", "+++",
    "/libya<Enter><Tab><Enter>", "/libya<Enter><Tab><Tab><Enter><C-d>[", "j<Enter>G", "O",
  ]) func `the screen is where it was left`(keys: String) throws {
    let left = try open(nil, keys)
    // What was said, which link or hit was chosen is not kept.
    try left.type("<C-l>")
    let again = try open(left.saved, "<C-l>")
    #expect(again.rows.dropLast().map(\.withoutHit) == left.rows.dropLast().map(\.withoutHit))
    #expect(SavedSession(reading: again.saved) == SavedSession(reading: left.saved))
  }

  @Test func `the way back is kept, and what was searched for`() throws {
    let left = try open(nil, "/libya<Enter><Tab><Tab><Enter>")
    #expect(left.row(with: "03ROME4580 ·") != nil)
    let again = try open(left.saved)
    #expect(again.row(with: "03ROME4580 ·") != nil)
    try again.type("[")
    #expect(again.row(with: "03ROME4715 ·") != nil)
    try again.type("<Esc><Esc><Esc>/<Up>")
    #expect(again.rows[0].contains("libya"))
  }

  @Test func `a search that was taken up again is announced, and one key begins anew`() throws {
    let left = try open(nil, "/libya<Enter>Sj")
    let again = try open(left.saved)
    #expect(again.status.contains("The search of the last time: libya"))
    #expect(again.status.contains("gR"))
    try again.type("gR")
    #expect(again.rows[0].contains("5 cables · newest first"))
    #expect(again.row(with: ">")?.contains("07ROME1919") == true)
    #expect(try open(nil).status.contains("last time") == false)
  }

  @Test func `a place that is gone is said to be, and the rest is there`() throws {
    var saved = try open(nil, "/libya<Enter>j<Enter>").saved
    saved.place?.row = 12_345
    let again = try open(saved)
    #expect(again.status.contains("no longer in the archive"))
    #expect(again.rows[0].contains("2 of 5 cables"))
    try again.type("<Esc>gg")
    #expect(again.rows[0].contains("cables"))
  }

  @Test(arguments: ["((", "date:never", "\""]) func `a query that is none any more is left out`(
    query: String
  ) throws {
    var saved = try open(nil).saved
    saved.query = query
    saved.place?.query = query
    #expect(try open(saved).rows[0].contains("5 cables"))
  }

  @Test func `the file is the reader's own, and one for each archive`() throws {
    let environment = ["XDG_STATE_HOME": folder("state")]
    let file = try #require(SessionFile(archive: folder("a/cables.reftel")) { environment[$0] })
    let other = try #require(SessionFile(archive: folder("b/cables.reftel")) { environment[$0] })
    #expect(file.path != other.path)
    #expect(file.path.hasPrefix(folder("state/reftel/sessions/cables.reftel-")))
    let saved = try open(nil, "/libya<Enter>").saved
    file.write(saved)
    #expect(file.read() == saved)
    #expect(other.read() == nil)
    let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(SessionFile(archive: "a") { _ in nil } == nil)
  }

  @Test(arguments: ["", "{", "[]", "{\"version\":99}", "null"])
  func `a damaged file is as none`(content: String) throws {
    let environment = ["XDG_STATE_HOME": folder("state")]
    let file = try #require(SessionFile(archive: "/a") { environment[$0] })
    file.write(try open(nil).saved)
    try Data(content.utf8).write(to: URL(filePath: file.path))
    #expect(file.read() == nil)
  }
}

extension String {
  /// The row without the number of the hit at hand.
  fileprivate var withoutHit: String {
    replacing(/hit \d+\/|─+|\d+ hits/, with: "")
  }
}

extension SavedSession {
  /// A session without what follows from where the list stands.
  fileprivate init(reading other: SavedSession) {
    self = other
    place?.listRow = nil
  }
}
