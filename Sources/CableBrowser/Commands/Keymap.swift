import TerminalUI

/// Which keys mean which command, by context.
public struct Keymap: Sendable, Equatable {
  /// What a run of keys means so far.
  enum Meaning: Sendable, Equatable {
    case command(Invocation)
    /// The start of at least one longer run.
    case prefix
    case nothing
  }

  /// A key and what it stands for.
  struct Binding: Sendable, Equatable {
    var keys: [Key]
    var invocation: Invocation
  }

  private var bindings: [Command.Context: [Binding]] = [:]
  private var byKeys: [Command.Context: [[Key]: Invocation]] = [:]
  private var prefixes: [Command.Context: Set<[Key]>] = [:]

  /// A keymap without keys.
  static let empty = Keymap()

  /// The keys the commands come with.
  public static let standard = Keymap(Command.all)

  private init() {}

  /// Creates a keymap of the keys in a table.
  init(_ commands: [Command]) {
    for command in commands {
      for binding in command.bindings {
        for context in binding.contexts {
          do {
            try bind(
              try Key.parse(binding.key), to: Invocation(command.id, binding.arguments),
              in: context)
          } catch {
            preconditionFailure("\(command.id.rawValue), \(binding.key): \(error)")
          }
        }
      }
    }
  }

  /// Gives keys a meaning, in place of the one they may have had.
  ///
  /// - Throws: Why they can't have it: text is typed in the context, or a shorter or longer run is taken.
  mutating func bind(
    _ keys: [Key], to invocation: Invocation, in context: Command.Context
  ) throws(InvocationError) {
    guard let first = keys.first else { throw InvocationError("No key") }
    let name = keys.notation
    if context.takesText, keys.count > 1 || first.character != nil {
      throw InvocationError("\(name) is text \(context.title.lowercasedFirst)")
    }
    if let shorter = keys.indices.dropFirst().map({ Array(keys.prefix($0)) })
      .first(where: { byKeys[context]?[$0] != nil })
    {
      throw InvocationError(
        "\(name) starts with \(shorter.notation), which has a command; unbind that first")
    }
    if prefixes[context]?.contains(keys) == true {
      throw InvocationError("\(name) is the start of longer keys; unbind those first")
    }
    if byKeys[context]?[keys] != nil { _ = unbind(keys, in: context) }
    bindings[context, default: []].append(Binding(keys: keys, invocation: invocation))
    index(context)
  }

  /// Takes keys their meaning.
  ///
  /// - Returns: Whether they had one.
  mutating func unbind(_ keys: [Key], in context: Command.Context) -> Bool {
    guard byKeys[context]?[keys] != nil else { return false }
    bindings[context]?.removeAll { $0.keys == keys }
    index(context)
    return true
  }

  private mutating func index(_ context: Command.Context) {
    var all: [[Key]: Invocation] = [:]
    var starts: Set<[Key]> = []
    for binding in bindings[context] ?? [] {
      all[binding.keys] = binding.invocation
      for count in binding.keys.indices.dropFirst() {
        starts.insert(Array(binding.keys.prefix(count)))
      }
    }
    byKeys[context] = all
    prefixes[context] = starts
  }

  /// What keys mean in a context.
  func meaning(of keys: [Key], in context: Command.Context) -> Meaning {
    if let invocation = byKeys[context]?[keys] { return .command(invocation) }
    return prefixes[context]?.contains(keys) == true ? .prefix : .nothing
  }

  /// How the keys after a prefix go on, for the footer.
  func continuations(
    of keys: [Key], in context: Command.Context
  ) -> [(key: Key, invocation: Invocation)] {
    (bindings[context] ?? [])
      .filter { $0.keys.count > keys.count && Array($0.keys.prefix(keys.count)) == keys }
      .map { ($0.keys[keys.count], $0.invocation) }
      .sorted { $0.0.description < $1.0.description }
  }

  /// The keys of a command in a context, as a reader knows them, the most telling first.
  func keys(of id: Command.ID, in context: Command.Context) -> [String] {
    (bindings[context] ?? []).filter { $0.invocation.id == id }.map(\.keys.readable)
  }

  /// The key of a command in a context that takes the fewest strokes, the most telling of several.
  func shortestKey(of id: Command.ID, in context: Command.Context) -> String? {
    (bindings[context] ?? []).filter { $0.invocation.id == id }
      .min { $0.keys.count < $1.keys.count }?.keys.readable
  }

  /// The keys of a command anywhere, each once.
  func keys(of id: Command.ID) -> [String] {
    var found: [String] = []
    for context in Command.Context.allCases {
      for key in keys(of: id, in: context) where !found.contains(key) { found.append(key) }
    }
    return found
  }

  /// All bindings of a context, in the order they were made.
  func bindings(in context: Command.Context) -> [Binding] { bindings[context] ?? [] }

  /// Tells whether the same keys mean the same, in whatever order they were bound.
  public static func == (first: Keymap, second: Keymap) -> Bool {
    Command.Context.allCases.allSatisfy {
      (first.byKeys[$0] ?? [:]) == (second.byKeys[$0] ?? [:])
    }
  }
}

extension [Key] {
  /// The keys in key notation.
  var notation: String { map(\.description).joined() }

  /// The keys as a reader knows them, `gg`, `Ctrl-L`.
  var readable: String { map(\.description.readableKey).joined() }
}

extension String {
  /// The text with its first letter small.
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
