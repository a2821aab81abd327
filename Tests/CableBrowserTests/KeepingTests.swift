import CableArchive
import CableNotebook
import Foundation
import TerminalUI
import TestSupport
import Testing

@testable import CableBrowser

struct KeepingTests {
  let folder: TemporaryFolder
  var path: String { folder("notebook.jsonl") }

  init() throws { folder = try TemporaryFolder() }

  private func open(_ keys: String = "", tracksReading: Bool = false) throws -> HeadlessBrowser {
    let browser = try HeadlessBrowser(
      .files([Seeds.folder]), size: Size(columns: 100, rows: 24), restoring: nil,
      notebook: NotebookFile(path: path), tracksReading: tracksReading)
    try browser.type(keys)
    return browser
  }

  private func kept() throws -> Notebook {
    var notebook = Notebook()
    for change in try NotebookFile(path: path).news().changes { notebook.apply(change) }
    return notebook
  }

  @Test func `a bookmark shows in the list and in the cable, and is there the next time`() throws {
    let browser = try open("b")
    #expect(browser.listRows[0].hasPrefix(">*   2007-09-10"))
    #expect(browser.listRows[1].hasPrefix("     2004-10-06"))
    #expect(browser.row(with: "Mine   bookmarked") != nil)
    let again = try open()
    #expect(again.listRows == browser.listRows)
    #expect(again.row(with: "Mine   bookmarked") != nil)
    try again.type("b")
    #expect(again.listRows[0].hasPrefix(">2007-09-10"))
    #expect(again.row(with: "Mine") == nil)
    #expect(try kept().entries.isEmpty)
  }

  @Test func `a narrow list shows the letter that counts most`() throws {
    let browser = try open("bjt<Esc>:label x<Enter>j:note y<Enter>")
    browser.resize(to: Size(columns: 80, rows: 24))
    #expect(
      browser.listRows.map { String($0.prefix(7)) } == [
        " * 2007", " # 2004", ">n 2003", "   2003", "   2003",
      ])
  }

  @Test func `a list without room for a column shows the letter in front`() throws {
    let browser = try open("bjt<Esc>:label x<Enter>j:note y<Enter>jj:set split 32<Enter>")
    #expect(
      browser.listRows.map { String($0.prefix(6)) } == [
        "*2007-", "#2004-", "n2003-", " 2003-", ">2003-",
      ])
    try browser.type("k.k")
    #expect(
      browser.listRows.map { String($0.prefix(6)) } == [
        "*2007-", "#2004-", "n2003-", "+2003-", " 2003-",
      ])
  }

  @Test func `labels are given, completed and taken away`() throws {
    let browser = try open("jt")
    #expect(browser.status.hasPrefix(":label "))
    try browser.type("Libya arms-deal<Enter>")
    #expect(browser.status.contains("04ROME3933: #arms-deal #libya"))
    #expect(browser.listRows[1].hasPrefix("> #  2004-10-06"))
    #expect(browser.row(with: "Mine   #arms-deal · #libya") != nil)
    try browser.type(":label \(String(repeating: "a", count: 41))<Enter>")
    #expect(browser.status.contains("A label has 40 letters at most"))
    try browser.type("jtar<Tab><Enter>")
    #expect(try kept()["03ROME4715"].labels == ["arms-deal"])
    try browser.type("kt-libya<Enter>")
    #expect(try kept()["04ROME3933"].labels == ["arms-deal"])
  }

  @Test func `a note is written at once or in the editor, and shown in the cable`() throws {
    let browser = try open(":note Ask again.<Enter>")
    #expect(browser.row(with: "Mine   Ask again.") != nil)
    #expect(browser.listRows[0].hasPrefix(">  n 2007-09-10"))
    try browser.type("b")
    #expect(browser.row(with: "Mine   bookmarked") != nil)
    #expect(browser.row(with: "       Ask again.") != nil)
    #expect(try kept()["07ROME1919"].note == "Ask again.")
  }

  @Test func `a cable that was opened counts as read, one that was looked at does not`() throws {
    let browser = try open("jj<Enter>q", tracksReading: true)
    #expect(
      browser.listRows.map { String($0.prefix(5)) } == [
        "     ", "     ", ">r   ", "     ", "     ",
      ])
    #expect(try kept().entries.keys.sorted() == ["03ROME4715"])
    try browser.type("U")
    #expect(try kept().entries.isEmpty)
    // While it is being read it stays unread.
    try browser.type("<Enter>Ujk")
    #expect(try kept().entries.isEmpty)
    try browser.type("J")
    #expect(try kept()["03ROME4580"].isRead)
  }

  @Test func `what is read of files is kept nowhere, but found until the browser is left`() throws {
    let browser = try open("jj<Enter>q/is:read<Enter>")
    #expect(browser.row(with: "1–1 of 1") != nil)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `picked cables are marked together, and let go of`() throws {
    let browser = try open("j..")
    #expect(browser.title.contains("2 picked"))
    #expect(browser.listRows.map { String($0.prefix(1)) } == [" ", "+", "+", ">", " "])
    try browser.type("b")
    #expect(try kept().entries.keys.sorted() == ["03ROME4715", "04ROME3933"])
    try browser.type("yi")
    #expect(browser.clipboard == "04ROME3933\n03ROME4715")
    try browser.type("<Esc>")
    #expect(!browser.title.contains("picked"))
    try browser.type("k.k.b")
    #expect(try kept()["04ROME3933"].isBookmarked)
  }

  @Test func `picked cables alone are written to a file`() throws {
    let browser = try open(".j.:")
    browser.paste("export \(folder("some.csv"))")
    try browser.type("<Enter>")
    let text = try String(contentsOf: URL(filePath: folder("some.csv")), encoding: .utf8)
    #expect(browser.status.contains("2 cables written"))
    #expect(text.contains("07ROME1919,") && text.contains("03ROME4715,"))
    #expect(!text.contains("04ROME3933,"))
  }

  @Test func `searches are saved, chosen and forgotten`() throws {
    _ = try open("/libya tag:KNNP<Enter>:save-search my own<Enter><Esc>")
    #expect(try kept().searches == ["my own": "libya tag:KNNP"])
    let again = try open("gs")
    #expect(again.row(with: "> my own  libya tag:KNNP") != nil)
    try again.type("<Enter>")
    #expect(again.rows[0].contains("libya tag:KNNP"))
    #expect(again.row(with: "2 of 5 cables") != nil)
    try again.type(":forget-search my own<Enter>")
    #expect(try kept().searches.isEmpty)
  }

  @Test func `what another browser keeps is heard of with the next change`() throws {
    let (one, other) = (try open(), try open())
    try one.type("b")
    try other.type("jb")
    #expect(other.listRows.map { String($0.prefix(2)) } == [" *", ">*", "  ", "  ", "  "])
  }

  @Test func `a notebook that can't be written is told of, and nothing else is lost`() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let browser = try open("b")
    #expect(browser.row(with: "notebook") != nil)
    // What the list shows is what is kept.
    try browser.type("j")
    #expect(browser.listRows[1].hasPrefix(">2004"))
  }

  @Test func `damaged lines are told of`() throws {
    try folder.write(
      "{\"cables\":[\"03ROME4715\"],\"bookmark\":true}\nnonsense\n", to: "notebook.jsonl")
    let browser = try open()
    #expect(browser.status.contains("1 line of the notebook cannot be read"))
    #expect(browser.listRows[2].hasPrefix(" *"))
  }

  @Test func `the place in a cable stays where a bookmark comes above it`() throws {
    let browser = try open("<Enter><C-d><C-d>")
    let text = browser.rows.dropFirst(2).first.map { $0.drop { $0 != "│" } }
    try browser.type("b")
    #expect(browser.rows.dropFirst(2).first.map { $0.drop { $0 != "│" } } == text)
  }

  @Test func `what is said is on the disk; what could not be kept is taken back`() throws {
    let browser = try open("b")
    #expect(browser.status.contains("Bookmarked 07ROME1919"))
    #expect(try kept()["07ROME1919"].isBookmarked)
    unlink(path)
    folder.makeFolder("notebook.jsonl")
    try browser.type("jb")
    #expect(!browser.status.contains("Bookmarked"))
    #expect(browser.listRows[1].hasPrefix(">    2004"))
  }

  @Test func `keys typed fast toggle what they see`() throws {
    let browser = try open()
    browser.sendFast(try Key.parse("bbbjbb:label x<Enter>:label -x<Enter>"))
    #expect(try kept().entries.keys.sorted() == ["07ROME1919"])
    #expect(browser.listRows[0].hasPrefix(" *"))
  }

  @Test func `a note comes back from the editor; one that could not be kept is not lost`() throws {
    let browser = try open()
    var seen: [String] = []
    browser.editNote = { text in
      seen.append(text)
      return text + "More.\n\n"
    }
    try browser.type("e")
    #expect(browser.status.contains("Noted on 07ROME1919"))
    browser.editNote = { $0 }
    try browser.type("e")
    #expect(browser.status.contains("The note is as it was"))
    unlink(path)
    folder.makeFolder("notebook.jsonl")
    browser.editNote = { _ in "hours of work" }
    browser.resize(to: Size(columns: 250, rows: 24))
    try browser.type("e")
    #expect(browser.status.contains("The text is not lost yet: e opens it again."))
    rmdir(path)
    browser.editNote = { text in
      seen.append(text)
      return text
    }
    try browser.type("e")
    #expect(seen == ["", "hours of work"])
    #expect(try kept()["07ROME1919"].note == "hours of work")
  }

  @Test func `without a file for it, what is kept is said not to last`() {
    var state = BrowserState(size: Size(columns: 120, rows: 24))
    state.hasNotebookFile = false
    _ = state.handle(.kept(.bookmark(["03ROME1605"], true), Notebook(), isSaid: true))
    #expect(state.message?.text == "Bookmarked 03ROME1605, until the browser is left")
  }

  @Test func `notes of two browsers are both kept`() throws {
    let (one, other) = (try open(":note first<Enter>"), try open())
    try one.type(":note theirs<Enter>")
    try other.type(":note mine<Enter>")
    #expect(other.status.contains("both are in it"))
    #expect(try kept()["07ROME1919"].note == "mine\n\ntheirs")
  }

  @Test func `an absent cable can be bookmarked and noted`() throws {
    let browser = try open("gr03STATE282619<Enter>b:note to be found<Enter>")
    #expect(browser.row(with: "Mine    bookmarked") != nil)
    #expect(browser.row(with: "        to be found") != nil)
    #expect(try kept()["03STATE282619"].note == "to be found")
  }

  @Test func `a label in the card is a link to all that have it`() throws {
    let browser = try open("tiran<Enter>jjtiran<Enter>f<Tab><Tab><Tab>")
    #expect(browser.row(with: "Search for label:iran") != nil)
    try browser.type("/label<Enter><Enter>")
    #expect(browser.row(with: "2 of 5 cables") != nil)
  }

  @Test func `the list stays while it is being changed, until it is searched again`() throws {
    let browser = try open("bjbgb")
    #expect(browser.listRows.count == 2)
    try browser.type("b")
    #expect(browser.listRows.count == 2)
    try browser.type("<C-l>")
    #expect(browser.listRows.count == 1)
  }

  @Test func `citations and texts of those picked are copied, counts and all are picked`() throws {
    let browser = try open("2.yc")
    #expect(browser.clipboard?.split(separator: "\n").count == 2)
    #expect(browser.clipboard?.contains("cable 04ROME3933") == true)
    try browser.type("ya")
    #expect(browser.clipboard?.contains("Cable           07ROME1919") == true)
    try browser.type("s")
    #expect(browser.status.hasPrefix(":export picked.txt"))
    try browser.type("<Esc>g.")
    #expect(!browser.title.contains("picked"))
    try browser.type("g.")
    #expect(browser.title.contains("5 picked"))
  }

  @Test func `a saved search is forgotten where it is chosen`() throws {
    let browser = try open("gS")
    #expect(browser.status.contains("There is no search to save"))
    try browser.type("/libya<Enter>gSmine<Enter>")
    #expect(browser.status.contains("Saved libya as mine"))
    try browser.type("gsD")
    #expect(browser.status.contains("Forgot the search mine"))
    #expect(try kept().searches.isEmpty)
  }

  @Test func `labels are a facet once there are any`() throws {
    let browser = try open("F")
    #expect(browser.row(with: "Class") != nil)
    #expect(browser.row(with: "Labels") == nil)
    try browser.type("<Esc>:facets label<Enter>")
    #expect(browser.status.contains("There are no labels yet: t gives them"))
    try browser.type("tiran wmd<Enter>jtwmd<Enter>:facets label<Enter>")
    #expect(browser.row(with: "[Labels]") != nil)
    #expect(browser.row(with: "wmd")?.contains("2") == true)
    try browser.type("<Space><Enter>")
    #expect(browser.row(with: "label:wmd") != nil)
    #expect(browser.listRows.count == 2)
    try browser.type("F<S-Tab>jx<Enter>")
    #expect(browser.row(with: "-label:iran") != nil)
    #expect(browser.listRows.count == 1)
  }
}
