extension Configuration {
  /// The keys and settings the browser comes with, in the form of a configuration file.
  ///
  /// Loading it changes nothing; it is there to be copied from.
  public static var standardText: String {
    var text = """
      # The keys and settings reftel comes with. Copy what is to be different to
      # $XDG_CONFIG_HOME/reftel/config (~/.config/reftel/config where that is not set).

      """
    for setting in Setting.all {
      text += """

        # \(setting.summary): \(setting.values)
        set \(setting.name) \(setting.standardValue)

        """
    }
    text += """

      # Looks that differ from the theme's: color PART [COLOUR] [on COLOUR] [ATTRIBUTE…]
      # color hit black on yellow
      # Parts are:
      \(partComments)

      """
    for group in Command.Group.allCases {
      let commands = Command.all.filter { $0.group == group && !$0.bindings.isEmpty }
      guard !commands.isEmpty else { continue }
      text += "\n# \(group.rawValue)\n"
      for command in commands {
        for binding in command.bindings { text += "\(binding.line(for: command.id))\n" }
      }
    }
    return text
  }

  /// The names of all parts of the screen that have a look.
  public static var parts: [String] { Theme.Part.allCases.map(\.rawValue) }

  /// The names of all parts of the screen, as comments of a few each.
  private static var partComments: String {
    var lines = ["#"]
    for part in parts {
      if lines[lines.count - 1].count + part.count > 78 { lines.append("#") }
      lines[lines.count - 1] += " \(part)"
    }
    return lines.joined(separator: "\n")
  }
}

extension Command.Binding {
  /// The line of a configuration that makes this binding.
  func line(for id: Command.ID) -> String {
    let places = Command.Context.allCases.filter(contexts.contains).map(\.rawValue)
    return "bind \(places.joined(separator: ",")) \(key) \(Invocation(id, arguments))"
  }
}
