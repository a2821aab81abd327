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
  init?(_ bytes: [UInt8], at offset: Int, before limit: Int) {
    start = offset
    var index = offset
    if index < limit, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "*") {
      index = bytes.skippingBlanks(from: index + 1, before: limit)
      guard index > offset + 1 else { return nil }
    }
    isExplicit = Self.isPilcrow(bytes, at: index, before: limit)
    if isExplicit { index = bytes.skippingBlanks(from: index + 2, before: limit) }
    let digitsEnd = bytes.endOfDigits(from: index, before: limit)
    guard digitsEnd > index, digitsEnd - index <= 3,
      let number = bytes.number(in: index..<digitsEnd), number > 0
    else { return nil }
    self.number = number
    index = digitsEnd
    if index < limit, bytes[index] == UInt8(ascii: ".") || (isExplicit && bytes[index] == 0x29) {
      index += 1
      if index < limit, bytes[index].isDigit { return nil }
    } else if !isExplicit {
      return nil
    }
    let markStart = bytes.skippingSpace(from: index, before: Swift.min(limit, index + 8))
    if let mark = PortionMark(bytes, at: markStart, before: limit) {
      portion = mark.text
      index = mark.end
    } else if !isExplicit, index < limit, !bytes[index].isSpace, bytes[index] != 0x28 {
      return nil
    }
    textStart = bytes.skippingSpace(from: index, before: limit)
  }
}
