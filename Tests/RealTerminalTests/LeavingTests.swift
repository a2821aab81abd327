import Glibc
import TestSupport
import Testing

/// However the program ends, the terminal is as it was.
@Suite struct LeavingTests {
  /// What a shell's line is set to.
  private static let settings: Set = ["isig", "icanon", "echo", "icrnl", "opost"]

  private func expectShell(_ terminal: TmuxTerminal) throws {
    #expect(try terminal.flags() == .shell)
    #expect(try ReftelTerminal.settings(of: terminal) == Self.settings)
  }

  @Test func `the browser takes the screen and quitting gives it back`() throws {
    let terminal = try TmuxTerminal()
    try terminal.run("echo what was here before")
    try terminal.wait(for: "\nwhat was here before")
    try terminal.run(ReftelTerminal.browse)
    try terminal.wait(for: "5 cables")
    let flags = try terminal.flags()
    #expect(flags.isAlternate)
    #expect(!flags.hasCursor)
    #expect(flags.hasKeypad)
    #expect(!(try terminal.screen().contains("what was here")))
    try terminal.press("Q")
    #expect(try terminal.waitForShell() == 0)
    #expect(try terminal.screen().contains("\nwhat was here before"))
    try expectShell(terminal)
  }

  @Test func `q closes one thing after the other and ends the browser`() throws {
    let reftel = try ReftelTerminal()
    try reftel.terminal.press("Enter", "q", "q")
    #expect(try reftel.terminal.waitForShell() == 0)
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func `an order to end is obeyed`(signal: Int32) throws {
    let reftel = try ReftelTerminal()
    kill(try reftel.process(), signal)
    #expect(try reftel.terminal.waitForShell() != 0)
    try expectShell(reftel.terminal)
  }

  @Test(arguments: [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGQUIT])
  func `a crash leaves a terminal that can be used`(signal: Int32) throws {
    let reftel = try ReftelTerminal()
    kill(try reftel.process(), signal)
    #expect(try reftel.terminal.waitForShell() == 128 + Int(signal))
    try expectShell(reftel.terminal)
  }

  @Test func `a closed window ends the program`() throws {
    let reftel = try ReftelTerminal()
    let process = try reftel.process()
    try reftel.terminal.closeWindow()
    // Nothing is left to look at but the process itself.
    try reftel.terminal.wait("the end of the process") { _ in hasEnded(process) }
  }

  /// Whether a process is gone, or dead and waiting for whoever inherited it.
  private func hasEnded(_ process: pid_t) -> Bool {
    guard let status = try? ProcessStatus(process) else { return true }
    return status.state == "Z"
  }

  @Test func `without cables the screen is never taken`() throws {
    let terminal = try TmuxTerminal()
    try terminal.run("\(ReftelTerminal.program) /nonexistent/cables")
    #expect(try terminal.waitForShell() == 1)
    #expect(try terminal.screen().contains("/nonexistent/cables"))
  }
}
