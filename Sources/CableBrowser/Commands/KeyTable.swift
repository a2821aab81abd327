/// The keys of all commands as a document, `docs/keys.md`.
public enum KeyTable {
  /// The table as Markdown, a section for each group of commands.
  public static var markdown: String {
    var text = """
      # Keys

      Made from the table of commands by `reftel keys --format markdown`. A number before a key repeats it: `5j`, `12G`.

      """
    for group in Command.Group.allCases {
      let commands = Command.all.filter { $0.group == group }
      guard !commands.isEmpty else { continue }
      text +=
        "\n## \(group.rawValue)\n\n| keys | command | what it does | where |\n|---|---|---|---|\n"
      for command in commands {
        text +=
          "| \(cell(command.keys)) | `\(command.usage.replacing("|", with: "\\|"))` | \(command.summary) | \(place(command)) |\n"
      }
    }
    return text
  }

  /// The table as plain lines: keys, command, what it does.
  public static var lines: [String] {
    Command.all.map { command in
      let keys = command.keys.map(\.readableKey).joined(separator: " ")
      return keys.filled(to: 24) + command.id.rawValue.filled(to: 18) + command.summary
    }
  }

  private static func cell(_ keys: [String]) -> String {
    keys.map { "`\($0.readableKey.replacing("|", with: "\\|"))`" }.joined(separator: " ")
  }

  private static func place(_ command: Command) -> String {
    if command.contexts == Set(Command.Context.allCases) { return "everywhere" }
    return Command.Context.allCases.filter(command.contexts.contains).map(\.rawValue)
      .joined(separator: ", ")
  }
}

extension String {
  /// The text with blanks up to a width, and at least one.
  fileprivate func filled(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
