import ArgumentParser

/// Prints the manual page.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the manual page, for man(1).",
    discussion: """
      The page is made from the tables of commands, settings and options:

        reftel manual | man -l -
      """)

  func run() throws {
    let page = ManualPage(
      help: try CommandHelp.of(Reftel.self), version: Reftel.configuration.version)
    Output().exact(Array(page.roff.utf8))
  }
}
