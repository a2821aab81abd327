extension Addressee {
  /// Reads a line of a TO or INFO list; nil for one that names nobody (`XMT`, `BT`).
  ///
  /// A line with only a precedence and a number gives an empty name: it belongs to the line before.
  init?(_ bytes: [UInt8], _ content: Range<Int>) {
    var range = content
    self.init(name: "")
    if bytes.hasWord("XMT", at: range.lowerBound, before: range.upperBound) { return nil }
    if let slash = Self.endOfRoute(bytes, range) {
      route = bytes.text(in: range.lowerBound..<slash)
      range = slash + 1..<range.upperBound
    }
    if let excluded = bytes.firstIndex(of: "XMT", in: range) {
      range = range.lowerBound..<excluded
    }
    range = takeOffices(bytes, range)
    takeNumber(bytes, &range)
    takePrecedence(bytes, &range)
    name = bytes.foldedText(in: range)
    if name.isEmpty, route == nil, precedence == nil, number == nil, offices.isEmpty { return nil }
  }

  /// The slash behind a routing indicator.
  private static func endOfRoute(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while index < range.upperBound, bytes[index].isWord { index += 1 }
    let length = index - range.lowerBound
    guard length >= 4, length <= 8, index + 1 < range.upperBound, bytes[index] == UInt8(ascii: "/"),
      bytes[index + 1] != UInt8(ascii: "/"), bytes[range.lowerBound].capital == UInt8(ascii: "R")
    else { return nil }
    return index
  }

  /// Takes `//NEA/IRN//` off, with a precedence and a number behind it.
  private mutating func takeOffices(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    guard let open = bytes.firstIndex(of: "//", in: range, asWord: false) else {
      return bytes.trimmed(range)
    }
    let inside = open + 2..<range.upperBound
    let close = bytes.firstIndex(of: "//", in: inside, asWord: false) ?? range.upperBound
    let office = bytes.foldedText(in: open + 2..<close)
    if !office.isEmpty { offices.append(office) }
    var rest = bytes.trimmed(min(close + 2, range.upperBound)..<range.upperBound)
    takeNumber(bytes, &rest)
    takePrecedence(bytes, &rest)
    return bytes.trimmed(range.lowerBound..<open)
  }

  private mutating func takeNumber(_ bytes: [UInt8], _ range: inout Range<Int>) {
    var start = range.upperBound
    while start > range.lowerBound, bytes[start - 1].isDigit { start -= 1 }
    guard number == nil, start < range.upperBound, range.upperBound - start <= 6,
      start == range.lowerBound || bytes[start - 1].isBlank
    else { return }
    number = bytes.number(in: start..<range.upperBound)
    range = bytes.trimmed(range.lowerBound..<start)
  }

  private mutating func takePrecedence(_ bytes: [UInt8], _ range: inout Range<Int>) {
    let words: [(StaticString, Precedence)] = [
      ("NIACT IMMEDIATE", .flash), ("IMMEDIATE", .immediate), ("PRIORITY", .priority),
      ("ROUTINE", .routine), ("FLASH", .flash), ("NIACT", .flash),
    ]
    guard precedence == nil else { return }
    for (word, precedence) in words {
      let start = range.upperBound - word.utf8CodeUnitCount
      guard start >= range.lowerBound, bytes.has(word, at: start, before: range.upperBound),
        start == range.lowerBound || !bytes[start - 1].isWord
      else { continue }
      self.precedence = precedence
      range = bytes.trimmed(range.lowerBound..<start)
      return
    }
  }
}
