import Glibc
import TerminalUI
import TestSupport
import Testing

@Suite struct ReadingTests {
  @Test func `reading that was stopped says so, also where whoever writes takes a rest`() throws {
    let folder = try TemporaryFolder()
    let table = try folder.writeTable(cables: 300, seed: 8, to: "cables.csv")
    let pipe = folder("pipe")
    mkfifo(pipe, 0o600)
    let writer = open(pipe, O_RDWR | O_CLOEXEC)
    defer { close(writer) }
    let terminal = try TmuxTerminal(Size(columns: 100, rows: 24))
    try terminal.run("cat \(table) \(pipe) | \(ReftelTerminal.program) -")
    try terminal.wait(for: "reading ")
    try terminal.press("C-c")
    try terminal.wait(for: " were read")
    try terminal.press("j")
    try terminal.wait("the next cable") { $0.contains("\n>") && $0.contains(" were read") }
    try terminal.type(":import")
    try terminal.press("Enter")
    try terminal.wait(for: "Standard input is read only once")
    try terminal.press("Q")
  }

  @Test func `a search narrows the list while typing and marks its hits`() throws {
    let reftel = try ReftelTerminal()
    try reftel.terminal.type("/libya")
    try reftel.terminal.wait(for: "2 of 5 cables")
    try reftel.terminal.wait("the mark of a hit") { _ in
      try reftel.terminal.styledScreen().contains(/ITALY ON \u{1B}\[7m\u{1B}\[33mLIBYAN/)
    }
    #expect(try reftel.terminal.flags().hasCursor)
    try reftel.terminal.press("Enter")
    try reftel.terminal.wait("the cursor to go") { _ in try !reftel.terminal.flags().hasCursor }
    try reftel.terminal.press("n")
    try reftel.terminal.wait(for: "hit 1/5")
  }

  @Test func `escape gives the list back at once`() throws {
    let reftel = try ReftelTerminal()
    try reftel.terminal.type("/libya")
    try reftel.terminal.wait(for: "2 of 5 cables")
    try reftel.terminal.press("Escape")
    try reftel.terminal.wait(for: "5 cables · newest first")
  }

  @Test func `a reference is followed to the cable and back`() throws {
    let reftel = try ReftelTerminal()
    try reftel.searchLibya()
    try reftel.read()
    try reftel.terminal.type("\t\t")
    try reftel.terminal.wait(for: "→ B 03ROME4580")
    try reftel.terminal.press("Enter")
    try reftel.terminal.wait(for: "by 03ROME4715 as B")
    #expect(try reftel.terminal.screen().contains("─ 03ROME4580 · CONFIDENTIAL"))
    try reftel.terminal.press("[")
    try reftel.terminal.wait(for: "─ 03ROME4715 · SECRET")
    try reftel.terminal.wait(for: "→ B 03ROME4580")
    try reftel.terminal.press("]")
    try reftel.terminal.wait(for: "─ 03ROME4580 · CONFIDENTIAL")
    try reftel.terminal.press("M-Left")
    try reftel.terminal.wait(for: "─ 03ROME4715 · SECRET")
  }

  @Test func `a cable that is not there has a page that says who cites it`() throws {
    let reftel = try ReftelTerminal()
    try reftel.searchLibya()
    try reftel.read()
    try reftel.terminal.type("\t\r")
    try reftel.terminal.wait(for: "03STATE282619 is not in the archive")
    let screen = try reftel.terminal.screen()
    #expect(screen.contains("03ROME4715 as A"))
    #expect(screen.contains("03ROME4580 as A"))
  }

  @Test func `the list is walked with letters and with arrows`() throws {
    let reftel = try ReftelTerminal()
    try reftel.terminal.press("j", "Down", "k")
    try reftel.terminal.wait(for: "\n>2004-10-06")
    try reftel.terminal.press("Up")
    try reftel.terminal.wait(for: "\n>2007-09-10")
    try reftel.terminal.press("End")
    try reftel.terminal.wait(for: "\n>2003-04-15")
    try reftel.terminal.press("Home")
    try reftel.terminal.wait(for: "\n>2007-09-10")
  }
}
