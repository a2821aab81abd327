/// A glyph and the scalars that ride on it, found at a place of a text.
struct Cluster {
  /// Scalars that may ride on a glyph; further ones are not drawn.
  ///
  /// ncurses keeps five scalars a cell, and a pile of marks would run into the lines around.
  static let maximumMarks = 4

  /// Bytes of the text it stands for.
  var length: Int
  /// What is drawn first; `Glyph.dropped` where the text has marks with nothing to ride on.
  var base: Glyph
  /// The scalars that ride on the base.
  var marks: [UInt32] = []

  /// Finds the cluster at a place; its length is 0 at the end.
  init(in utf8: UnsafeBufferPointer<UInt8>, at index: Int) {
    guard index >= 0, index < utf8.count else {
      length = 0
      base = Glyph.dropped
      return
    }
    let first = Self.scalar(in: utf8, at: index)
    length = first.length
    base = first.value.map(Glyph.init(displaying:)) ?? Glyph.mark
    if base.columns == 0 {
      if base != Glyph.dropped { marks.append(base.scalar) }
      base = Glyph.dropped
    }
    // A control character is a cluster of its own: nothing may hide its mark.
    if first.value.map({ $0 < 0x20 }) ?? true { return }
    while index + length < utf8.count, utf8[index + length] >= 0x80 {
      let next = Self.scalar(in: utf8, at: index + length)
      guard let value = next.value else { return }
      if base.columns == 2, Glyph.isEmojiModifier(value) {
        length += next.length
        continue
      }
      let glyph = Glyph(displaying: value)
      guard glyph.columns == 0 else { return }
      length += next.length
      if glyph != Glyph.dropped, marks.count < Self.maximumMarks { marks.append(glyph.scalar) }
    }
  }

  /// Decodes the scalar at a place; a byte that starts none is a scalar without value.
  private static func scalar(
    in utf8: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (value: UInt32?, length: Int) {
    let first = UInt32(utf8[index])
    let length: Int
    var value: UInt32
    let smallest: UInt32
    switch first {
    case 0x00..<0x80: return (first, 1)
    case 0xC2..<0xE0: (length, value, smallest) = (2, first & 0x1F, 0x80)
    case 0xE0..<0xF0: (length, value, smallest) = (3, first & 0x0F, 0x800)
    case 0xF0..<0xF5: (length, value, smallest) = (4, first & 0x07, 0x10000)
    default: return (nil, 1)
    }
    guard index + length <= utf8.count else { return (nil, 1) }
    for offset in 1..<length {
      let byte = UInt32(utf8[index + offset])
      guard byte & 0xC0 == 0x80 else { return (nil, 1) }
      value = value << 6 | byte & 0x3F
    }
    guard value >= smallest, value <= 0x10FFFF, !(0xD800..<0xE000).contains(value) else {
      return (nil, 1)
    }
    return (value, length)
  }
}
