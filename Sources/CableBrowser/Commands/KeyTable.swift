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
        let usage = command.usage.replacing("|", with: "\\|")
        for keys in command.keyGroups {
          text +=
            "| \(cell(keys.keys)) | `\(usage)` | \(command.summary) | \(place(keys.contexts)) |\n"
        }
      }
    }
    return text
  }

  /// The table as plain lines: keys, command, what it does.
  public static var lines: [String] {
    Command.all.map { command in
      let keys = command.keyGroups[0].readable
      return keys.filled(to: 24) + command.id.rawValue.filled(to: 18) + command.summary
    }
  }

  private static func cell(_ keys: [String]) -> String {
    keys.map { "`\($0.readableKey.replacing("|", with: "\\|"))`" }.joined(separator: " ")
  }

  private static func place(_ contexts: Set<Command.Context>) -> String {
    if contexts == Set(Command.Context.allCases) { return "everywhere" }
    return Command.Context.allCases.filter(contexts.contains).map(\.rawValue)
      .joined(separator: ", ")
  }
}

extension String {
  /// The text with blanks up to a width, and at least one.
  fileprivate func filled(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
