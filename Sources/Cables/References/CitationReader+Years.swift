extension CitationReader {
  /// A year in front of a post: `02 STATE`, `2008 ROME`, `09CAIRO`, `07-KUWAIT`, `(99) ROME`, `O4 CHENNAI`.
  func yearBefore(_ offset: Int, floor: Int) -> (year: Int, start: Int)? {
    var end = offset
    var isClosed = false
    while end > floor, joinsYear(bytes[end - 1]) { end -= 1 }
    let isMarked = end > floor && bytes[end - 1].isMarkBehindYear
    if isMarked { end -= 1 }
    if end > floor, bytes[end - 1] == 0x29 || bytes[end - 1] == UInt8(ascii: "]") {
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
    if isMarked, start > range.lowerBound { return nil }
    if start > floor {
      let before = bytes[start - 1]
      if isClosed {
        guard before == 0x28 || before == UInt8(ascii: "[") else { return nil }
        return (year, start - 1)
      }
      guard !before.isWord, before != UInt8(ascii: "/") else { return nil }
      if before == UInt8(ascii: "'") { return (year, start - 1) }
    } else if isClosed {
      return nil
    }
    return (year, start)
  }

  /// What may stand between a year and the post behind it.
  private func joinsYear(_ byte: UInt8) -> Bool {
    byte.isSpace || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/")
      || byte == UInt8(ascii: "_")
  }

  /// A year behind a number: `4525-91`, `00789/08`, `123 (08)`, `33, 2005`, `12 OF 3 MAY 2005`.
  func yearAfter(_ number: Int, at offset: Int) -> (year: Int, end: Int)? {
    directYear(after: number, at: offset) ?? yearOfDate(behind: offset)
  }

  private func directYear(after number: Int, at offset: Int) -> (year: Int, end: Int)? {
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
    case UInt8(ascii: ","):
      // Numbers of a list are of one length; a year behind a short or a long one is none of them.
      guard number < 1000 || number > 2030 else { return nil }
      return bareYear(at: bytes.skippingBlanks(from: start + 1, before: range.upperBound))
    default: return nil
    }
    if start < range.upperBound, bytes[start] == UInt8(ascii: "'") { start += 1 }
    let end = bytes.endOfDigits(from: start, before: range.upperBound)
    guard let year = year(in: start..<end, isLimited: true) else { return nil }
    // 1994/1995 are neighbours.
    if end - start == 4, (1..<10).contains(year - number) { return nil }
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

  /// The year of a date behind a number: `OF 2005`, `DATED 5/6/05`, `(JUNE 3, 2005)`, `, 12/15/05`.
  private func yearOfDate(behind offset: Int) -> (year: Int, end: Int)? {
    let limit = Swift.min(range.upperBound, offset + 40)
    var index = bytes.skippingBlanks(from: offset, before: limit)
    if index < limit, bytes[index] == UInt8(ascii: ",") {
      index = bytes.skippingBlanks(from: index + 1, before: limit)
    }
    let isOpen = index < limit && bytes[index] == 0x28
    if isOpen { index += 1 }
    var isNamed = false
    for word: StaticString in ["DATED", "OF", "FROM", "ON"]
    where bytes.hasWord(word, at: index, before: limit) {
      isNamed = true
      index = bytes.skippingBlanks(from: index + word.utf8CodeUnitCount, before: limit)
      break
    }
    guard let date = date(at: index, before: limit), date.hasDay || isNamed else { return nil }
    guard let year = year(in: date.year, isLimited: true) else { return nil }
    let end = bytes.skippingBlanks(from: date.year.upperBound, before: limit)
    if isOpen { return end < limit && bytes[end] == 0x29 ? (year, end + 1) : nil }
    return (year, date.year.upperBound)
  }

  /// A date at an offset, by the digits of its year: `12/15/05`, `12 DEC 05`, `JUNE 3, 2005`, or a year alone.
  func date(at start: Int, before limit: Int) -> (year: Range<Int>, hasDay: Bool)? {
    var index = start
    var hasMonth = false
    for part in 0..<4 {
      guard index < limit else { return nil }
      if let end = Month.endOfName(bytes, at: index, before: limit) {
        guard !hasMonth else { return nil }
        hasMonth = true
        index = end
        if index < limit, bytes[index] == 0x2E { index += 1 }
      } else {
        if bytes[index] == UInt8(ascii: "'") { index += 1 }
        let end = bytes.endOfDigits(from: index, before: limit)
        let digits = index..<end
        guard !digits.isEmpty, end >= limit || !bytes[end].isWord else { return nil }
        let next = end < limit ? bytes[end] : 0x20
        let isSlash = next == UInt8(ascii: "/")
        if digits.count == 4 || (digits.count == 2 && !isSlash && part == 2) {
          guard !isSlash, part != 1 || hasMonth else { return nil }
          return (digits, part > 0)
        }
        guard digits.count <= 2, part < 2 else { return nil }
        index = end
        if isSlash {
          index += 1
          continue
        }
      }
      let gap = index
      while index < limit, bytes[index].isBlank || bytes[index] == UInt8(ascii: ",") { index += 1 }
      guard index > gap, hasMonth || Month.endOfName(bytes, at: index, before: limit) != nil else {
        return nil
      }
    }
    return nil
  }

  /// Whether digits begin a date and are no serial number: `14 JUNE`, `02/12/06`.
  func beginsDate(_ digits: Range<Int>) -> Bool {
    guard digits.count <= 2, digits.upperBound < range.upperBound else { return false }
    if bytes[digits.upperBound] == UInt8(ascii: "/") {
      guard let date = date(at: digits.lowerBound, before: range.upperBound) else { return false }
      return year(in: date.year, isLimited: true) != nil
    }
    let next = bytes.skippingBlanks(from: digits.upperBound, before: range.upperBound)
    return next > digits.upperBound
      && Month.endOfName(bytes, at: next, before: range.upperBound) != nil
  }

  /// The year that two or four digits stand for; one after the citing year is none where that is asked for.
  func year(in digits: Range<Int>, isLimited: Bool) -> Int? {
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
}

extension UInt8 {
  /// Whether the byte may follow a year that begins an item: `2005: TOKYO`.
  fileprivate var isMarkBehindYear: Bool {
    self == 0x3A || self == UInt8(ascii: ",") || self == UInt8(ascii: ".")
  }
}
