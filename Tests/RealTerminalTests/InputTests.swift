import Glibc
import TerminalUI
import TestSupport
import Testing

@Suite struct InputTests {
  @Test func `sequences that nobody knows do nothing`() throws {
    let reftel = try ReftelTerminal()
    // Each ends with a letter that would quit, or close, or move.
    for sequence in [
      "\u{1B}[?1Q", "\u{1B}[99 q", "\u{1B}]11;QQ\u{07}", "\u{1B}[<0;250;3Q", "\u{1B}Oz",
    ] {
      try reftel.terminal.type(sequence)
    }
    try reftel.terminal.press("j")
    try reftel.terminal.wait(for: "\n>2004-10-06")
  }

  @Test func `a mouse beyond column 223 types nothing`() throws {
    let reftel = try ReftelTerminal(Size(columns: 250, rows: 30))
    try reftel.terminal.type("\u{1B}[<0;240;20M\u{1B}[<0;240;20m")
    // The click gave the keys to the cable.
    try reftel.terminal.press("h", "j")
    try reftel.terminal.wait(for: "\n>2004-10-06")
  }

  @Test func `pasted text goes into the search bar as one line`() throws {
    let reftel = try ReftelTerminal()
    try reftel.terminal.type("/")
    try reftel.terminal.paste("lib\u{07}ya\n")
    try reftel.terminal.wait(for: "2 of 5 cables")
    #expect(try reftel.terminal.screen().contains("Search  libya"))
    #expect(try reftel.terminal.flags().hasCursor)
  }

  @Test func `pasted text is no commands`() throws {
    let reftel = try ReftelTerminal()
    try reftel.terminal.paste("QqQ\n")
    try reftel.terminal.press("j")
    try reftel.terminal.wait(for: "\n>2004-10-06")
  }

  @Test func `Ctrl-C ends nothing`() throws {
    let reftel = try ReftelTerminal()
    try reftel.terminal.press("C-c", "j")
    try reftel.terminal.wait(for: "\n>2004-10-06")
    kill(try reftel.process(), SIGINT)
    try reftel.terminal.press("k")
    try reftel.terminal.wait(for: "\n>2007-09-10")
  }

  @Test func `Ctrl-L paints over what others wrote`() throws {
    let reftel = try ReftelTerminal()
    let before = try reftel.terminal.screen()
    try reftel.terminal.scribble("\u{1B}[3;1Hwall: system going down\u{07}")
    try reftel.terminal.wait(for: "wall: system")
    try reftel.terminal.press("C-l")
    try reftel.terminal.wait("the screen as before") { $0 == before }
  }
}
