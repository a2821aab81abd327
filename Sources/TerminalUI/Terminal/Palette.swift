/// The colours and attributes that a terminal has, and what a style becomes with them.
package struct Palette: Hashable, Sendable {
  /// A style in numbers that the terminal understands.
  package struct Look: Hashable, Sendable {
    /// -1 for the terminal's own colour, else an entry of its palette.
    package var foreground: Int
    /// -1 for the terminal's own colour, else an entry of its palette.
    package var background: Int
    /// What sets the text off beside its colours.
    package var attributes: Attributes

    /// Creates a look; what is left out stays as the terminal has it.
    package init(foreground: Int = -1, background: Int = -1, attributes: Attributes = []) {
      self.foreground = foreground
      self.background = background
      self.attributes = attributes
    }
  }

  /// The colours it can show: 0 (or fewer than 8) for none, 8, 16, 256.
  package let colors: Int
  /// Whether it has slanted type.
  package let hasItalic: Bool

  /// Creates a palette.
  package init(colors: Int, hasItalic: Bool) {
    self.colors = colors
    self.hasItalic = hasItalic
  }

  /// Returns the nearest that the terminal can show.
  ///
  /// Without colours, what has a background is reversed, so that it still stands out.
  package func look(of style: Style) -> Look {
    var look = Look(attributes: style.attributes)
    if !hasItalic, look.attributes.remove(.italic) != nil { look.attributes.insert(.underline) }
    guard colors >= 8 else {
      if style.background != .standard { look.attributes.insert(.reverse) }
      return look
    }
    look.foreground = entry(of: style.foreground)
    look.background = entry(of: style.background)
    // Without bright colours this grey would be black on what is often black.
    if colors < 16, Self.basic(style.foreground) == 8 {
      // On a ground of its own the terminal's colour might be that ground.
      look.foreground = look.background < 0 ? -1 : look.background == 0 ? 7 : 0
      look.attributes.insert(.dim)
    }
    return look
  }

  private func entry(of color: Color) -> Int {
    let entry = Int(color.code) - 1
    if entry < 0 || colors >= 256 { return entry }
    let basic = Self.basic(color)
    return colors >= 16 ? basic : basic % 8
  }

  /// The entry among the first sixteen that is nearest, -1 for the standard colour.
  private static func basic(_ color: Color) -> Int {
    let entry = Int(color.code) - 1
    guard entry >= 16 else { return entry }
    let wanted = rgb(ofEntry: entry)
    func distance(_ candidate: Int) -> Int {
      zip(wanted, named[candidate]).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
    return named.indices.min { distance($0) < distance($1) } ?? 7
  }

  /// What xterm makes of the first sixteen: red, green, blue, from 0 to 255.
  private static let named: [[Int]] = [
    [0, 0, 0], [205, 0, 0], [0, 205, 0], [205, 205, 0],
    [0, 0, 238], [205, 0, 205], [0, 205, 205], [229, 229, 229],
    [127, 127, 127], [255, 0, 0], [0, 255, 0], [255, 255, 0],
    [92, 92, 255], [255, 0, 255], [0, 255, 255], [255, 255, 255],
  ]

  /// The colour of an entry from 16 to 255.
  static func rgb(ofEntry entry: Int) -> [Int] {
    if entry >= 232 { return Array(repeating: 8 + 10 * (entry - 232), count: 3) }
    let cube = entry - 16
    return [cube / 36, cube / 6 % 6, cube % 6].map { $0 == 0 ? 0 : 55 + 40 * $0 }
  }
}
