import CableBrowser
import TerminalUI
import TestSupport
import Testing

@Suite struct SearchTests {
  @Test func `the list narrows with every letter`() throws {
    let browser = try browse("/")
    var counts: [Int] = []
    for letter in ["l", "i", "b", "y", "a", "n"] {
      try browser.type(letter)
      counts.append(browser.listRows.count)
    }
    #expect(counts.sorted(by: >) == counts)
    #expect(counts.last == 2)
    #expect(browser.rows[0].contains("2 of 5 cables"))
    #expect(browser.cursor == Point(column: 9 + 6, row: 0))
  }

  @Test func `typing fast shows the result of the last word`() throws {
    let browser = try browse()
    browser.sendFast(try Key.parse("/libya<BS><BS><BS><BS><BS>sepah<Enter>"))
    #expect(browser.listRows.count == 1)
    #expect(browser.listRows[0].contains("07ROME1919"))
    #expect(browser.rows[0].contains("sepah"))
    #expect(browser.title.contains("07ROME1919"))
  }

  @Test func `commands typed ahead act on the result they were meant for`() throws {
    let browser = try browse()
    browser.sendFast(try Key.parse("/libya<Enter><Enter><Tab><Tab><Enter>"))
    #expect(browser.title.contains("03ROME4580 · CONFIDENTIAL"))
    #expect(browser.listRows.first { $0.hasPrefix(">") }?.contains("03ROME4580") == true)
    browser.sendFast(try Key.parse("["))
    #expect(browser.title.contains("03ROME4715"))
    let other = try browse()
    other.sendFast(try Key.parse("/libya<Enter>jnn"))
    #expect(other.title.contains("03ROME4580"))
    #expect(other.title.contains("hit 2/"))
  }

  @Test func `hits are highlighted in the subject, the text and the list`() throws {
    let browser = try browse("/libyan<Enter>", columns: 160, rows: 40)
    let screen = browser.screen
    var marked: [String] = []
    for row in 0..<screen.size.rows {
      var word = ""
      for column in 0..<screen.size.columns {
        let style = screen.style(at: Point(column: column, row: row))
        if style.foreground == .yellow, style.attributes.contains(.reverse) {
          word += String(Array(screen.row(row))[column])
        } else if !word.isEmpty {
          marked.append(word)
          word = ""
        }
      }
    }
    #expect(marked.count >= 4)
    #expect(marked.allSatisfy { $0.lowercased().hasPrefix("libya") })
  }

  @Test func `n counts through the hits and goes on to the next cable`() throws {
    let browser = try browse("/migration<Enter>", columns: 120)
    #expect(browser.title.contains("03ROME4715"))
    #expect(browser.title.contains("1 hit"))
    try browser.type("n")
    #expect(browser.title.contains("hit 1/1"))
    try browser.type("n")
    #expect(browser.title.contains("03ROME4715"))
    #expect(browser.status.contains("Wrapped to the first hit"))
  }

  @Test func `after the last hit of the last cable n wraps to the first`() throws {
    let browser = try browse("/libya<Enter>", columns: 120)
    var seen: [String] = []
    for _ in 0..<40 {
      try browser.type("n")
      if browser.title.contains("03ROME4580"), seen.last != "03ROME4580" {
        seen.append("03ROME4580")
      }
      if browser.title.contains("03ROME4715"), seen.last != "03ROME4715" {
        seen.append("03ROME4715")
      }
      if seen.count == 3 { break }
    }
    #expect(seen == ["03ROME4715", "03ROME4580", "03ROME4715"])
    #expect(browser.status.contains("Wrapped to the first cable"))
    #expect(browser.title.contains("hit 1/"))
  }

  @Test func `N goes back to the last hit of the cable before`() throws {
    let browser = try browse("/libya<Enter>j", columns: 120)
    #expect(browser.title.contains("03ROME4580"))
    try browser.type("nN")
    #expect(browser.title.contains("03ROME4715"))
    let title = browser.title
    let hit =
      title.firstRange(of: "hit ").map { title[$0.upperBound...].prefix { $0 != " " } } ?? ""
    let numbers = hit.split(separator: "/")
    #expect(numbers.count == 2 && numbers.first == numbers.last)
  }

  @Test func `Esc brings back what was shown before, place and all`() throws {
    let browser = try browse("jj")
    let before = browser.rows
    try browser.type("/sepah")
    #expect(browser.listRows.count == 1)
    try browser.type("<Esc>")
    #expect(browser.rows == before)
  }

  @Test func `Esc in the list leaves a kept search and stays on the cable`() throws {
    let browser = try browse("/libya<Enter>j<Esc>")
    #expect(browser.listRows.count == 5)
    #expect(browser.listRows.first { $0.hasPrefix(">") }?.contains("03ROME4580") == true)
  }

  @Test(arguments: [
    ("tag:KNNP", 3), ("tag:knnp libya", 2), ("from:ROME", 5), ("class:secret", 2), ("date:2003", 3),
    ("date:2003-10", 2), ("\"plan of action\"", 1), ("migra*", 1), ("iran -libya", 3),
    ("libya OR sepah", 3), ("zzzz", 0), ("DÉCLASSIFIÉ", 0), ("1605", 1), ("03 ROME 1605", 1),
  ]) func `finds what a query asks for`(query: String, count: Int) throws {
    let browser = try browse("/")
    browser.paste(query)
    try browser.type("<Enter>")
    if count == 0 {
      #expect(browser.screen.text.contains("Nothing found"))
    } else {
      #expect(browser.listRows.count == count)
    }
  }

  @Test(arguments: ["date:notadate", "class:zebra"])
  func `a query that is wrong says what is wrong and keeps the last result`(query: String) throws {
    let browser = try browse("/libya")
    try browser.type("<C-u>")
    browser.paste("libya ")
    let rows = browser.listRows
    browser.paste(query)
    #expect(browser.listRows == rows)
    #expect(!browser.status.contains("Enter keep"))
    try browser.type("<Enter>")
    #expect(browser.status.trimmingSuffix().count > 12)
  }

  @Test func `earlier searches come back with Up`() throws {
    let browser = try browse("/libya<Enter><Esc>/sepah<Enter><Esc>/<Up><Up>")
    #expect(browser.rows[0].contains("libya"))
    #expect(browser.listRows.count == 2)
    try browser.type("<Down>")
    #expect(browser.rows[0].contains("sepah"))
  }

  @Test func `pasted text is one line without control characters`() throws {
    let browser = try browse("/")
    browser.paste("lib\u{1B}[2Jya\nitaly")
    #expect(browser.rows[0].unicodeScalars.allSatisfy { $0.value >= 0x20 })
    #expect(browser.rows.count == 24)
  }

  @Test func `a megabyte pasted into the bar is survived`() throws {
    let browser = try browse("/")
    browser.paste(String(repeating: "libya ", count: 170_000))
    #expect(browser.rows.allSatisfy { TextWidth.columns(of: $0) <= 80 })
    try browser.type("<Esc>")
    #expect(browser.listRows.count == 5)
  }

  @Test func `n without a search says what to do`() throws {
    #expect(try browse("n").status.contains("/ searches"))
    #expect(try browse("/tag:KNNP<Enter>n").status.contains("no words to find"))
  }

  /// Cables about oil, oils and oilfields.
  private func oils(_ count: Int = 3) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for number in 1...count {
      let word = ["oil", "oils", "oilfields"][number % 3]
      try folder.write(
        "UNCLAS ROME \(number)\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: ON \(word)\n\n1. (U) On \(word).\n",
        to: "05ROME\(number).txt")
    }
    return folder
  }

  @Test func `says so when whole words find less than the beginning that was typed`() throws {
    let folder = try oils(4)
    let browser = try browse("/oil", paths: [folder.path])
    #expect(browser.rows[0].contains("4 of 4 cables"))
    #expect(browser.listRows[0].contains("05ROME4"))
    try browser.type("<Enter>")
    #expect(browser.rows[0].contains("1 of 4 cables"))
    #expect(browser.status.contains("Whole words: 1; oil* finds 4; 05ROME4 is not among them"))
    try browser.type("/oil*")
    #expect(browser.rows[0].contains("4 of 4 cables"))
    try browser.type("<Enter>")
    #expect(browser.rows[0].contains("4 of 4 cables"))
    #expect(!browser.status.contains("Whole words"))
  }

  @Test func `the selected cable stays selected if whole words find it, too`() throws {
    let folder = try oils(900)
    let browser = try browse("gg", paths: [folder.path])
    let rank = try #require(browser.listRows.lastIndex { $0.hasSuffix("ON oil") })
    try browser.type("\(rank)j")
    let selected = try #require(browser.rows.first { $0.hasPrefix(">") })
    #expect(selected.contains("ON oil "))
    try browser.type("/oil")
    #expect(browser.rows[0].contains("900 of 900 cables"))
    try browser.type("<Enter>")
    #expect(browser.rows[0].contains("300 of 900 cables"))
    #expect(browser.rows.contains { $0.prefix(24) == selected.prefix(24) })
    #expect(browser.status.contains("Whole words: 300; oil* finds 900 "))
  }

  @Test func `nothing found names what is no field`() throws {
    #expect(try browse("/foo:bar<Enter>").screen.text.contains("Nothing found; no field foo:"))
    #expect(!(try browse("/zzzz<Enter>").screen.text.contains("no field")))
  }
}
