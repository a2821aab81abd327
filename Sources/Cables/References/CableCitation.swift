/// A cable named in text by post and number, read from the number backwards.
struct CableCitation {
  /// The name the post's cables are filed under.
  var post: String
  /// The serial number.
  var number: Int
  /// The year, where one is written.
  var year: Int?
  /// All that was read, year and number included.
  var range: Range<Int>
  /// Where the number stands.
  var numberRange: Range<Int>
  /// Whether the post was taken over from the item before, as in `ROME 12, 15 AND 20`.
  var sharesPost = false
}

/// Reads cables by post and number in a stretch of text.
struct CitationReader {
  let bytes: [UInt8]
  /// The text to read.
  let range: Range<Int>
  /// The year of the citing cable, which no cited year exceeds; nil where unknown.
  let citingYear: Int?

  /// All citations of a stretch, in order.
  ///
  /// - Complexity: O(n); each number looks back over four words at most.
  func citations() -> [CableCitation] {
    var found: [CableCitation] = []
    var index = range.lowerBound
    var floor = range.lowerBound
    while index < range.upperBound {
      guard bytes[index].isDigit else {
        index += 1
        continue
      }
      index = startOfNumber(at: index, floor: floor)
      let end = endOfNumber(from: index)
      if let citation = citation(numberAt: index..<end, floor: floor)
        ?? shared(numberAt: index..<end, after: found.last)
      {
        found.append(citation)
        floor = citation.range.upperBound
        index = floor
      } else {
        index = end
      }
    }
    return found
  }

  /// Where a number begins whose first digits a reader took for letters: `OO123`, `l2345`.
  private func startOfNumber(at digit: Int, floor: Int) -> Int {
    var start = digit
    while start > floor, digit - start < 4,
      OpticalNumber.isDigitLike(bytes[start - 1])
    {
      start -= 1
    }
    guard start < digit, start == floor || !bytes[start - 1].isWord,
      let number = OpticalNumber(bytes, at: start, before: range.upperBound), number.end > digit
    else { return digit }
    // A letter in front of two digits is the zero of a year, which is read with its post.
    return number.end - start > 2 ? start : digit
  }

  /// After the digits at an offset, letters in their place that a reader took for them included: `77O1`.
  private func endOfNumber(from start: Int) -> Int {
    let digits = bytes.endOfDigits(from: start, before: range.upperBound)
    guard digits < range.upperBound, bytes[digits].isLetter,
      let number = OpticalNumber(bytes, at: start, before: range.upperBound)
    else { return digits }
    return number.end
  }

  private func number(in digits: Range<Int>) -> Int? {
    bytes.number(in: digits)
      ?? OpticalNumber(bytes, at: digits.lowerBound, before: digits.upperBound)?.value
  }

  /// Whether digits are the day and time of a message: the `101426` of `101426Z SEP 07`.
  private func isTimeGroup(_ digits: Range<Int>) -> Bool {
    guard digits.count == 6, digits.upperBound < range.upperBound,
      bytes[digits.upperBound].capital == UInt8(ascii: "Z")
    else { return false }
    return digits.upperBound + 1 >= range.upperBound || !bytes[digits.upperBound + 1].isLetter
  }

  /// The citation whose number stands in a range; nothing before `floor` belongs to it.
  func citation(numberAt digits: Range<Int>, floor: Int, repairs: Bool = true) -> CableCitation? {
    guard digits.count <= 8, let number = number(in: digits), number > 0, !isTimeGroup(digits)
    else { return nil }
    // Part of a date or a decimal fraction.
    if digits.lowerBound > floor, bytes[digits.lowerBound - 1] == UInt8(ascii: "/") { return nil }
    if isYearOfNumberBehind(digits) { return nil }
    if let run = post(before: digits.lowerBound, floor: floor, repairs: repairs) {
      return complete(run, number: number, digits: digits, year: nil, floor: floor)
    }
    // A year between post and number: ROME 05 3451, STATE (01) 201265.
    var middle = digits.lowerBound
    while middle > floor, bytes[middle - 1].isBlank || bytes[middle - 1] == 0x29 { middle -= 1 }
    let yearEnd = middle
    while middle > floor, bytes[middle - 1].isDigit { middle -= 1 }
    guard yearEnd < digits.lowerBound, middle < yearEnd,
      let year = year(in: middle..<yearEnd, isLimited: true)
    else { return nil }
    if middle > floor, bytes[middle - 1] == 0x28 || bytes[middle - 1] == UInt8(ascii: "'") {
      middle -= 1
    }
    guard let run = post(before: middle, floor: floor, repairs: false) else { return nil }
    return complete(run, number: number, digits: digits, year: year, floor: floor)
  }

  /// Whether digits are a year between a post and its number: the `05` of `ROME 05 3451`.
  private func isYearOfNumberBehind(_ digits: Range<Int>) -> Bool {
    guard digits.count == 2 || digits.count == 4 else { return false }
    let blanks = bytes.skippingBlanks(from: digits.upperBound, before: range.upperBound)
    let start = bytes.skippingSpace(from: blanks, before: range.upperBound)
    guard start > digits.upperBound else { return false }
    let end = bytes.endOfDigits(from: start, before: range.upperBound)
    // Over a line end only a number that looks like a serial belongs here.
    guard end - start >= (start > blanks ? 3 : 1), end - start <= 7,
      year(in: digits, isLimited: true) != nil
    else { return false }
    return end >= range.upperBound || !bytes[end].isWord
  }

  private typealias FoundPost = (range: Range<Int>, filedAs: String)

  /// The post in front of a number; `#`, a hyphen or `NO.` may stand between.
  private func post(before offset: Int, floor: Int, repairs: Bool) -> FoundPost? {
    var end = offset
    while end > floor, isFiller(bytes[end - 1]) { end -= 1 }
    guard end > floor, bytes[end - 1].isLetter, offset - end <= 8 else { return nil }
    if let run = PostRun(endingAt: end, in: bytes, from: floor, acceptsCutNames: repairs) {
      return (run.range, run.filedAs)
    }
    guard repairs else { return nil }
    return similarPost(endingAt: end, floor: floor)
  }

  private func isFiller(_ byte: UInt8) -> Bool {
    byte.isSpace || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "'")
  }

  /// Words that stand in front of numbers and are near to the names of posts.
  private static let words: [StaticString] = [
    "PARAS", "PARTS", "PARKS", "PAIRS", "UNITS", "TURNS", "GROUP", "PAGES", "ITEMS", "POINT",
  ]

  /// A post whose name has one slip, of the last one to three words.
  private func similarPost(endingAt end: Int, floor: Int) -> FoundPost? {
    var start = end
    for _ in 0..<3 {
      while start > floor, bytes[start - 1].isLetter { start -= 1 }
      guard end - start >= 5, end - start <= 24 else {
        guard end - start < 5 else { return nil }
        while start > floor, bytes[start - 1].isBlank { start -= 1 }
        continue
      }
      let key = bytes[start..<end].filter(\.isWord).map(\.capital)
      if Self.words.contains(where: { bytes.equals($0, in: start..<end) }) { return nil }
      if let name = PostTable.standard.similarName(to: key) ?? PostTable.standard.begunName(key) {
        return (start..<end, name.filedAs)
      }
      while start > floor, bytes[start - 1].isBlank { start -= 1 }
      guard start > floor, bytes[start - 1].isLetter else { return nil }
    }
    return nil
  }

  private func complete(
    _ run: FoundPost, number: Int, digits: Range<Int>, year: Int?, floor: Int
  ) -> CableCitation {
    var citation = CableCitation(
      post: run.filedAs, number: number, year: year,
      range: run.range.lowerBound..<digits.upperBound,
      numberRange: digits)
    if year == nil, let before = yearBefore(run.range.lowerBound, floor: floor) {
      citation.year = before.year
      citation.range = before.start..<digits.upperBound
    } else if year == nil, let after = yearAfter(digits.upperBound) {
      citation.year = after.year
      citation.range = run.range.lowerBound..<after.end
    }
    return citation
  }

  /// A year in front of a post: `02 STATE`, `2008 ROME`, `09CAIRO`, `07-KUWAIT`, `(99) ROME`, `O4 CHENNAI`.
  private func yearBefore(_ offset: Int, floor: Int) -> (year: Int, start: Int)? {
    var end = offset
    var isClosed = false
    while end > floor, bytes[end - 1].isSpace || bytes[end - 1] == UInt8(ascii: "-") { end -= 1 }
    if end > floor, bytes[end - 1] == 0x29 {
      isClosed = true
      end -= 1
    }
    var start = end
    while start > floor, bytes[start - 1].isDigit { start -= 1 }
    // Letters for digits.
    var optical = start
    while optical > floor, end - optical < 4,
      bytes[optical - 1].isDigit
        || OpticalNumber.isDigitLike(bytes[optical - 1])
    {
      optical -= 1
    }
    if optical < start, end - optical == 2 || end - optical == 4,
      bytes[optical..<end].contains(where: \.isDigit),
      optical == floor || !bytes[optical - 1].isWord
    {
      start = optical
    }
    guard let year = year(in: start..<end, isLimited: false) else { return nil }
    if start > floor {
      let before = bytes[start - 1]
      if isClosed {
        guard before == 0x28 else { return nil }
        return (year, start - 1)
      }
      guard !before.isWord, before != UInt8(ascii: "/") else { return nil }
      if before == UInt8(ascii: "'") { return (year, start - 1) }
    } else if isClosed {
      return nil
    }
    return (year, start)
  }

  /// A year behind a number: `4525-91`, `00789/08`, `123 (08)`.
  private func yearAfter(_ offset: Int) -> (year: Int, end: Int)? {
    guard offset < range.upperBound else { return nil }
    var start = offset
    let isOpen: Bool
    switch bytes[start] {
    case UInt8(ascii: "-"), UInt8(ascii: "/"):
      isOpen = false
      start += 1
    case 0x20, 0x28:
      start = bytes.skippingBlanks(from: start, before: range.upperBound)
      guard start < range.upperBound, bytes[start] == 0x28 else { return bareYear(at: start) }
      isOpen = true
      start += 1
    default: return nil
    }
    if start < range.upperBound, bytes[start] == UInt8(ascii: "'") { start += 1 }
    let end = bytes.endOfDigits(from: start, before: range.upperBound)
    guard let year = year(in: start..<end, isLimited: true) else { return nil }
    let next = end < range.upperBound ? bytes[end] : 0x20
    if isOpen {
      guard next == 0x29 else { return nil }
      return (year, end + 1)
    }
    guard !next.isWord, next != UInt8(ascii: "/"), next != UInt8(ascii: "-") else { return nil }
    return (year, end)
  }

  /// A year of four digits behind a blank, at the end of an item: `STATE 111 2005`.
  private func bareYear(at start: Int) -> (year: Int, end: Int)? {
    let end = bytes.endOfDigits(from: start, before: range.upperBound)
    guard end - start == 4, let citingYear, let year = year(in: start..<end, isLimited: true),
      citingYear - year <= 5, end >= range.upperBound || bytes[end] == UInt8(ascii: ";")
    else { return nil }
    return (year, end)
  }

  /// The year that two or four digits stand for; one after the citing year is none where that is asked for.
  private func year(in digits: Range<Int>, isLimited: Bool) -> Int? {
    guard digits.count == 2 || digits.count == 4 else { return nil }
    var value = 0
    for index in digits {
      guard let digit = OpticalNumber.digit(bytes[index]) else { return nil }
      value = value * 10 + digit
    }
    let year = digits.count == 2 ? Month.fullYear(value) : value
    guard (1960...2015).contains(year) else { return nil }
    if isLimited, let citingYear, year > citingYear { return nil }
    return year
  }

  /// A further number of the post before: `ROME 12, 15 AND 20`.
  private func shared(numberAt digits: Range<Int>, after last: CableCitation?) -> CableCitation? {
    guard let last, digits.count <= 7, var number = number(in: digits), number > 0 else {
      return nil
    }
    var index = last.range.upperBound
    var joins = 0
    if let end = endOfThrough(index, before: digits.lowerBound), number > last.number {
      joins = 1
      index = end
    }
    while index < digits.lowerBound {
      let byte = bytes[index]
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: ";")
        || byte == UInt8(ascii: "/")
      {
        joins += 1
        index += 1
      } else if bytes.hasWord("AND", at: index, before: digits.lowerBound) {
        joins += 1
        index += 3
      } else if byte.isSpace || byte == UInt8(ascii: "#") {
        index += 1
      } else {
        return nil
      }
    }
    guard joins > 0, !isYearOfNext(digits) else { return nil }
    // Only the last digits of a neighbour are written: 1234/5.
    var isNeighbour = false
    if digits.lowerBound == last.range.upperBound + 1,
      bytes[digits.lowerBound - 1] == UInt8(ascii: "/")
    {
      var scale = 1
      for _ in digits { scale *= 10 }
      isNeighbour = last.number >= scale || digits.count < last.numberRange.count
      number += last.number / scale * scale
    }
    if digits.upperBound < range.upperBound {
      let next = bytes[digits.upperBound]
      if next == UInt8(ascii: "/"), !isNeighbour || number <= last.number { return nil }
      if next.isLetter { return nil }
    }
    return CableCitation(
      post: last.post, number: number, year: last.year, range: digits, numberRange: digits,
      sharesPost: true)
  }

  /// After the `-` or `THROUGH` that joins the two ends of a range of numbers.
  private func endOfThrough(_ start: Int, before limit: Int) -> Int? {
    let index = bytes.skippingSpace(from: start, before: limit)
    if index < limit, bytes[index] == UInt8(ascii: "-") { return index + 1 }
    for word: StaticString in ["THROUGH", "THRU"]
    where bytes.hasWord(word, at: index, before: limit) {
      return index + word.utf8CodeUnitCount
    }
    return nil
  }

  /// Whether digits are the year of a citation that follows: the `03` of `, 03 STATE 15`.
  private func isYearOfNext(_ digits: Range<Int>) -> Bool {
    guard year(in: digits, isLimited: false) != nil else { return false }
    var index = digits.upperBound
    let limit = Swift.min(range.upperBound, index + 40)
    while index < limit, bytes[index].isSpace || bytes[index] == UInt8(ascii: "-") { index += 1 }
    let start = index
    while index < limit, bytes[index].isLetter || bytes[index].isSpace || bytes[index] == 0x2E {
      index += 1
    }
    guard index < limit, bytes[index].isDigit, index > start else { return false }
    var end = index
    while end > start, !bytes[end - 1].isLetter { end -= 1 }
    return PostRun(endingAt: end, in: bytes, from: start) != nil
  }
}
