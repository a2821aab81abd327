/// The marker in front of a numbered paragraph: `¶12. (S/NF) `, `1. (C) `, `- ¶7. (U) `.
struct ParagraphMarker {
  /// The number as it is written.
  var number: Int
  /// The portion mark without parentheses.
  var portion: String?
  /// Whether a pilcrow marks it, which leaves no doubt.
  var isExplicit: Bool
  /// Where the marker begins.
  var start: Int
  /// Where the text begins.
  var textStart: Int

  /// Whether a pilcrow stands at an offset.
  @inline(__always)
  static func isPilcrow(_ bytes: [UInt8], at index: Int, before limit: Int) -> Bool {
    index + 1 < limit && bytes[index] == 0xC2 && bytes[index + 1] == 0xB6
  }

  /// Reads a marker at an offset; a list dash may precede it.
  ///
  /// What is no plain `1. ` is one only with a portion mark: `1) (C)`, `1 . (C)`, `1 (C)`, `(C) 1.`, and `P1. (C)` with a
  /// letter for the pilcrow.
  init?(_ bytes: [UInt8], at offset: Int, before limit: Int) {
    guard offset < limit, Self.mayBegin(bytes[offset]) else { return nil }
    start = offset
    var index = offset
    if index < limit, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "*") {
      index = bytes.skippingBlanks(from: index + 1, before: limit)
      guard index > offset + 1 else { return nil }
    }
    isExplicit = Self.isPilcrow(bytes, at: index, before: limit)
    var needsPortion = false
    if isExplicit {
      index = bytes.skippingBlanks(from: index + 2, before: limit)
    } else if index < limit, bytes[index] == UInt8(ascii: "P") {
      index += 1
      guard index < limit, bytes[index].isDigit else { return nil }
      needsPortion = true
    } else if index < limit, bytes[index] == 0x28 {
      guard let mark = PortionMark(bytes, at: index, before: limit) else { return nil }
      portion = mark.text
      index = bytes.skippingBlanks(from: mark.end, before: limit)
    }
    if !isExplicit, bytes[index] == UInt8(ascii: "l") || bytes[index] == UInt8(ascii: "I") {
      // A reader's 1, which only a portion mark tells from a letter.
      index += 1
      guard index < limit, bytes[index] == 0x2E, portion == nil else { return nil }
      number = 1
      needsPortion = true
    } else {
      let digitsEnd = bytes.endOfDigits(from: index, before: limit)
      guard digitsEnd > index, digitsEnd - index <= 3,
        let number = bytes.number(in: index..<digitsEnd), number > 0
      else { return nil }
      self.number = number
      index = digitsEnd
    }
    // A blank slipped in front of the point; only a portion mark then tells the marker from a figure.
    let point = bytes.skippingBlanks(from: index, before: Swift.min(limit, index + 3))
    if point > index, point < limit, bytes[point] == 0x2E {
      index = point
      if !isExplicit { needsPortion = true }
    }
    if index < limit, bytes[index] == UInt8(ascii: ","), !isExplicit {
      // A comma for the point.
      needsPortion = true
      index += 1
    } else if index < limit, bytes[index] == 0x2E || bytes[index] == 0x29 {
      if bytes[index] == 0x29, !isExplicit { needsPortion = true }
      index += 1
      if index < limit, bytes[index].isDigit { return nil }
    } else if !isExplicit {
      needsPortion = true
    }
    if needsPortion, portion != nil { return nil }
    let markStart = bytes.skippingSpace(from: index, before: Swift.min(limit, index + 8))
    if let mark = PortionMark(bytes, at: markStart, before: limit)
      ?? (needsPortion ? nil : PortionMark(bytes, damagedAt: markStart, before: limit))
    {
      portion = mark.text
      index = mark.end
      if index < limit, bytes[index] == 0x3A { index += 1 }
      if let level = Self.levelOfEntireText(mark.text) {
        portion = level
        index = markStart
      }
    } else if needsPortion {
      return nil
    } else if !isExplicit, index < limit, !bytes[index].isSpace, bytes[index] != 0x28 {
      // A word glued to the point.
      guard bytes[index].isCapital, index + 1 < limit,
        bytes[index + 1].isLetter || bytes[index + 1].isBlank
      else { return nil }
    }
    textStart = bytes.skippingSpace(from: index, before: limit)
  }

  @inline(__always)
  private static func mayBegin(_ byte: UInt8) -> Bool {
    byte.isDigit || byte == 0xC2 || byte == 0x28 || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "P") || byte == UInt8(ascii: "l")
      || byte == UInt8(ascii: "I")
  }

  /// The level of `(C - ENTIRE TEXT)`, which speaks of all paragraphs and stays in the text.
  private static func levelOfEntireText(_ mark: String) -> String? {
    guard mark.hasSuffix("ENTIRE TEXT") else { return nil }
    return mark.split { !$0.isLetter }.first.map(String.init)
  }
}
