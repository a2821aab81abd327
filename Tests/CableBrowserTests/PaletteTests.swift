import CableBrowser
import TerminalUI
import TestSupport
import Testing

@Suite struct PaletteTests {
  @Test func `words narrow the palette by name and text, keys are shown`() throws {
    let browser = try browse("<C-p>")
    #expect(browser.title.contains("\(Command.all.count) commands"))
    try browser.type("switch-pane")
    #expect(browser.title.contains("1 command ·"))
    #expect(browser.row(with: "> switch-pane")?.contains("Ctrl-W") == true)
  }

  @Test func `Enter carries out the chosen command`() throws {
    let browser = try browse("<C-p>bottom<Enter>")
    #expect(browser.listRows.first { $0.hasPrefix(">") }?.contains("03ROME1605") == true)
    try browser.type("<C-p>links<Down><Up><Enter>")
    #expect(browser.screen.text.contains("Links of 03ROME1605"))
  }

  @Test func `a command that needs something opens the line with its name`() throws {
    #expect(try browse("<C-p>source<Enter>").status.hasPrefix(":source  "))
  }

  @Test func `what can't be done says why, and stands last`() throws {
    let browser = try browse("<C-p>where")
    try browser.type("<C-u>back<Enter>")
    #expect(browser.status.contains("This is where you started"))
    let rows = try browse("<C-p>back").rows
    #expect(rows.contains { $0.contains("This is where you started") })
    let dim = try browse("<C-p>back", columns: 100).screen
    let row = try #require((0..<24).first { dim.row($0).contains("This is where") })
    let column = try #require(
      dim.row(row).firstRange(of: "This").map {
        dim.row(row).distance(from: dim.row(row).startIndex, to: $0.lowerBound)
      })
    #expect(dim.style(at: Point(column: column, row: row)).attributes.contains(.dim))
  }

  @Test func `Esc leaves the palette, no word found says so`() throws {
    let before = try browse().rows
    #expect(try browse("<C-p>xyzzy<Esc>").rows == before)
    #expect(try browse("<C-p>xyzzy<Enter>").status.contains("No command holds these words"))
  }

  @Test(arguments: [
    ("<C-p>", "Commands"), ("?<C-p>", "Commands"),
  ]) func `opens over the panes and over help`(keys: String, words: String) throws {
    #expect(try browse(keys).title.contains(words))
  }

  @Test func `a click carries out a command, one beside the palette leaves it`() throws {
    let browser = try browse("<C-p>go to the end", columns: 100)
    let row = try #require(browser.rows.firstIndex { $0.contains("> bottom") })
    browser.send(MouseEvent(kind: .press, button: .left, position: Point(column: 30, row: row)))
    #expect(browser.listRows.first { $0.hasPrefix(">") }?.contains("03ROME1605") == true)
    try browser.type("<C-p>")
    browser.send(MouseEvent(kind: .press, button: .left, position: Point(column: 0, row: 5)))
    #expect(browser.title.hasPrefix("─ Cables"))
  }

  @Test func `help is narrowed by name, text and key`() throws {
    let browser = try browse("?/", columns: 100)
    try browser.type("splitter xyz")
    #expect(browser.screen.text.contains("No command holds these words"))
    try browser.type("<C-u>previous-hit")
    #expect(browser.row(with: "Go to the hit before") != nil)
    #expect(browser.row(with: "Go down one row") == nil)
    try browser.type("<C-u>first hit")
    #expect(browser.row(with: "previous-hit") == nil)
    try browser.type("<C-u>Ctrl-W")
    #expect(browser.row(with: "Go to the other pane") != nil)
    #expect(browser.row(with: "Quit") == nil)
    try browser.type("<Enter>j")
    #expect(browser.row(with: "Go to the other pane") != nil)
    try browser.type("/<Esc>")
    #expect(browser.row(with: "Go down one row") != nil)
    try browser.type("q")
    #expect(browser.listRows.count == 5)
  }

  @Test func `help opens with words of the line`() throws {
    let browser = try browse(":help suspend<Enter>", columns: 100)
    #expect(browser.row(with: "the shell's fg comes back") != nil)
    #expect(browser.row(with: "Go down one row") == nil)
  }
}
