extension Command {
  /// What can or must follow the name of a command.
  public struct Argument: Sendable, Hashable {
    /// What is meant, for completion and for the check of configurations.
    public enum Kind: Sendable, Hashable {
      /// Words of a search, to the end of the line.
      case query
      /// A cable's id in any spelling, to the end of the line.
      case id
      /// Labels of the reader's own, to the end of the line.
      case label
      /// The name of a saved search, to the end of the line.
      case search
      /// A path, to the end of the line.
      case file
      /// The name of a setting.
      case setting
      /// A value of the setting named before, to the end of the line.
      case value
      /// A key or keys in key notation.
      case key
      /// A context, or several with commas between.
      case context
      /// A command and what follows it, to the end of the line.
      case command
      /// A part of the screen that has a look.
      case role
      /// Colours and attributes, to the end of the line.
      case look
      /// One of some words.
      case words([String])
      /// Anything, to the end of the line.
      case text
    }

    /// What stands in the usage for it.
    public let name: String
    /// What is meant.
    public let kind: Kind
    /// Whether the command can't do without.
    public let isRequired: Bool

    /// An argument the command can't do without.
    static func required(_ name: String, _ kind: Kind) -> Argument {
      Argument(name: name, kind: kind, isRequired: true)
    }

    /// An argument that may be left out, together with all after it.
    static func optional(_ name: String, _ kind: Kind) -> Argument {
      Argument(name: name, kind: kind, isRequired: false)
    }
  }
}
