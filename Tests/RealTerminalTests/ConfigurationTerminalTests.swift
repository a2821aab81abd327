import TestSupport
import Testing

@Suite struct ConfigurationTerminalTests {
  /// A browser whose reader has a configuration.
  private func browse(
    _ configuration: String, variables: String = ""
  ) throws -> (TemporaryFolder, ReftelTerminal) {
    let folder = try TemporaryFolder()
    try folder.write(configuration, to: "reftel/config")
    return (
      folder,
      try ReftelTerminal(environment: ["XDG_CONFIG_HOME": folder.path], variables: variables)
    )
  }

  @Test func `the reader's configuration applies, its errors are told`() throws {
    let (folder, reftel) = try browse("bind list Z bottom\nfrob\n")
    try reftel.terminal.wait(for: "config:2: There is no command frob")
    try reftel.terminal.type("Z")
    try reftel.terminal.wait(for: "\n>2003-04-15")
    try folder.write("bind list Y top\n", to: "reftel/config")
    try reftel.terminal.type(":reload")
    try reftel.terminal.press("Enter")
    try reftel.terminal.wait(for: "has been read")
    try reftel.terminal.type("Y")
    try reftel.terminal.wait(for: "\n>2007-09-10")
  }

  @Test func `a theme with a ground paints it, without colours nothing is painted`() throws {
    let (_, dark) = try browse("set theme dark")
    #expect(try dark.terminal.styledScreen().contains("48;5;234"))
    let (_, plain) = try browse("set theme dark", variables: "NO_COLOR=1")
    let styled = try plain.terminal.styledScreen()
    #expect(!styled.contains("48;5;"))
    #expect(!styled.contains("\u{1B}[7m Search"))
  }

  @Test func `the mouse is not asked for where the configuration says so`() throws {
    let (_, reftel) = try browse("set mouse off")
    #expect(try !reftel.terminal.flags().hasMouse)
    try reftel.terminal.type(":mouse on")
    try reftel.terminal.press("Enter")
    try reftel.terminal.wait("the mouse to be taken") { _ in
      try reftel.terminal.flags().hasMouse
    }
  }

  @Test func `a command is typed with completion, the cursor in the line`() throws {
    let reftel = try ReftelTerminal()
    try reftel.terminal.type(":bott")
    try reftel.terminal.wait(for: "\n:bott")
    #expect(try reftel.terminal.flags().hasCursor)
    try reftel.terminal.press("Tab")
    try reftel.terminal.wait(for: "\n:bottom")
    try reftel.terminal.press("Enter")
    try reftel.terminal.wait(for: "\n>2003-04-15")
    #expect(try !reftel.terminal.flags().hasCursor)
  }

  @Test func `the palette carries out what is chosen`() throws {
    let reftel = try ReftelTerminal()
    try reftel.terminal.press("C-p")
    try reftel.terminal.type("last cable")
    try reftel.terminal.wait(for: "/ last cable")
    try reftel.terminal.press("Escape")
    try reftel.terminal.wait(for: "\n>2007-09-10")
    try reftel.terminal.press("C-p")
    try reftel.terminal.type("go to the end")
    try reftel.terminal.wait(for: "> bottom")
    try reftel.terminal.press("Enter")
    try reftel.terminal.wait(for: "\n>2003-04-15")
  }
}
