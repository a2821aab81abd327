import CableBrowser
import TerminalUI
import TestSupport
import Testing

@Suite struct MouseTests {
  private func click(_ browser: HeadlessBrowser, _ column: Int, _ row: Int) {
    for kind in [MouseEvent.Kind.press, .release] {
      browser.send(
        MouseEvent(kind: kind, button: .left, position: Point(column: column, row: row)))
    }
  }

  private func turn(_ browser: HeadlessBrowser, _ kind: MouseEvent.Kind, _ column: Int, _ row: Int)
  {
    browser.send(MouseEvent(kind: kind, button: .none, position: Point(column: column, row: row)))
  }

  @Test func `a click selects a cable, another opens it`() throws {
    let browser = try browse()
    click(browser, 5, 4)
    #expect(browser.title.contains("03ROME4715"))
    #expect(browser.status.contains("Enter read"))
    click(browser, 5, 4)
    #expect(browser.status.contains("Enter follow"))
  }

  @Test func `a click in the facets shows another or lets a value in, and lets it go again`() throws
  {
    let browser = try browse("F")
    let tabs = try #require(browser.row(with: "[Class]"))
    let year = try #require(tabs.firstRange(of: "Year")?.lowerBound)
    click(browser, tabs.distance(from: tabs.startIndex, to: year), 2)
    #expect(browser.row(with: "[Year]") != nil)
    let row = try #require(browser.rows.firstIndex { $0.contains("2004") })
    click(browser, 10, row)
    #expect(browser.rows[0].contains("date:2004 "))
    click(browser, 10, row)
    #expect(!browser.rows[0].contains("date:2004"))
    click(browser, 10, 20)
    #expect(browser.row(with: "[Year]") != nil)
  }

  @Test func `a click on a bar chooses it, another narrows to it`() throws {
    let browser = try browse("H")
    click(browser, 2, 10)
    #expect(browser.row(with: "2003-04  1 cable") != nil)
    click(browser, 2, 10)
    #expect(browser.rows[0].contains("date:2003-04"))
    click(browser, 79, 23)
    #expect(browser.rows[0].contains("date:2003-04"))
  }

  @Test(arguments: [(40, "[Labels]"), (80, "[Labels]")])
  func `the facet that shows has its tab in sight`(
    columns: Int, tab: String
  ) throws {
    let browser = try browse(":label x<Enter>F<S-Tab>", columns: columns, rows: 12)
    #expect(browser.row(with: tab) != nil)
    #expect(browser.row(with: "x  ") != nil)
  }

  @Test func `a click leaves the cable that a line is typed for`() throws {
    let browser = try browse(":note a thought")
    click(browser, 5, 4)
    try browser.type("<Enter>")
    #expect(browser.status.contains("Noted on 07ROME1919"))
    #expect(browser.listRows[0].hasPrefix(">"))
  }

  @Test func `a click on a link follows it`() throws {
    let browser = try browse("jj")
    let row = try #require(browser.rows.firstIndex { $0.contains("B 03ROME4580") })
    let column = browser.rows[row].prefix { $0 != "│" }.count + 2 + 9
    click(browser, column, row)
    #expect(browser.title.contains("03ROME4580"))
    try browser.type("[")
    #expect(browser.title.contains("03ROME4715"))
  }

  @Test func `the wheel scrolls the pane under the pointer and selects nothing`() throws {
    let browser = try browse()
    turn(browser, .wheelDown, 60, 10)
    #expect(!browser.screen.text.contains("SUBSTITUTE FOR UNSC ACTION"))
    #expect(browser.listRows.first { $0.hasPrefix(">") }?.contains("07ROME1919") == true)
    turn(browser, .wheelUp, 60, 10)
    #expect(browser.screen.text.contains("SUBSTITUTE FOR UNSC ACTION"))
  }

  @Test func `the line between the panes can be dragged`() throws {
    let browser = try browse(columns: 100)
    let before = browser.title.prefix { $0 != "┬" }.count
    browser.send(
      MouseEvent(kind: .press, button: .left, position: Point(column: before, row: 5)))
    browser.send(MouseEvent(kind: .drag, button: .left, position: Point(column: 60, row: 5)))
    browser.send(MouseEvent(kind: .release, button: .left, position: Point(column: 60, row: 5)))
    #expect(browser.title.prefix { $0 != "┬" }.count == 60)
    browser.send(MouseEvent(kind: .drag, button: .left, position: Point(column: 30, row: 5)))
    #expect(browser.title.prefix { $0 != "┬" }.count == 60)
  }

  @Test func `clicks anywhere leave a whole frame`() throws {
    var random = SeededGenerator(seed: 7)
    let browser = try browse("f")
    for _ in 0..<400 {
      let point = Point(
        column: Int.random(in: 0..<90, using: &random), row: Int.random(in: 0..<30, using: &random))
      let kinds: [MouseEvent.Kind] = [.press, .release, .drag, .wheelUp, .wheelDown]
      browser.send(
        MouseEvent(
          kind: kinds.randomElement(using: &random) ?? .press, button: .left, position: point))
      #expect(browser.rows.count == 24)
      #expect(browser.rows.allSatisfy { TextWidth.columns(of: $0) <= 80 })
    }
  }
}
