internal import CNCurses

/// What a scalar of some text becomes on a screen.
///
/// Text is not trusted: a scalar that could move the cursor, reorder the line or hide itself
/// becomes a visible mark of one column.
struct Glyph: Equatable {
  /// The scalar to draw; nothing is drawn for a `dropped` one.
  var scalar: UInt32
  /// Cells it takes: 0 for what rides on the glyph before it.
  var columns: Int

  /// The blanks a tab stands for.
  ///
  /// A fixed number rather than the way to the next stop, so that the widths of the parts of a
  /// line add up to the width of the line wherever it is cut.
  static let tabColumns = 4

  /// The mark for what must not reach the terminal: the replacement character.
  static let mark = Glyph(scalar: 0xFFFD, columns: 1)

  /// Invisible, and not sent: joiners and variation selectors.
  ///
  /// Terminals disagree on whether these merge or widen their neighbours; without them all
  /// terminals count the same columns.
  static let dropped = Glyph(scalar: 0, columns: 0)

  /// Creates a glyph of a scalar that is drawn as it is.
  init(scalar: UInt32, columns: Int) {
    self.scalar = scalar
    self.columns = columns
  }

  /// Creates what is drawn for a scalar.
  init(displaying value: UInt32) {
    switch value {
    case 0x09: self.init(scalar: 0x20, columns: Self.tabColumns)
    case 0x00..<0x20: self.init(scalar: 0x2400 + value, columns: 1)
    case 0x20..<0x7F: self.init(scalar: value, columns: 1)
    case 0x7F: self.init(scalar: 0x2421, columns: 1)
    case 0x80..<0xA0: self = Self.mark
    // Terminals show a soft hyphen or hide it as they like.
    case 0xAD: self.init(scalar: 0x2D, columns: 1)
    case 0xA0..<0x300, 0x2010...0x2027, 0x2500..<0x2580: self.init(scalar: value, columns: 1)
    default: self = Self.outsideOfCommonBlocks(value)
    }
  }

  private static func outsideOfCommonBlocks(_ value: UInt32) -> Glyph {
    switch value {
    // Direction: marks, embeddings, overrides, isolates, and their deprecated kin.
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x206F: return mark
    // Line and paragraph separators, byte order mark, interlinear notes, tag characters.
    case 0x2028, 0x2029, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF: return mark
    case 0x200B...0x200D, 0x2060...0x2065, 0xFE00...0xFE0F: return dropped
    default:
      let columns = Int(tui_wcwidth(value))
      return columns < 0 ? mark : Glyph(scalar: value, columns: columns)
    }
  }

  /// Whether a scalar changes the skin tone of the emoji before it.
  static func isEmojiModifier(_ value: UInt32) -> Bool {
    (0x1F3FB...0x1F3FF).contains(value)
  }
}
