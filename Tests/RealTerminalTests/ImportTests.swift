import TerminalUI
import TestSupport
import Testing

@Suite struct ImportTests {
  @Test func `files are imported on the shell's screen, and the archive is browsed`() throws {
    let reftel = try ReftelTerminal()
    try reftel.terminal.type(":import")
    try reftel.terminal.press("Enter")
    try reftel.terminal.wait(for: "5 new, 5 in the archive")
    try reftel.terminal.wait(for: "Enter goes back")
    try reftel.terminal.press("Enter")
    try reftel.terminal.wait(for: "5 cables")
    try reftel.terminal.type("/libya")
    try reftel.terminal.press("Enter")
    try reftel.terminal.wait(for: "2 of 5 cables")
    try reftel.terminal.type(":import")
    try reftel.terminal.press("Enter")
    try reftel.terminal.wait(for: "an archive already")
    try reftel.terminal.type("Q")
    #expect(try reftel.terminal.waitForShell() == 0)
    #expect(try reftel.terminal.flags() == .shell)
  }
}
