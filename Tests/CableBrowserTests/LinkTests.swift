import CableBrowser
import TerminalUI
import TestSupport
import Testing

@Suite struct LinkTests {
  /// The peeks of the status line while Tab goes on, without what is known of the targets.
  private func peeks(_ keys: String, key: String = "<Tab>", count: Int) throws -> [String] {
    let browser = try browse(keys, columns: 160, rows: 50)
    return try (0..<count).map { _ in
      try browser.type(key)
      let peek = browser.status.dropFirst(3)
      return String(peek.prefix(upTo: peek.firstRange(of: "  ")?.lowerBound ?? peek.endIndex))
    }
  }

  @Test func `Tab goes through REF items, then mentions, then citing cables`() throws {
    #expect(
      try peeks("3j", count: 6) == [
        "A 03STATE282619~", "B 03ROME3207~", "C 03ROME2917~",
        "A 03STATE282619, B 03ROME3207, C 03ROME2917: Enter to choose", "B 03ROME3207~",
        "03ROME4715",
      ])
  }

  @Test func `REFS B AND C is a link for each letter`() throws {
    #expect(
      try peeks("G", count: 11) == [
        "A 03STATE94815~", "B 03ROME1566~", "C 03ROME1502~", "D 02STATE35257", "E 02STATE13875",
        "A 03STATE94815~", "B 03ROME1566~", "C 03ROME1502~", "A 03STATE94815~",
        "D 02STATE35257", "E 02STATE13875",
      ])
  }

  @Test func `Shift-Tab goes the other way`() throws {
    let forward = try peeks("jj", count: 6)
    let backward = try peeks("jj", key: "<S-Tab>", count: 6)
    #expect(forward == backward.reversed())
  }

  @Test func `Enter follows a reference to the cable it names`() throws {
    let browser = try browse("jj<Tab><Tab><Enter>")
    #expect(browser.title.contains("03ROME4580 · CONFIDENTIAL"))
    #expect(browser.listRows.first { $0.hasPrefix(">") }?.contains("03ROME4580") == true)
  }

  @Test func `an absent cable has a page with who cites it, as what, and links to them`() throws {
    let browser = try browse("jj<Tab><Enter>")
    let text = browser.screen.text
    #expect(text.contains("03STATE282619 is not in the archive"))
    #expect(text.contains("Cited by 2 cables"))
    #expect(text.contains("03ROME4715 as A"))
    #expect(text.contains("03ROME4580 as A"))
    #expect(text.contains("SECSTATE 282619"))
    try browser.type("<Tab><Tab><Enter>")
    #expect(browser.title.contains("03ROME4580 · CONFIDENTIAL"))
  }

  @Test func `an absent cable shows the nearest numbers of its post`() throws {
    let browser = try browse("jj<Tab><Tab><Tab><Enter>", rows: 30)
    #expect(browser.title.contains("03ROME2977 · not in archive"))
    #expect(browser.screen.text.contains("Nearest numbers of the same post"))
    #expect(browser.screen.text.contains("03ROME1605  MTAG"))
  }

  @Test func `a septel says that it can't be resolved`() throws {
    let browser = try browse("j<Tab>")
    #expect(browser.status.contains("can't be resolved"))
    try browser.type("<Enter>")
    #expect(browser.status.contains("can't be resolved"))
    #expect(browser.title.contains("04ROME3933"))
  }

  @Test func `reftel with two references offers the choice by letter`() throws {
    let browser = try browse("<Tab><Tab><Tab><Enter>")
    #expect(browser.screen.text.contains("Which cable?"))
    #expect(browser.screen.text.contains("> A 07STATE124823"))
    try browser.type("b")
    #expect(browser.title.contains("07STATE123352 · not in archive"))
  }

  @Test func `after scrolling Tab begins with what is on the screen`() throws {
    let browser = try browse("lG<Tab>", columns: 80, rows: 40)
    #expect(browser.status.contains("07STATE"))
    let top = try browse("l<Tab>", columns: 80, rows: 40)
    #expect(top.status.contains("A 07STATE124823"))
  }

  @Test func `f lists the links and a letter goes there`() throws {
    let browser = try browse("jjf")
    #expect(browser.screen.text.contains("Links of 03ROME4715"))
    try browser.type("b")
    #expect(browser.title.contains("03ROME4580"))
  }

  @Test func `back and forward restore cable, place, selected link and query`() throws {
    let browser = try browse("/libya<Enter>l<C-d><Tab>", columns: 80, rows: 18)
    let before = browser.rows
    try browser.type("<Enter>")
    let followed = browser.rows
    #expect(followed != before)
    try browser.type("[")
    #expect(browser.rows == before)
    try browser.type("]")
    #expect(browser.title.split(separator: "┬").last == followed[1].split(separator: "┬").last)
    try browser.type("[<Esc><Esc>")
    #expect(browser.listRows.count == 5)
  }

  @Test func `back brings back the query of the place`() throws {
    let browser = try browse("/libya<Enter><Tab><Enter>g/sepah<Enter><Enter>[")
    #expect(browser.rows[0].contains("libya"))
    #expect(browser.title.contains("03STATE282619"))
    try browser.type("[")
    #expect(browser.title.contains("03ROME4715"))
  }

  @Test func `the ends of the history say so`() throws {
    #expect(try browse("[").status.contains("where you started"))
    #expect(try browse("]").status.contains("nothing to go forward to"))
  }
}
