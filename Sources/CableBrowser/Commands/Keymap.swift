import TerminalUI

/// Which keys mean which command, by context.
struct Keymap: Sendable {
  /// What a run of keys means so far.
  enum Meaning: Sendable, Equatable {
    case command(Command.ID)
    /// The start of at least one longer run.
    case prefix
    case nothing
  }

  private var bindings: [Command.Context: [[Key]: Command.ID]] = [:]
  private var prefixes: [Command.Context: Set<[Key]>] = [:]

  /// The keys the commands come with.
  static let standard = Keymap(Command.all)

  /// Creates a keymap of the keys in a table.
  init(_ commands: [Command]) {
    for command in commands {
      for notation in command.keys {
        guard let keys = try? Key.parse(notation) else {
          preconditionFailure("\(command.id.rawValue) has the key \(notation), which is none")
        }
        for context in command.contexts { bind(keys, to: command.id, in: context) }
      }
    }
  }

  private mutating func bind(_ keys: [Key], to id: Command.ID, in context: Command.Context) {
    bindings[context, default: [:]][keys] = id
    for count in keys.indices.dropFirst() {
      prefixes[context, default: []].insert(Array(keys.prefix(count)))
    }
  }

  /// What keys mean in a context.
  func meaning(of keys: [Key], in context: Command.Context) -> Meaning {
    if let id = bindings[context]?[keys] { return .command(id) }
    return prefixes[context]?.contains(keys) == true ? .prefix : .nothing
  }

  /// How the keys after a prefix go on, for the footer.
  func continuations(of keys: [Key], in context: Command.Context) -> [(key: Key, id: Command.ID)] {
    (bindings[context] ?? [:])
      .filter { $0.key.count > keys.count && Array($0.key.prefix(keys.count)) == keys }
      .map { ($0.key[keys.count], $0.value) }
      .sorted { $0.0.description < $1.0.description }
  }
}
