/// Columns of the keys in help.
private let keyColumns = 22

extension Document {
  /// Every command with its keys; those that act in a context come first.
  ///
  /// A filter leaves the commands whose name, text or key holds all its words.
  init(help keymap: Keymap, for context: Command.Context, filter: String) {
    var builder = DocumentBuilder()
    let words = filter.split(separator: " ").map(String.init)
    if words.isEmpty {
      builder.item {
        $0.append("Keys and commands. A number before a key repeats it: 5j, 12G, 50%.")
      }
      builder.item { $0.append("/ shows only what holds some words; : takes a name.") }
    }
    let shown = Command.all.filter { $0.holds(words, keys: keymap.keys(of: $0.id)) }
    builder.addHelp(context, shown.filter { $0.contexts.contains(context) }, keymap)
    for other in Command.Context.allCases where other != context {
      builder.addHelp(
        other,
        shown.filter { $0.contexts.contains(other) && !$0.contexts.contains(context) }, keymap)
    }
    if shown.isEmpty { builder.item { $0.append("No command holds these words.") } }
    self = builder.finish()
  }

  /// What has been said, the latest at the end.
  init(_ log: MessageLog) {
    var builder = DocumentBuilder()
    for entry in log.entries {
      builder.item(hanging: 8) {
        switch entry.message.kind {
        case .note: $0.append("note   ", role: .dim)
        case .error: $0.append("error  ", role: .heading)
        }
        $0.append(entry.message.text)
        if entry.times > 1 { $0.append(" (\(entry.times) times)", role: .dim) }
      }
    }
    self = builder.finish()
  }
}

extension DocumentBuilder {
  fileprivate mutating func addHelp(
    _ context: Command.Context, _ commands: [Command], _ keymap: Keymap
  ) {
    guard !commands.isEmpty else { return }
    blank()
    item(role: .heading) { $0.append(context.title) }
    for command in commands {
      let keys = keymap.keys(of: command.id, in: context).joined(separator: " ")
      item(label: keys, indent: keyColumns) {
        $0.append(command.summary)
        $0.append("  :\(command.usage)", role: .dim)
      }
    }
  }
}
