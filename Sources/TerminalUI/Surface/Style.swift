/// Ways to set text off that need no colour.
public struct Attributes: OptionSet, Hashable, Sendable {
  /// One bit an attribute.
  public let rawValue: UInt8

  /// Creates a set from its bits.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Heavier, on some terminals brighter.
  public static let bold = Attributes(rawValue: 1)
  /// Fainter.
  public static let dim = Attributes(rawValue: 2)
  /// Slanted; underlined where the terminal has no slanted type.
  public static let italic = Attributes(rawValue: 4)
  /// Underlined.
  public static let underline = Attributes(rawValue: 8)
  /// Foreground and background exchanged.
  public static let reverse = Attributes(rawValue: 16)
}

/// The look of a cell.
public struct Style: Hashable, Sendable {
  /// The colour of the text.
  public var foreground: Color
  /// The colour behind the text.
  public var background: Color
  /// What sets the text off beside its colours.
  public var attributes: Attributes

  /// The terminal's own colours and nothing else.
  public static let plain = Style()

  /// Creates a style; what is left out stays as the terminal has it.
  public init(
    foreground: Color = .standard, background: Color = .standard, attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// Returns this style with another laid over it.
  ///
  /// Colours of the other win unless they are `standard`; the attributes of both apply.
  public func adding(_ other: Style) -> Style {
    Style(
      foreground: other.foreground == .standard ? foreground : other.foreground,
      background: other.background == .standard ? background : other.background,
      attributes: attributes.union(other.attributes))
  }

  /// The style in one word: nine bits a colour, then the attributes.
  var packed: UInt32 {
    foreground.code | background.code << 9 | UInt32(attributes.rawValue) << 18
  }

  /// Creates the style of a packed word.
  init(packed: UInt32) {
    self.init(
      foreground: Color(code: packed & 0x1FF),
      background: Color(code: packed >> 9 & 0x1FF),
      attributes: Attributes(rawValue: UInt8(truncatingIfNeeded: packed >> 18)))
  }
}
