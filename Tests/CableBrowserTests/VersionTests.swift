import CableBrowser
import TerminalUI
import TestSupport
import Testing

@Suite struct VersionTests {
  /// A folder with a cable in two texts, one of them twice.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let head = "CONFIDENTIAL ROME 001234\n\nE.O. 12958: DECL: 01/02/2013\nTAGS: PREL, IT\n"
    let short = Array("\(head)SUBJECT: THE SHORT TEXT\n\n1. (C) Little.\n\nSEMBLER\n".utf8)
    let long = Array(
      "\(head)SUBJECT: THE FULL TEXT\n\n1. (C) Much more of it.\n\n2. (C) And more.\n\nSEMBLER\n"
        .utf8)
    try folder.write(short, to: "a.txt")
    try folder.write(long, to: "b.txt")
    try folder.write(short, to: "c.txt")
    return folder
  }

  @Test func `the fullest text of a cable is listed, the others can be reached`() throws {
    let folder = try folder()
    let browser = try browse(columns: 100, paths: [folder.path])
    #expect(browser.listRows.count == 1)
    #expect(browser.rows[0].contains(" 1 cable "))
    #expect(browser.listRows[0].contains("THE FULL"))
    #expect(browser.screen.text.contains("2 versions of this cable"))
    try browser.type("Vj<Enter>")
    #expect(browser.screen.text.contains("Little."))
    try browser.type("[")
    #expect(browser.screen.text.contains("Much more of it."))
  }

  @Test func `the choice tells the texts apart by number, size, file and what is different`() throws
  {
    let folder = try folder()
    let browser = try browse("V", columns: 80, paths: [folder.path])
    let rows = browser.rows.filter { $0.hasPrefix("│ ") }
    #expect(rows.count == 2)
    #expect(rows[0].contains("> * 1  145 bytes  b.txt     listed"))
    #expect(rows[1].contains("2  119 bytes  a.txt +1  other subject, 1 paragraph less"))
    try browser.type("j<Enter>")
    #expect(browser.screen.text.contains("this is number 2"))
    try browser.type("V")
    #expect(browser.row(with: "> * 2 ") != nil)
  }

  @Test func `texts of files with the same name have their folders`() throws {
    let folder = try TemporaryFolder()
    let head = "CONFIDENTIAL ROME 1\n\nE.O. 12958: DECL: 01/02/2013\nTAGS: PREL\nSUBJECT: A\n\n"
    try folder.write("\(head)1. (U) One text.\n", to: "old/a.txt")
    try folder.write("\(head)1.   (U) One\ntext.\n", to: "new/a.txt")
    try folder.write("\(head)1. (U) An other text.\n", to: "third/a.txt")
    let browser = try browse("V", columns: 100, paths: [folder.path])
    #expect(browser.row(with: "third/a.txt  listed") != nil)
    #expect(browser.row(with: "old/a.txt") != nil)
    #expect(browser.row(with: "other words") != nil)
  }

  @Test func `a cable with one text says so`() throws {
    #expect(try browse("V").status.contains("one text"))
  }
}
