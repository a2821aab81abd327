import CableBrowser
import TerminalUI
import TestSupport
import Testing

@Suite struct FindTests {
  /// The words that have the look of a find's hits.
  private func marked(_ browser: HeadlessBrowser) -> [String] {
    let screen = browser.screen
    var marked: [String] = []
    for row in 0..<screen.size.rows {
      let text = Array(screen.row(row))
      var word = ""
      for column in 0..<screen.size.columns {
        let style = screen.style(at: Point(column: column, row: row))
        if style.foreground == .cyan, style.attributes.contains(.reverse) {
          word.append(column < text.count ? text[column] : " ")
        } else if !word.isEmpty {
          marked.append(word)
          word = ""
        }
      }
    }
    return marked
  }

  @Test func `a slash in the cable finds in it, in the list it searches`() throws {
    let browser = try browse("jjl/", columns: 160, rows: 50)
    #expect(browser.status.hasPrefix("/"))
    try browser.type("libya")
    #expect(browser.cursor == Point(column: 6, row: 49))
    #expect(browser.rows[0].contains("5 cables"))
    #expect(marked(browser).allSatisfy { $0.lowercased() == "libya" })
    #expect(marked(browser).count >= 4)
    #expect(browser.status.contains("words · "))
    try browser.type("<Esc>/libya")
    #expect(browser.rows[0].contains("5 cables"))
  }

  @Test func `n and N count through the hits`() throws {
    let browser = try browse("jjl/libya<Enter>", columns: 160, rows: 50)
    #expect(browser.title.contains("hit 1/"))
    try browser.type("n")
    #expect(browser.title.contains("hit 2/"))
    try browser.type("2n")
    #expect(browser.title.contains("hit 4/"))
    try browser.type("N")
    #expect(browser.title.contains("hit 3/"))
  }

  @Test func `n after the last hit goes to the next cable with a hit, and wraps`() throws {
    let browser = try browse("jjl/immigration<Enter>", columns: 160, rows: 50)
    var titles: [String] = []
    var wraps = 0
    for _ in 0..<30 {
      let id = String(browser.title.split(separator: "┬").last?.dropFirst(2).prefix(10) ?? "")
      if titles.last != id { titles.append(id) }
      try browser.type("n")
      if browser.status.contains("Wrapped to the first cable") { wraps += 1 }
    }
    #expect(Set(titles) == ["03ROME4715", "03ROME4580"])
    #expect(wraps > 0)
    #expect(browser.listRows.first { $0.hasPrefix(">") }?.contains(titles.last ?? "?") == true)
  }

  @Test func `N before the first hit goes to the last hit of a cable before`() throws {
    let browser = try browse("jjjl/immigration<Enter>N", columns: 160, rows: 50)
    let hit = browser.title.firstMatch(of: /hit (\d+)\/(\d+)/)
    #expect(browser.title.contains("03ROME4715"))
    #expect(hit?.1 == hit?.2)
  }

  @Test func `a find that no cable answers says so`() throws {
    let browser = try browse("l/zebra<Enter>")
    #expect(browser.status.contains("Not in this cable"))
    try browser.type("n")
    #expect(browser.status.contains("No cable of the list has a hit"))
  }

  @Test func `Esc brings back the place, and later takes the marks away`() throws {
    let browser = try browse("l", rows: 14)
    let before = browser.rows
    try browser.type("/spogli")
    #expect(browser.rows != before)
    try browser.type("<Esc>")
    #expect(browser.rows == before)
    try browser.type("/iran<Enter>")
    #expect(browser.title.contains("hit 1/"))
    try browser.type("<Esc>")
    #expect(!browser.title.contains("hit"))
    #expect(browser.status.contains("Tab link"))
  }

  @Test func `a regular expression is asked for with a key or a sign, and says what is wrong`()
    throws
  {
    let browser = try browse("l/i[rt]a", columns: 120)
    #expect(browser.status.contains("words · 0 hits"))
    try browser.type("<C-r>")
    #expect(browser.status.contains("regular expression · "))
    #expect(!browser.status.contains(" 0 hits"))
    let marks = marked(browser)
    try browser.type("(")
    #expect(browser.status.contains("This ( is not closed"))
    #expect(marked(browser) == marks)
    try browser.type("<Enter>")
    #expect(browser.status.contains("This ( is not closed"))
  }

  @Test func `an empty line repeats the find before, Up recalls it`() throws {
    let browser = try browse("l/iran<Enter><Esc>/<Enter>", columns: 120)
    #expect(browser.title.contains("hit 1/"))
    try browser.type("/<Up>")
    #expect(browser.status.hasPrefix("/iran"))
  }

  @Test func `what was typed last is what n repeats`() throws {
    let browser = try browse("/libya<Enter>l/embassy<Enter>", columns: 160, rows: 50)
    #expect(browser.row(with: "─ Found")?.contains("hit 1/") == true)
    try browser.type("g/libya<Enter>n")
    #expect(browser.title.contains("hit 1/5"))
  }

  @Test func `the original shows the hit that was read, and back`() throws {
    for word in ["SEMBLER", "COOPERATION", "unga", "director general"] {
      let browser = try browse("jjl", columns: 100, rows: 16)
      try browser.type("/\(word)<Enter>")
      let count = browser.title.firstMatch(of: /hit (\d+)\/(\d+)/)?.2
      guard count != nil else { continue }
      try browser.type("r")
      #expect(browser.title.contains("original"))
      #expect(browser.title.contains("hit "))
      #expect(!marked(browser).isEmpty)
      try browser.type("r")
      #expect(browser.title.contains("hit 1/"))
      #expect(!marked(browser).isEmpty)
    }
  }

  @Test func `pasted text goes into the line`() throws {
    let browser = try browse("l/")
    browser.paste("iran\u{1B}[2J\nplan")
    #expect(browser.status.hasPrefix("/iran[2J plan"))
    browser.paste(String(repeating: "iran ", count: 100_000))
    #expect(browser.status.contains("too long"))
  }

  @Test func `many cables are looked through and the way can be stopped`() throws {
    let folder = try TemporaryFolder()
    for number in 1...120 {
      try folder.write(
        "UNCLAS ROME \(1000 + number)\n\nTAGS: PREL\nSUBJECT: NUMBER \(number)\n\n1. (U) Text \(number == 77 ? "needle" : "hay").\n",
        to: "\(number).txt")
    }
    let browser = try browse("l/needle<Enter>n", paths: [folder.path])
    #expect(browser.title.contains("77.txt"))
    #expect(browser.title.contains("hit 1/1"))
    try browser.type("n")
    #expect(browser.status.contains("Wrapped to the first hit"))
  }
}
