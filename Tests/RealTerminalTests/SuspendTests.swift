import Glibc
import TestSupport
import Testing

@Suite struct SuspendTests {
  /// Brings the browser back and checks that it is whole.
  private func comeBack(_ reftel: ReftelTerminal) throws {
    try reftel.terminal.run("fg")
    try reftel.terminal.wait(for: "5 cables · newest first")
    let flags = try reftel.terminal.flags()
    #expect(flags.isAlternate)
    #expect(flags.hasKeypad)
    #expect(!flags.hasCursor)
    try reftel.terminal.press("Down")
    try reftel.terminal.wait(for: "\n>2004-10-06")
  }

  @Test func `the shell has its terminal while the browser is stopped`() throws {
    let reftel = try ReftelTerminal()
    try reftel.terminal.press("C-z")
    try reftel.terminal.wait(for: "Stopped")
    #expect(try reftel.terminal.flags() == .shell)
    #expect(
      try ReftelTerminal.settings(of: reftel.terminal).isSuperset(of: ["echo", "icanon", "isig"]))
    try comeBack(reftel)
  }

  @Test func `a stop from outside is like Ctrl-Z`() throws {
    let reftel = try ReftelTerminal()
    kill(try reftel.process(), SIGTSTP)
    try reftel.terminal.wait(for: "Stopped")
    #expect(try reftel.terminal.flags() == .shell)
    try comeBack(reftel)
  }

  @Test func `a stop that cannot be caught is recovered from`() throws {
    let reftel = try ReftelTerminal()
    kill(try reftel.process(), SIGSTOP)
    try reftel.terminal.wait(for: "Stopped")
    try comeBack(reftel)
  }

  @Test func `a script around the browser is stopped with it`() throws {
    let terminal = try TmuxTerminal()
    try terminal.run("sh -c '\(ReftelTerminal.browse); echo after'")
    try terminal.wait(for: "5 cables")
    try terminal.press("C-z")
    try terminal.wait(for: "Stopped")
    try terminal.run("fg")
    try terminal.wait(for: "5 cables · newest first")
    try terminal.press("Q")
    #expect(try terminal.waitForShell() == 0)
    #expect(try terminal.screen().contains("\nafter"))
  }
}
