/// A key as a user names it: `j`, `<C-l>`, `<S-Tab>`, `<A-Left>`, `<F1>`.
///
/// What a terminal can't tell apart is one key: Ctrl-I is Tab, Ctrl-M and Ctrl-J are Enter, Ctrl-H is
/// Backspace, Ctrl-[ is Esc, and a letter with Shift is the capital.
public struct Key: Hashable, Sendable {
  /// What is on the key.
  public enum Code: Hashable, Sendable {
    /// A character; a blank is the space bar.
    case character(Character)
    case enter
    case escape
    case tab
    case backspace
    case delete
    case insert
    case up
    case down
    case left
    case right
    case home
    case end
    case pageUp
    case pageDown
    /// A function key, from 1 on.
    case function(Int)
  }

  /// What is held down with a key.
  public struct Modifiers: OptionSet, Hashable, Sendable {
    /// One bit a modifier.
    public let rawValue: UInt8

    /// Creates a set from its bits.
    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// Shift, on keys without a character.
    public static let shift = Modifiers(rawValue: 1)
    /// Alt, or Meta, or Esc before the key.
    public static let alt = Modifiers(rawValue: 2)
    /// Control.
    public static let control = Modifiers(rawValue: 4)
  }

  /// What is on the key.
  public let code: Code
  /// What is held down with it.
  public let modifiers: Modifiers

  /// Creates a key in the one form that stands for it.
  public init(_ code: Code, modifiers: Modifiers = []) {
    guard case .character(let character) = code else {
      self.code = code
      self.modifiers = modifiers
      return
    }
    if modifiers.contains(.control) {
      self = Self.control(character, modifiers: modifiers)
      return
    }
    let isShifted = modifiers.contains(.shift)
    let capital = character.uppercased()
    self.code = .character(isShifted && capital.count == 1 ? Character(capital) : character)
    self.modifiers = modifiers.subtracting(character == " " ? [] : .shift)
  }

  /// Creates the key of a plain character.
  public init(_ character: Character) {
    self.init(.character(character))
  }

  /// The character that the key puts into a text field, nil for a key that commands something.
  public var character: Character? {
    guard case .character(let character) = code, modifiers.isEmpty else { return nil }
    return character
  }

  /// The key that a terminal sends for a character with Control, which ignores case and Shift.
  private static func control(_ character: Character, modifiers: Modifiers) -> Key {
    let others = modifiers.subtracting([.control, .shift])
    let lower = character.lowercased()
    switch lower {
    case "i": return Key(.tab, modifiers: others)
    case "m", "j": return Key(.enter, modifiers: others)
    case "h": return Key(.backspace, modifiers: others)
    case "[": return Key(.escape, modifiers: others)
    default:
      let shown = lower == "@" || lower.count != 1 ? " " : Character(lower)
      return Key(exactly: .character(shown), modifiers: others.union(.control))
    }
  }

  private init(exactly code: Code, modifiers: Modifiers) {
    self.code = code
    self.modifiers = modifiers
  }
}
