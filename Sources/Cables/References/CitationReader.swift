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
  ///
  /// One or two digits, a comma and three more are a number in thousands, `3,456`.
  private func endOfNumber(from start: Int) -> Int {
    let digits = bytes.endOfDigits(from: start, before: range.upperBound)
    if digits - start <= 2, digits < range.upperBound, bytes[digits] == UInt8(ascii: ",") {
      let end = bytes.endOfDigits(from: digits + 1, before: range.upperBound)
      if end - digits == 4, end >= range.upperBound || !bytes[end].isWord { return end }
    }
    guard digits < range.upperBound, bytes[digits].isLetter,
      let number = OpticalNumber(bytes, at: start, before: range.upperBound)
    else { return digits }
    return number.end
  }

  private func number(in digits: Range<Int>) -> Int? {
    if let comma = bytes[digits].firstIndex(of: UInt8(ascii: ",")) {
      guard let thousands = bytes.number(in: digits.lowerBound..<comma),
        let rest = bytes.number(in: comma + 1..<digits.upperBound)
      else { return nil }
      return thousands * 1000 + rest
    }
    return bytes.number(in: digits)
      ?? OpticalNumber(bytes, at: digits.lowerBound, before: digits.upperBound)?.value
  }

  /// Whether digits are the day and time of a message: the `101426` of `101426Z SEP 07`.
  private func isTimeGroup(_ digits: Range<Int>) -> Bool {
    guard digits.count == 6, digits.upperBound < range.upperBound,
      bytes[digits.upperBound].capital == UInt8(ascii: "Z")
    else { return false }
    let next = digits.upperBound + 1
    return next >= range.upperBound || !bytes[next].isLetter
      || Month.number(bytes, at: next, before: range.upperBound) != nil
  }

  /// The citation whose number stands in a range; nothing before `floor` belongs to it.
  func citation(numberAt digits: Range<Int>, floor: Int, repairs: Bool = true) -> CableCitation? {
    guard digits.count <= 8, let number = number(in: digits), number > 0, !isTimeGroup(digits),
      !beginsDate(digits)
    else { return nil }
    if isRedacted(digits) || isYearOfNumberBehind(digits) { return nil }
    if isBehindSlash(digits, floor: floor) { return nil }
    if let run = post(before: digits.lowerBound, floor: floor, repairs: repairs) {
      return complete(run, number: number, digits: digits, year: nil, floor: floor)
    }
    // A year between post and number: ROME 05 3451, STATE (01) 201265.
    var middle = digits.lowerBound
    while middle > floor, endsYear(bytes[middle - 1]) { middle -= 1 }
    let yearEnd = middle
    while middle > floor, bytes[middle - 1].isDigit { middle -= 1 }
    guard yearEnd < digits.lowerBound, middle < yearEnd,
      let year = year(in: middle..<yearEnd, isLimited: true)
    else { return nil }
    if middle > floor, opensYear(bytes[middle - 1]) { middle -= 1 }
    guard let run = post(before: middle, floor: floor, repairs: false) else { return nil }
    return complete(run, number: number, digits: digits, year: year, floor: floor)
  }

  /// What may stand between a year and the number behind it.
  private func endsYear(_ byte: UInt8) -> Bool {
    byte.isBlank || byte == 0x29 || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "/")
  }

  /// What may stand right in front of a year.
  func opensYear(_ byte: UInt8) -> Bool {
    byte == 0x28 || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "'")
  }

  /// Whether the last digits of a number were taken out: `12XX`.
  private func isRedacted(_ digits: Range<Int>) -> Bool {
    bytes.has("XX", at: digits.upperBound, before: range.upperBound)
  }

  /// Whether a slash makes digits part of a date or fraction; one behind a post or the year between is none: `TOKYO 06/3456`.
  private func isBehindSlash(_ digits: Range<Int>, floor: Int) -> Bool {
    let slash = digits.lowerBound - 1
    guard slash > floor, bytes[slash] == UInt8(ascii: "/") else {
      return slash == floor && bytes[slash] == 0x2F
    }
    guard bytes[slash - 1].isDigit else { return !bytes[slash - 1].isLetter }
    var start = slash
    while start > floor, slash - start < 5, bytes[start - 1].isDigit { start -= 1 }
    return !isYearOfNumberBehind(start..<slash)
  }

  /// The whole word of digits that a hyphen or slash joins to others.
  private func digitsBehindMark(_ digits: Range<Int>) -> Range<Int>? {
    let start = digits.upperBound + 1
    guard start < range.upperBound,
      bytes[start - 1] == UInt8(ascii: "-") || bytes[start - 1] == UInt8(ascii: "/")
    else { return nil }
    let end = bytes.endOfDigits(from: start, before: range.upperBound)
    guard end > start, end >= range.upperBound || !bytes[end].isWord && bytes[end] != 0x2F else {
      return nil
    }
    return start..<end
  }

  /// Whether digits are a year between a post and its number: the `05` of `ROME 05 3451`.
  private func isYearOfNumberBehind(_ digits: Range<Int>) -> Bool {
    guard digits.count == 2 || digits.count == 4 else { return false }
    if let number = digitsBehindMark(digits) {
      // 05-12 has a year for its zero, 06/3456 for the other number's length.
      guard number.count <= 7, year(in: digits, isLimited: true) != nil else { return false }
      return bytes[digits.lowerBound] == 0x30
        ? number.count > 1 || digits.count == 4 : number.count >= digits.count + 2
    }
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
    } else if year == nil, let after = yearAfter(number, at: digits.upperBound) {
      citation.year = after.year
      citation.range = run.range.lowerBound..<after.end
    }
    return citation
  }

  /// A further number of the post before: `ROME 12, 15 AND 20`.
  private func shared(numberAt digits: Range<Int>, after last: CableCitation?) -> CableCitation? {
    guard let last, digits.count <= 7, var number = number(in: digits), number > 0,
      !beginsDate(digits)
    else { return nil }
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
