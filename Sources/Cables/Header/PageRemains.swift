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
      var place = lines[index].first
      while let word = Self.word(bytes, from: place, before: lines[index].end) {
        place = word.upperBound
        // Two or four digits of a year, then the post.
        guard word.count >= 7, word.count <= 26, bytes[word.lowerBound].isDigit,
          bytes[word.lowerBound + 2].isLetter || bytes[word.lowerBound + 4].isLetter,
          bytes[word.upperBound - 1].isWord,
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

  /// The next stretch without blanks and commas.
  private static func word(_ bytes: [UInt8], from start: Int, before limit: Int) -> Range<Int>? {
    func separates(_ byte: UInt8) -> Bool { byte.isBlank || byte == UInt8(ascii: ",") }
    var lower = start
    while lower < limit, separates(bytes[lower]) { lower += 1 }
    var upper = lower
    while upper < limit, !separates(bytes[upper]) { upper += 1 }
    return lower < upper ? lower..<upper : nil
  }

  /// The first date of the form `2009-10-07` in a range.
  private static func date(_ bytes: [UInt8], _ range: Range<Int>) -> CableDate? {
    var place = range.lowerBound
    while let word = word(bytes, from: place, before: range.upperBound) {
      place = word.upperBound
      if word.count == 10, bytes[word.lowerBound + 4] == UInt8(ascii: "-") {
        return Declassification.date(bytes, word)
      }
    }
    return nil
  }
}
