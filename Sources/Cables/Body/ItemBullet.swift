/// The mark in front of a sub-point, such as `--`, `-`, `a.` or `(1)`.
struct ItemBullet {
  /// Where the sub-point's text begins.
  var textStart: Int
  /// Whether it is a dash and not a letter or number.
  var isDash: Bool
  /// The portion mark behind it.
  var portion: String?
  /// The letter or digit that it ends with; nil for a dash.
  var letter: UInt8?
  /// Whether it is a Roman number of two letters or more, `ii.`.
  var isLongNumeral = false

  /// Reads the mark at the start of a line.
  init?(_ bytes: [UInt8], at start: Int, before limit: Int) {
    guard let mark = Self.mark(bytes, at: start, before: limit) else { return nil }
    textStart = bytes.skippingBlanks(from: mark.end, before: limit)
    isDash = mark.isDash
    if !isDash {
      letter = bytes[start..<mark.end].last(where: \.isWord)
      isLongNumeral = bytes[start..<mark.end].count(where: \.isLetter) > 1
    }
    guard textStart < limit else { return nil }
    if let found = PortionMark(bytes, at: textStart, before: limit) {
      portion = found.text
    }
  }

  private static func mark(
    _ bytes: [UInt8], at start: Int, before limit: Int
  ) -> (end: Int, isDash: Bool)? {
    guard start + 1 < limit else { return nil }
    switch bytes[start] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"):
      var end = start
      while end < limit, bytes[end] == bytes[start] { end += 1 }
      guard end - start <= 3, end < limit,
        bytes[end].isBlank || bytes[end].isLetter || bytes[end] == 0x28
      else { return nil }
      return (end, true)
    case 0xE2 where start + 3 < limit && bytes[start + 1] == 0x80:
      // Bullet, en dash, em dash.
      guard bytes[start + 2] == 0xA2 || bytes[start + 2] == 0x93 || bytes[start + 2] == 0x94,
        bytes[start + 3].isBlank
      else { return nil }
      return (start + 3, true)
    case 0xC2 where bytes[start + 1] == 0xB6:
      return label(bytes, at: start + 2, before: limit).map { ($0, false) }
    case 0x28:
      guard let end = label(bytes, at: start + 1, before: limit), bytes[end - 1] == 0x29 else {
        return nil
      }
      return (end, false)
    default:
      return label(bytes, at: start, before: limit).map { ($0, false) }
    }
  }

  /// After a letter, a small Roman or an Arabic number and its point or parenthesis.
  private static func label(_ bytes: [UInt8], at start: Int, before limit: Int) -> Int? {
    guard start < limit else { return nil }
    var index = start
    if bytes[index].isDigit {
      index = bytes.endOfDigits(from: index, before: limit)
      guard index - start <= 2 else { return nil }
    } else if bytes[index].isLetter {
      index += 1
      while index < limit, index - start < 4, isRoman(bytes[index]), isRoman(bytes[start]) {
        index += 1
      }
    }
    guard index > start, index < limit, bytes[index] == 0x2E || bytes[index] == 0x29 else {
      return nil
    }
    index += 1
    guard index < limit, bytes[index].isBlank || (bytes[index - 1] == 0x29 && bytes[index].isLetter)
    else { return nil }
    return index
  }

  private static func isRoman(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "i") || byte == UInt8(ascii: "v") || byte == UInt8(ascii: "x")
  }
}
