import TestSupport
import Testing

@Suite struct EnvironmentTests {
  /// Sequences that set a colour; 39 and 49, which take one away, are none.
  private func colors(in styled: String) -> [String] {
    styled.matches(of: /\u{1B}\[([0-9;]*)m/).map { String($0.1) }.filter { parameters in
      parameters.split(separator: ";").compactMap { Int($0) }.contains { number in
        30...38 ~= number || 40...48 ~= number || 90...107 ~= number
      }
    }
  }

  @Test func `colours are used where there are some`() throws {
    let reftel = try ReftelTerminal()
    #expect(!colors(in: try reftel.terminal.styledScreen()).isEmpty)
  }

  @Test(arguments: ["NO_COLOR=1", "TERM=vt100"])
  func `without colours the search is marked all the same`(variables: String) throws {
    let reftel = try ReftelTerminal(variables: variables)
    try reftel.terminal.type("/libya")
    try reftel.terminal.wait(for: "2 of 5 cables")
    try reftel.terminal.wait("the mark of a hit") { _ in
      try reftel.terminal.styledScreen().contains(/ITALY ON \u{1B}\[7mLIBYAN/)
    }
    #expect(colors(in: try reftel.terminal.styledScreen()) == [])
  }

  @Test(arguments: ["NO_COLOR=", "TERM=xterm-256color", "TERM=linux", "TERM=screen"])
  func `other terminals show the same`(variables: String) throws {
    let reftel = try ReftelTerminal(variables: variables)
    #expect(!colors(in: try reftel.terminal.styledScreen()).isEmpty)
    try reftel.terminal.press("Down")
    try reftel.terminal.wait(for: "\n>2004-10-06")
  }

  @Test(arguments: ["LANG=C", "LC_ALL=POSIX", "LANG=", "LC_ALL=xx_YY.nonsense"])
  func `text beyond ASCII is whole in every locale`(variables: String) throws {
    let reftel = try ReftelTerminal(variables: variables)
    let screen = try reftel.terminal.screen()
    #expect(screen.contains("─ Cables ─"))
    #expect(screen.contains("│ ¶1 (C)"))
  }

  @Test(
    arguments: [
      ("TERM=dumb", "dumb"), ("TERM=no-such-terminal", "no-such-terminal"), ("TERM=", "TERM"),
      ("env -u TERM", "TERM"), ("setsid -w", "no terminal"),
    ])
  func `a terminal that cannot be drawn on is named, with a hint`(
    variables: String, word: String
  ) throws {
    let terminal = try TmuxTerminal()
    try terminal.run(
      "\(variables) \(ReftelTerminal.browse) 2> error.txt; s=$?; cat error.txt; (exit $s)")
    #expect(try terminal.waitForShell() == 3)
    let screen = try terminal.screen()
    #expect(screen.contains(/\nreftel: .*/))
    #expect(screen.contains(word))
    #expect(!screen.contains("5 cables"))
  }

  @Test func `the size of the terminal counts, not that of the environment`() throws {
    let reftel = try ReftelTerminal(variables: "LINES=10 COLUMNS=50")
    let lines = try reftel.terminal.screen().split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[23].hasSuffix("cables 5"))
    #expect(lines[23].count >= 79)
  }
}
