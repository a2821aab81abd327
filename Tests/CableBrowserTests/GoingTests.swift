import CableBrowser
import TerminalUI
import TestSupport
import Testing

@Suite struct GoingTests {
  @Test(arguments: ["03ROME4580", "2003 Rome 04580", "rome 4580", "03 ROME 4580"])
  func `gr goes to an id in any spelling`(id: String) throws {
    let browser = try browse("gr")
    #expect(browser.status.hasPrefix(":goto "))
    browser.paste(id)
    try browser.type("<Enter>")
    #expect(browser.title.contains("03ROME4580 · CONFIDENTIAL"))
    try browser.type("[")
    #expect(browser.title.contains("07ROME1919"))
  }

  @Test func `gr completes ids, absent ones too, and goes to their page`() throws {
    let browser = try browse("gr")
    browser.paste("03STATE2")
    try browser.type("<Tab><Enter>")
    #expect(browser.title.contains("03STATE282619 · not in archive"))
    try browser.type("gr")
    browser.paste("nonsense")
    try browser.type("<Enter>")
    #expect(browser.status.contains("names no cable"))
  }

  @Test func `the choice of links has tabs and a filter`() throws {
    let browser = try browse("3jf", columns: 100)
    #expect(browser.screen.text.contains("[refers to] · cited by · TAGS and posts"))
    try browser.type("<Tab>")
    #expect(browser.row(with: "> cited by 03ROME4715") != nil)
    try browser.type("<Tab>")
    #expect(browser.row(with: "Search for from:ROME") != nil)
    try browser.type("/PARM")
    #expect(browser.row(with: "from:ROME") == nil)
    try browser.type("<Enter>")
    #expect(browser.rows[0].contains("tag:PARM"))
    try browser.type("[")
    #expect(browser.rows[0].contains("5 cables"))
  }

  @Test func `a filter that nothing holds says so, Esc takes it away, then closes`() throws {
    let browser = try browse("jjf/zzz", columns: 100)
    #expect(browser.screen.text.contains("Nothing here holds these words"))
    try browser.type("<Esc>")
    #expect(browser.row(with: "03ROME4580") != nil)
    #expect(browser.screen.text.contains("Links of"))
    try browser.type("<Esc>")
    #expect(!browser.screen.text.contains("Links of"))
  }

  @Test func `a click on a TAG or a post searches, Tab stays with references`() throws {
    for (words, query) in [("KNNP Nuclear", "tag:KNNP"), ("Embassy Rome", "from:ROME")] {
      let browser = try browse("jj")
      let row = try #require(browser.rows.firstIndex { $0.contains(words) })
      let line = browser.rows[row]
      let start = try #require(line.firstRange(of: words)?.lowerBound)
      let column = TextWidth.columns(of: String(line[..<start]))
      for kind in [MouseEvent.Kind.press, .release] {
        browser.send(
          MouseEvent(kind: kind, button: .left, position: Point(column: column, row: row)))
      }
      #expect(browser.rows[0].contains(query))
    }
    #expect(try browse("jj<Tab>").status.contains("→ A 03STATE282619"))
  }

  @Test func `p looks at the target without going there`() throws {
    let browser = try browse("jj<Tab><Tab>p", columns: 100)
    #expect(browser.screen.text.contains("Peek: 03ROME4580"))
    #expect(browser.screen.text.contains("ITALY: LIBYAN ILLEGAL IMMIGRATION"))
    try browser.type("q")
    #expect(browser.title.contains("03ROME4715"))
    #expect(try browse("jjp").status.contains("Tab selects one"))
  }

  @Test func `gh lists where the reader has been and goes there`() throws {
    let browser = try browse("jj<Tab><Tab><Enter><Tab><Enter>", columns: 120)
    #expect(browser.title.contains("03STATE282619"))
    try browser.type("gh")
    #expect(browser.row(with: "> * 03STATE282619  not in archive") != nil)
    #expect(browser.row(with: "    03ROME4580  ITALY: LIBYAN") != nil)
    try browser.type("jj<Enter>")
    #expect(browser.title.contains("03ROME4715"))
    try browser.type("]")
    #expect(browser.title.contains("03ROME4580"))
    try browser.type("]")
    #expect(browser.title.contains("03STATE282619"))
    #expect(try browse("gh").status.contains("no history"))
  }

  @Test func `a star searches for the selected link or the hit`() throws {
    let browser = try browse("jj<Tab><Tab>*")
    #expect(browser.rows[0].contains("03ROME4580"))
    let other = try browse("l/on september<Enter>*")
    #expect(
      other.rows[0].contains("\"On September\"") || other.rows[0].contains("\"on september\""))
    #expect(try browse("*").status.contains("Select a link"))
  }

  @Test func `a mark comes back to cable and place, two quotes to the place before`() throws {
    let browser = try browse("l<C-d>ma", columns: 100, rows: 16)
    let marked = browser.rows.dropLast()
    try browser.type("gg")
    #expect(browser.rows.dropLast() != marked)
    try browser.type("'a")
    #expect(browser.rows.dropLast() == marked)
    try browser.type("''")
    #expect(browser.screen.text.contains("From   Embassy Rome"))
    try browser.type("''")
    #expect(browser.rows.dropLast() == marked)
    try browser.type("qjj'a")
    #expect(browser.title.contains("07ROME1919"))
    #expect(browser.rows[5].drop { $0 != "│" } == marked[5].drop { $0 != "│" })
    #expect(try browse("'z").status.contains("No mark z"))
    #expect(try browse("''").status.contains("no place before"))
  }

  @Test func `a explains abbreviations by the sending post, marks and TAGS`() throws {
    let browser = try browse("la", columns: 120, rows: 60)
    let text = browser.screen.text
    #expect(text.contains("Abbreviations on the screen"))
    #expect(text.contains("IAEA"))
    #expect(text.contains("International Atomic Energy Agency"))
    #expect(text.contains("(C)"))
    #expect(text.contains("confidential"))
    #expect(
      try browse("jja", columns: 120, rows: 60).screen.text.contains("Nuclear Non-Proliferation"))
  }

  @Test func `R shows the tree in both directions, absent cables in it, cycles cut`() throws {
    let browser = try browse("jjR", columns: 120)
    #expect(browser.screen.text.contains("[refers to]"))
    #expect(browser.row(with: "├ A 03STATE282619~  not in archive") != nil)
    #expect(browser.row(with: "├ B 03ROME4580~") != nil)
    #expect(browser.row(with: "│ └ C 03ROME2917") != nil)
    try browser.type("jj<Enter>")
    #expect(browser.title.contains("03STATE282619"))
    let other = try browse("3jR<Tab>", columns: 120)
    #expect(other.row(with: "└ B 03ROME4715") != nil)
  }

  @Test func `cables that refer to one another end the tree`() throws {
    let folder = try TemporaryFolder()
    for (number, other) in [(100, 200), (200, 100)] {
      try folder.write(
        "UNCLAS ROME \(number)\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: CABLE \(number)\nREF: 05 ROME \(other)\n\n1. (U) Text.\n",
        to: "05ROME\(number).txt")
    }
    let browser = try browse("R", columns: 120, paths: [folder.path])
    #expect(browser.screen.text.contains("(again)"))
  }
}
