import TerminalUI
import TestSupport
import Testing

@Suite struct ResizeTests {
  @Test func `the reading place is kept through other sizes`() throws {
    let reftel = try ReftelTerminal()
    try reftel.terminal.press("j")
    try reftel.terminal.wait(for: "─ 04ROME3933")
    try reftel.read()
    try reftel.terminal.press("NPage")
    try reftel.terminal.wait(for: "¶1 (C) At their Oct. 6 meeting")
    for (columns, rows) in [(60, 20), (200, 50), (41, 12)] {
      try reftel.terminal.resize(Size(columns: columns, rows: rows))
      try reftel.terminal.wait("the place at \(columns)×\(rows)") { screen in
        let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.count == rows + 1 && screen.contains("¶1 (C) At their")
          && lines[rows - 1].contains("cables 5")
      }
    }
    #expect(try reftel.terminal.screen().contains("¶1 (C) At their"))
  }

  @Test func `a window that is too small says so and recovers`() throws {
    let reftel = try ReftelTerminal()
    try reftel.terminal.resize(Size(columns: 30, rows: 5))
    try reftel.terminal.wait(for: "Too small")
    try reftel.terminal.resize(Size(columns: 1, rows: 1))
    try reftel.terminal.resize(Size(columns: 80, rows: 24))
    try reftel.terminal.wait(for: "5 cables · newest first")
    try reftel.terminal.press("j")
    try reftel.terminal.wait(for: "\n>2004-10-06")
  }

  @Test func `a size that changes while the program is stopped is seen`() throws {
    let reftel = try ReftelTerminal()
    try reftel.terminal.press("C-z")
    try reftel.terminal.wait(for: "Stopped")
    try reftel.terminal.resize(Size(columns: 100, rows: 30))
    try reftel.terminal.run("fg")
    try reftel.terminal.wait("the browser in the new size") { screen in
      let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
      return lines.count == 31 && lines[29].hasSuffix("cables 5") && lines[29].count >= 99
    }
  }
}
