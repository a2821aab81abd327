/// What a heading without a rule looks like: a few words that begin with capitals and end no sentence.
enum HeadingShape {
  /// Whether a line alone between blank lines has that shape; one in front of a numbered paragraph needs less of it.
  static func matches(_ bytes: [UInt8], _ content: Range<Int>, isBeforeMarker: Bool) -> Bool {
    var start = content.lowerBound
    if let mark = PortionMark(bytes, at: start, before: content.upperBound) {
      start = bytes.skippingBlanks(from: mark.end, before: content.upperBound)
    }
    guard start < content.upperBound else { return false }
    let head = bytes[start]
    guard head.isCapital || head.isDigit || head == UInt8(ascii: "\"") || head >= 0x80 else {
      return false
    }
    let tail = bytes[content.upperBound - 1]
    guard tail != 0x2E, tail != UInt8(ascii: ","), tail != UInt8(ascii: ";"),
      tail != UInt8(ascii: "-")
    else { return false }
    let words = count(bytes, start..<content.upperBound)
    guard words.all >= 1, words.all <= 14 else { return false }
    if isBeforeMarker {
      return words.long == 0 || words.capitalised * 2 >= words.long || words.all <= 6
    }
    return words.all <= 10 && words.capitalised * 3 >= words.long * 2
  }

  /// Words, words of four letters and more, and those of them that begin with a capital.
  private static func count(
    _ bytes: [UInt8], _ range: Range<Int>
  ) -> (all: Int, long: Int, capitalised: Int) {
    var result = (all: 0, long: 0, capitalised: 0)
    var index = range.lowerBound
    while index < range.upperBound {
      guard bytes[index].isWord else {
        index += 1
        continue
      }
      let start = index
      while index < range.upperBound,
        bytes[index].isWord || bytes[index] >= 0x80
          || bytes[index] == UInt8(ascii: "'")
      {
        index += 1
      }
      result.all += 1
      guard index - start >= 4, bytes[start].isLetter else { continue }
      result.long += 1
      if bytes[start].isCapital { result.capitalised += 1 }
    }
    return result
  }
}
