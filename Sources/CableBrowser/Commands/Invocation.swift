/// A command with what it is given: what a key stands for, and what a line of the command line says.
///
/// The form in writing is that of the command line and of configurations, `[COUNT] NAME [ARGUMENTS]`; a number alone
/// goes to that row, a number with `%` to that place.
///
///     try Invocation(parsing: "sea from:ROME")  // .search with the argument "from:ROME"
public struct Invocation: Sendable, Hashable {
  /// The command.
  public var id: Command.ID
  /// What follows its name, without blanks at the ends.
  public var arguments: String
  /// The number before it.
  public var count: Int?

  /// Creates an invocation.
  public init(_ id: Command.ID, _ arguments: String = "", count: Int? = nil) {
    self.id = id
    self.arguments = arguments
    self.count = count
  }

  /// The highest number that may stand before a command.
  static let highestCount = 9_999_999

  /// Reads a line.
  ///
  /// - Throws: What is wrong with it, and what to do.
  public init(parsing line: String) throws(InvocationError) {
    var rest = line.trimmingBlanks()[...]
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty {
      count = min(Int(digits) ?? Self.highestCount, Self.highestCount)
      rest = rest.dropFirst(digits.count).drop { $0 == " " }
    }
    let name = rest.prefix { $0 != " " }
    arguments = String(rest.dropFirst(name.count)).trimmingBlanks()
    if name == "%" || name.isEmpty, count != nil {
      id = name.isEmpty ? .bottom : .percent
    } else {
      id = try Self.command(named: String(name))
    }
    if !arguments.isEmpty, Command[id]?.arguments.isEmpty == true {
      throw InvocationError("\(id.rawValue) takes nothing after its name")
    }
    for (word, argument) in zip(words, Command[id]?.arguments ?? []) {
      guard case .words(let known) = argument.kind, !known.contains(word) else { continue }
      throw InvocationError(
        "\(id.rawValue) takes \(known.joined(separator: ", ")), not \(word)")
    }
  }

  /// The command of a name, an alias, or the beginning of just one.
  static func command(named name: String) throws(InvocationError) -> Command.ID {
    guard !name.isEmpty else { throw InvocationError("No command; Tab shows all") }
    if let exact = Command.all.first(where: { $0.names.contains(name) }) { return exact.id }
    let candidates = Command.all.filter { $0.names.contains { $0.hasPrefix(name) } }
    guard let first = candidates.first else {
      throw InvocationError("There is no command \(name); Tab completes, ? shows all")
    }
    if candidates.count > 1 {
      let names = candidates.prefix(4).map(\.id.rawValue).joined(separator: ", ")
      throw InvocationError(
        "\(name) could be \(names)\(candidates.count > 4 ? " and others" : ""); type more")
    }
    return first.id
  }

  /// What is given for each argument the command takes: a word each, the rest of the line for the last.
  public var words: [String] {
    let wanted = Command[id]?.arguments.count ?? 0
    guard wanted > 0, !arguments.isEmpty else { return [] }
    return arguments.split(separator: " ", maxSplits: wanted - 1, omittingEmptySubsequences: true)
      .map { String($0).trimmingBlanks() }
  }

  /// Whether the command is one for a context, and not bound there by a reader's choice.
  func isMeant(for context: Command.Context) -> Bool {
    Command[id]?.contexts.contains(context) == true
  }

  /// The first argument that is needed and not there.
  var missing: Command.Argument? {
    guard let all = Command[id]?.arguments else { return nil }
    let given = words.count
    return given < all.count && all[given].isRequired ? all[given] : nil
  }
}

extension Invocation: CustomStringConvertible {
  /// The line that says this.
  public var description: String {
    let name = arguments.isEmpty ? id.rawValue : "\(id.rawValue) \(arguments)"
    return count.map { "\($0) \(name)" } ?? name
  }
}

/// What is wrong with a line of the command line, and what to do.
public struct InvocationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A sentence without a full stop.
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}

extension Command {
  /// The name and the aliases.
  var names: [String] { [id.rawValue] + aliases }
}

extension String {
  /// The text without blanks and tabs at its ends.
  func trimmingBlanks() -> String {
    func isBlank(_ character: Character) -> Bool { character == " " || character == "\t" }
    guard let first = firstIndex(where: { !isBlank($0) }),
      let last = lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(self[first...last])
  }
}
