import CableBrowser
import TerminalUI
import TestSupport
import Testing

@Suite struct LayoutTests {
  @Test func `panes stand side by side from 80 columns on, else one above the other`() throws {
    #expect(try browse(columns: 80).title.contains("┬"))
    let stacked = try browse(columns: 79)
    #expect(!stacked.screen.text.contains("┬"))
    let titles = stacked.rows.filter { $0.hasPrefix("─ ") }
    #expect(titles.count == 2)
    #expect(titles.last?.contains("07ROME1919") == true)
  }

  @Test(arguments: [(39, 24), (80, 7), (1, 1), (30, 5), (10, 3)])
  func `a screen too small says so`(columns: Int, rows: Int) throws {
    let browser = try browse(columns: columns, rows: rows)
    #expect(browser.rows[0].hasPrefix(String("Too small".prefix(columns))))
    browser.resize(to: Size(columns: 80, rows: 24))
    #expect(browser.listRows.count == 5)
  }

  @Test(arguments: ["", "?", "/lib", ":", "f", "F", "l", "<C-p>"])
  func `on a screen too small q quits, whatever lies behind`(keys: String) throws {
    let browser = try browse(keys)
    let before = browser.screen
    browser.resize(to: Size(columns: 30, rows: 5))
    try browser.type("jx<Enter><Esc>")
    #expect(!browser.hasQuit)
    browser.resize(to: Size(columns: 80, rows: 24))
    #expect(browser.screen == before)
    browser.resize(to: Size(columns: 30, rows: 5))
    try browser.type("q")
    #expect(browser.hasQuit)
  }

  @Test func `forty by eight is enough to read`() throws {
    let browser = try browse("l", columns: 40, rows: 8)
    #expect(browser.screen.text.contains("ITALY: IAEA/IRAN PLAN"))
    #expect(
      browser.screen.text.contains(" 2007-09-10") || browser.screen.text.contains(">2007-09-10"))
  }

  @Test func `a resize keeps the reading place`() throws {
    let browser = try browse("l", columns: 80, rows: 24)
    try browser.type("<Space><Space>")
    let first = browser.rows[2].drop { $0 != "│" }.dropFirst(2).prefix(12)
    #expect(first.count == 12)
    for size in [
      Size(columns: 60, rows: 20), Size(columns: 200, rows: 50), Size(columns: 41, rows: 9),
    ] {
      browser.resize(to: size)
    }
    browser.resize(to: Size(columns: 80, rows: 24))
    #expect(browser.rows[2].drop { $0 != "│" }.dropFirst(2).prefix(12) == first)
  }

  @Test func `the place read is in sight at any width`() throws {
    let browser = try browse("jjl", columns: 80, rows: 16)
    try browser.type("<Space><Space>")
    let words = browser.rows[4].drop { $0 != "│" }.dropFirst(2).split(separator: " ").prefix(2)
    browser.resize(to: Size(columns: 60, rows: 20))
    let text = browser.rows.joined(separator: " ")
    #expect(words.allSatisfy { text.contains($0) })
  }

  @Test func `o stacks the panes and sets them side by side again`() throws {
    let browser = try browse("o", columns: 100)
    #expect(!browser.screen.text.contains("┬"))
    try browser.type("o")
    #expect(browser.screen.text.contains("┬"))
  }

  @Test func `O gives a pane all the room and shares it again`() throws {
    let browser = try browse("O")
    #expect(!browser.screen.text.contains("SUBSTITUTE FOR UNSC ACTION; IRANIAN DFM\n"))
    #expect(browser.row(with: "IAEA/IRAN PLAN OF ACTION NO SUBSTITUTE FOR") != nil)
    try browser.type("l")
    #expect(!browser.screen.text.contains(">2007-09-10"))
    #expect(browser.row(with: "From   Embassy Rome")?.hasPrefix("From") == true)
    try browser.type("O")
    #expect(browser.screen.text.contains(">2007-09-10"))
  }

  @Test func `plus and minus move the line between the panes`() throws {
    let start = try #require(try browse().title.firstIndex(of: "┬"))
    let wider = try browse("+")
    let narrower = try browse("-")
    let title = try browse().title
    #expect(
      wider.title.distance(
        from: wider.title.startIndex, to: try #require(wider.title.firstIndex(of: "┬")))
        > title.distance(from: title.startIndex, to: start))
    #expect(
      narrower.title.distance(
        from: narrower.title.startIndex, to: try #require(narrower.title.firstIndex(of: "┬")))
        < title.distance(from: title.startIndex, to: start))
  }
}
