/// What a web page said of a cable, in a text that was copied from it: `Viewing cable 09ROME1605, …`, or the row of a table
/// `09ROME1605  2009-10-07 14:18  2010-11-28 18:06  CONFIDENTIAL  Embassy Rome`.
struct PageRemains {
  /// The cable's id.
  var id: WrittenID
  /// The date behind it, to the day, for these pages give false minutes.
  var date: CableDate?

  /// Looks at the lines above a header for an id that is written in one word.
  init?(_ lines: LineIndex, _ range: Range<Int>) {
    let bytes = lines.bytes
    var found: WrittenID?
    for index in range.prefix(60) where !lines[index].isBlank && lines[index].content.count < 400 {
      for word in Self.words(bytes, lines[index].content) where bytes[word.lowerBound].isDigit {
        guard word.count >= 7, word.count <= 26,
          bytes[word].allSatisfy({ $0.isWord || $0 == UInt8(ascii: "_") }),
          bytes[word].contains(where: \.isLetter),
          let id = WrittenID(bytes.text(in: word)), id.year != nil, id.isPostKnown
        else { continue }
        found = found ?? id
        if date == nil, found == id {
          date = Self.date(bytes, word.upperBound..<lines[index].end)
        }
      }
    }
    guard let found else { return nil }
    id = found
  }

  private static func words(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let start = index
      while index < range.upperBound, !bytes[index].isBlank, bytes[index] != UInt8(ascii: ",") {
        index += 1
      }
      if index > start { words.append(start..<index) }
      index += 1
    }
    return words
  }

  /// The first date of the form `2009-10-07` in a range.
  private static func date(_ bytes: [UInt8], _ range: Range<Int>) -> CableDate? {
    for word in words(bytes, range) where word.count == 10 && bytes[word.lowerBound + 4] == 0x2D {
      return Declassification.date(bytes, word)
    }
    return nil
  }
}
