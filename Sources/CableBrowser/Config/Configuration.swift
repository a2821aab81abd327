import TerminalUI

/// What a reader has made of the browser: keys, settings, looks.
///
/// It is read from lines such as `bind list D search class:secret`, `set theme dark` or `color hit black on yellow`,
/// which are command lines and do the same when they are typed.
public struct Configuration: Sendable, Equatable {
  /// Which keys mean which command.
  var keymap: Keymap
  /// What can be chosen beside the keys.
  var settings = Settings()
  /// Looks that differ from the theme's.
  var looks: [Theme.Part: Style] = [:]
  /// The file it came from.
  var path: String?
  /// What was wrong in that file, a sentence each with file and line.
  public internal(set) var problems: [String] = []

  /// The keys and settings the browser comes with.
  public static let standard = Configuration(keymap: .standard)

  /// No keys at all, and the settings as they are without any being set.
  static let empty = Configuration(keymap: .empty)

  /// The look of the screen, as far as a terminal with some number of colours can show it.
  func theme(colors: Int = 256) -> Theme {
    // A ground of its own would be shown as reversed where there are no colours.
    var theme = Theme(colors < 8 && settings.theme != .terminal ? .mono : settings.theme)
    for (part, style) in looks { theme[part] = style }
    return theme
  }

  /// The commands of which a configuration is made.
  static let commands: Set<Command.ID> = [.set, .bind, .unbind, .color, .source]

  /// Takes a line over.
  ///
  /// - Throws: What is wrong with it.
  mutating func apply(_ invocation: Invocation) throws(InvocationError) {
    if let missing = invocation.missing, let command = Command[invocation.id] {
      throw InvocationError("\(command.id.rawValue) needs \(missing.name): \(command.usage)")
    }
    let words = invocation.words
    switch invocation.id {
    case .set:
      guard words.count == 2 else { throw InvocationError("set needs NAME VALUE here") }
      try set(words[0], to: words[1])
    case .bind: try bind(words[1], to: words[2], in: words[0])
    case .unbind: try unbind(words[1], in: words[0])
    case .color:
      guard words.count == 2 else { throw InvocationError("color needs PART LOOK here") }
      try color(words[0], words[1])
    default:
      throw InvocationError(
        "\(invocation.id.rawValue) can't stand here; bind, unbind, set, color and source can")
    }
  }

  private mutating func set(_ name: String, to value: String) throws(InvocationError) {
    let setting = try Setting.named(name)
    guard setting.write(&settings, value) else {
      throw InvocationError("\(setting.name) can't be \(value); it can be \(setting.values)")
    }
  }

  private mutating func bind(
    _ notation: String, to line: String, in contexts: String
  ) throws(InvocationError) {
    let keys = try Self.keys(notation)
    let invocation = try Invocation(parsing: line)
    for context in try Self.contexts(contexts) {
      try keymap.bind(keys, to: invocation, in: context)
    }
  }

  private mutating func unbind(_ notation: String, in contexts: String) throws(InvocationError) {
    let keys = try Self.keys(notation)
    var wasBound = false
    for context in try Self.contexts(contexts) where keymap.unbind(keys, in: context) {
      wasBound = true
    }
    guard wasBound else { throw InvocationError("\(keys.notation) has no command there") }
  }

  private mutating func color(_ name: String, _ look: String) throws(InvocationError) {
    guard let part = Theme.Part(rawValue: name) else {
      throw InvocationError(
        "There is no part \(name); there are \(Theme.Part.allCases.map(\.rawValue).joined(separator: ", "))"
      )
    }
    looks[part] = look == "reset" ? nil : try Style(look: look)
  }

  private static func keys(_ notation: String) throws(InvocationError) -> [Key] {
    do {
      return try Key.parse(notation)
    } catch {
      throw InvocationError(error.description)
    }
  }

  /// The contexts that a word names: one, several with commas between, or `all`.
  static func contexts(_ word: String) throws(InvocationError) -> [Command.Context] {
    if word == "all" { return Command.Context.allCases.filter { !$0.takesText } }
    var contexts: [Command.Context] = []
    for name in word.split(separator: ",") {
      guard let context = Command.Context(rawValue: String(name)) else {
        let known = Command.Context.allCases.map(\.rawValue).joined(separator: ", ")
        throw InvocationError("There is no context \(name); there are all, \(known)")
      }
      contexts.append(context)
    }
    guard !contexts.isEmpty else { throw InvocationError("No context before the key") }
    return contexts
  }
}
