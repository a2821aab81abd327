/// Columns of the keys in help.
private let keyColumns = 22

extension Document {
  /// Every command with its keys; those that act in a context come first.
  init(helpFor context: Command.Context) {
    var builder = DocumentBuilder()
    builder.item {
      $0.append("Keys, made from the table of commands. A number before a key repeats it: 5j, 12G.")
    }
    let here = Command.all.filter { $0.contexts.contains(context) }
    builder.addHelp(context.title, here)
    for other in Command.Context.allCases where other != context {
      let commands = Command.all.filter {
        $0.contexts.contains(other) && !$0.contexts.contains(context)
      }
      if !commands.isEmpty { builder.addHelp(other.title, commands) }
    }
    self = builder.finish()
  }
}

extension DocumentBuilder {
  fileprivate mutating func addHelp(_ title: String, _ commands: [Command]) {
    blank()
    item(role: .heading) { $0.append(title) }
    for command in commands {
      item(label: command.keys.map(\.readableKey).joined(separator: " "), indent: keyColumns) {
        $0.append(command.summary)
      }
    }
  }
}
