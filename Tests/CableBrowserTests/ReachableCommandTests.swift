import CableBrowser
import TerminalUI
import TestSupport
import Testing

@Suite struct ReachableCommandTests {
  /// What a command that needs something is given.
  private func arguments(of command: Command) -> String {
    command.arguments.filter(\.isRequired).map { argument in
      switch argument.kind {
      case .context: " list"
      case .key: " x"
      case .command: " down"
      case .role: " hit"
      case .file: " /no/such/file"
      default: " x"
      }
    }.joined()
  }

  @Test(arguments: Command.all.map(\.id))
  func `every command is known to the line, and does something or says why not`(
    id: Command.ID
  ) throws {
    let command = try #require(Command[id])
    for name in [command.id.rawValue] + command.aliases {
      #expect(try Invocation(parsing: name + arguments(of: command)).id == id)
    }
    let browser = try browse("l", columns: 100)
    browser.writesFiles = false
    let before = browser.screen
    try browser.type(":")
    browser.paste(id.rawValue + arguments(of: command))
    try browser.type("<Enter>")
    #expect(!browser.status.contains("There is no command"))
    #expect(!browser.status.contains("needs"))
    let isSilent: Set<Command.ID> = [
      // Nothing to see: drawn anew, stopped and gone on, handed to a program, or already there.
      .redraw, .suspend, .open, .importFiles, .focusDetail, .top, .up, .pageUp, .halfPageUp,
      .bind, .unbind, .color,
      // What they show is the shell's, or the disk's.
      .pager, .editor, .pipe, .saveOver, .exportOver, .note,
    ]
    #expect(browser.hasQuit || browser.screen != before || isSilent.contains(id))
  }

  @Test(arguments: Command.all.map(\.id))
  func `every command stands in the palette by its name`(id: Command.ID) throws {
    let browser = try browse("<C-p>", columns: 100)
    browser.paste(id.rawValue)
    let row = try #require(
      browser.rows.first { $0.contains("│ > ") || $0.contains("│   \(id.rawValue) ") })
    #expect(browser.rows.contains { $0.contains(" \(id.rawValue) ") }, "\(row)")
  }

  @Test(arguments: Command.all.map(\.id))
  func `every key of a command leads to it`(id: Command.ID) throws {
    let command = try #require(Command[id])
    #expect(command.summary.first?.isUppercase == true)
    var tried: Set<String> = []
    for binding in command.bindings {
      // The other contexts of the same key are the keymap's matter.
      for context in binding.contexts.sorted(by: { $0.rawValue < $1.rawValue })
      where tried.insert(binding.key).inserted {
        let opening =
          switch context {
          case .list: ""
          case .detail: "l"
          case .search: "/"
          case .overlay: "?"
          case .picker: "f"
          case .command: ":"
          case .filter: "<C-p>"
          case .facets: "F"
          case .chart: "H"
          case .ends: "j<Tab>c"
          case .find: "l/"
          }
        let browser = try browse("j" + opening, columns: 100)
        try browser.type(binding.key)
        #expect(!browser.status.contains("means nothing"), "\(binding.key) in \(context)")
      }
    }
  }
}
