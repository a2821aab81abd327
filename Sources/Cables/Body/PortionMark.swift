/// The classification of a portion in parentheses: `(C)`, `(S//NF)`, `(C/REL GERMANY)`.
struct PortionMark {
  /// The mark in capitals without parentheses and blanks around.
  var text: String
  /// After the closing parenthesis.
  var end: Int

  /// Reads a mark at an offset: a level, then handling words behind slashes or blanks, up to 24 letters.
  init?(_ bytes: [UInt8], at start: Int, before limit: Int) {
    guard start < limit, bytes[start] == UInt8(ascii: "(") else { return nil }
    var index = bytes.skippingBlanks(from: start + 1, before: limit)
    let markStart = index
    let bound = Swift.min(limit, start + 40)
    var letters = 0
    while index < bound, bytes[index] != UInt8(ascii: ")") {
      let byte = bytes[index]
      guard
        byte.isLetter || byte.isSpace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-")
          || byte == UInt8(ascii: ",")
      else { return nil }
      if byte.isLetter { letters += 1 }
      index += 1
    }
    guard index < bound, letters > 0, letters <= 24 else { return nil }
    guard Self.isLevel(bytes, markStart..<index) else { return nil }
    let mark = bytes.trimmed(markStart..<index)
    text = bytes.foldedCapitals(in: mark)
    end = index + 1
    // A doubled parenthesis is a slip of the hand: (C)).
    if end < limit, bytes[end] == UInt8(ascii: ")") { end += 1 }
    // Handling in parentheses of its own.
    for handling: StaticString in ["(NF)", "(NOFORN)"]
    where bytes.has(handling, at: end, before: limit) {
      text += "/NF"
      end += handling.utf8CodeUnitCount
    }
  }

  /// Reads a mark behind a paragraph's number whose parentheses are damaged: `[C]`, `(S/NF]`, `C)`, `(SBU `.
  init?(_ bytes: [UInt8], damagedAt start: Int, before limit: Int) {
    guard start < limit else { return nil }
    let isOpen = Self.isBracket(bytes[start])
    let first = isOpen ? start + 1 : start
    var index = first
    while index < limit, index - first < 8, bytes[index].isCapital || bytes[index] == 0x2F {
      index += 1
    }
    guard index > first, index < limit, Self.isLevel(bytes, first..<index) else { return nil }
    let isClosed = Self.isBracket(bytes[index])
    guard isOpen || isClosed, isClosed || bytes[index].isBlank else { return nil }
    text = bytes.text(in: first..<index)
    end = isClosed ? index + 1 : index
  }

  private static func isBracket(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x28, 0x29, UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
      true
    default: false
    }
  }

  private static let levels: [StaticString] = [
    "U", "C", "S", "TS", "SBU", "LOU", "FOUO", "UNCLAS", "UNCLASSIFIED", "CONFIDENTIAL", "SECRET",
    "SENSITIVE",
  ]

  private static func isLevel(_ bytes: [UInt8], _ mark: Range<Int>) -> Bool {
    var end = mark.lowerBound
    while end < mark.upperBound, bytes[end].isLetter { end += 1 }
    let word = mark.lowerBound..<end
    // Letters that stand apart spell a word, `(C O R R E C T E D)`.
    if end + 2 < mark.upperBound, bytes[end].isBlank, bytes[end + 1].isLetter,
      bytes[end + 2].isBlank
    {
      return false
    }
    return levels.contains { bytes.equals($0, in: word) }
  }
}
