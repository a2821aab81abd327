import CableBrowser

/// The manual page, made from the tables that the program itself works by.
struct ManualPage {
  private let help: CommandHelp
  private var page: Roff

  /// Makes the page.
  ///
  /// - Parameters:
  ///   - help: What the argument parser knows.
  ///   - version: What the program calls itself, `reftel 0.1.0`.
  init(help: CommandHelp, version: String) {
    self.help = help
    page = Roff(title: "REFTEL", section: 1, footer: version)
    addIntroduction()
    addCommands()
    addKeys()
    addConfiguration()
    addSurroundings()
  }

  /// The page in the macros of man(7).
  var roff: String { page.source }

  private mutating func addIntroduction() {
    page.section("NAME")
    page.paragraph("reftel - browse collections of diplomatic cables in the terminal")
    page.section("SYNOPSIS")
    page.item("reftel [OPTION…] [PATH…]", "Browse an archive, or files and folders of cables.")
    page.item("reftel COMMAND …", "Print results to standard output, or care for an archive.")
    page.section("DESCRIPTION")
    page.discussion(help.discussion ?? "")
  }

  private mutating func addCommands() {
    page.section("COMMANDS")
    for command in help.subcommands ?? [] where command.commandName != "help" {
      page.part("reftel \(command.commandName)")
      page.paragraph(command.abstract ?? "")
      if let discussion = command.discussion { page.discussion(discussion) }
      for argument in command.ownArguments { page.item(argument.usage, argument.meaning) }
    }
  }

  private mutating func addKeys() {
    page.section("KEYS")
    page.paragraph(
      "A number before a key repeats it: 5j, 12G, 50%. Each command can also be typed after a colon, by its name, an "
        + "alias or the beginning of one, with Tab for completion; Ctrl-P chooses among all, ? shows them."
    )
    for group in Command.Group.allCases {
      let commands = Command.all.filter { $0.group == group }
      guard !commands.isEmpty else { continue }
      page.part(group.rawValue)
      for command in commands {
        let groups = command.keyGroups
        let keys = groups[0].readable
        let names = ([command.usage] + command.aliases).joined(separator: ", :")
        var meaning = "\(command.summary)."
        for group in groups.dropFirst() {
          let places = Command.Context.allCases.filter(group.contexts.contains).map(\.title)
          meaning += " \(places.joined(separator: ", ")): \(group.readable)."
        }
        page.item(
          keys.isEmpty ? ":\(names)" : keys, keys.isEmpty ? meaning : "\(meaning) :\(names)")
      }
    }
  }

  private mutating func addConfiguration() {
    page.section("CONFIGURATION")
    page.paragraph(
      "The configuration file holds lines that could be typed after a colon as well; # begins a comment line. An error "
        + "is told with file and line when the browser starts, and everything else applies. reftel keys "
        + "--default-config prints all keys and settings in this form.")
    for id in [Command.ID.set, .bind, .unbind, .color, .source] {
      if let command = Command[id] { page.item(command.usage, "\(command.summary).") }
    }
    page.part("Contexts of keys")
    for context in Command.Context.allCases { page.item(context.rawValue, "\(context.title).") }
    page.part("Settings")
    for setting in Setting.all {
      page.item(
        "\(setting.name) \(setting.standardValue)", "\(setting.summary): \(setting.values).")
    }
    page.part("Parts of the screen that have a look")
    page.paragraph(Configuration.parts.joined(separator: ", ") + ".")
    page.paragraph(
      "A look is a colour, on and the colour behind it, and attributes; all may be left out: black on yellow bold. "
        + "Colours are names such as red and bright-red, or numbers to 255; attributes are bold, dim, italic, underline "
        + "and reverse; reset takes the theme's own look back.")
  }

  private mutating func addSurroundings() {
    page.section("FILES")
    page.item("$XDG_CONFIG_HOME/reftel/config", "Keys and settings; by default below ~/.config.")
    page.item(
      "$XDG_DATA_HOME/reftel/cables.reftel",
      "The reader's own archive; by default below ~/.local/share.")
    page.section("ENVIRONMENT")
    page.item("NO_COLOR", "Where it is set and not empty, no colours are used.")
    page.item("TERM", "The type of the terminal.")
    page.item("ESCDELAY", "Milliseconds after which Esc is a key of its own; 25 by default.")
    page.section("EXIT STATUS")
    page.item("0", "Something was found, or all went well.")
    page.item("1", "Nothing was found, or something failed.")
    page.item("2", "The command line was wrong.")
    page.item("3", "There is no terminal that can be drawn on.")
    page.item("130", "The reader interrupted.")
    page.section("EXAMPLES")
    page.item("reftel seeds", "Browse a folder.")
    page.item("reftel search 'libya tag:KNNP' --in seeds", "Print the cables a query finds.")
    page.item(
      "reftel seeds --exec '/libya<Enter>' --print-screen", "Print the screen some keys lead to.")
  }
}
