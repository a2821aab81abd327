/// Decides whether a post and a number in running text are a cable, for `Paris 2007` and `Baghdad 12 people` are none.
struct CitationContext {
  /// Whether what stands around speaks for a cable.
  private(set) var isConvincing = false

  /// Looks at a citation in the text around it.
  init(_ bytes: [UInt8], _ text: Range<Int>, _ citation: CableCitation) {
    let digits = citation.numberRange
    let post = citation.range
    let words = bytes[post].count(where: \.isLetter)
    guard words >= 4 else { return }
    let next = post.upperBound < text.upperBound ? bytes[post.upperBound] : 0x20
    // Thousands, decimals, times, percentages, dates.
    if next == UInt8(ascii: "%") || next == UInt8(ascii: "/") || next == 0x3A || next.isWord {
      return
    }
    if next == UInt8(ascii: ",") || next == 0x2E, post.upperBound + 1 < text.upperBound,
      bytes[post.upperBound + 1].isDigit
    {
      return
    }
    let isPadded = bytes[digits.lowerBound] == 0x30
    let number = citation.number
    let looksLikeYear = digits.count == 4 && (1900...2030).contains(number)
    if citation.year != nil {
      guard !Self.isDate(bytes, text, before: post.lowerBound) else { return }
      isConvincing = true
      return
    }
    if Self.isMoney(bytes, text, before: post.lowerBound) { return }
    if isPadded, digits.count >= 5 {
      isConvincing = true
      return
    }
    let isEnclosed = Self.isEnclosed(bytes, text, post)
    let isCued = Self.isCued(bytes, text, post)
    if Self.isCalled(bytes, text, post), !looksLikeYear {
      isConvincing = true
      return
    }
    if looksLikeYear {
      isConvincing = isEnclosed && isCued
      return
    }
    if isEnclosed, digits.count >= 2 {
      isConvincing = true
      return
    }
    let hasNoun = Self.isFollowedByNoun(bytes, text, post.upperBound)
    if isCued { isConvincing = digits.count >= 3 && !hasNoun }
    if !isConvincing { isConvincing = digits.count >= 4 && !hasNoun }
  }

  /// Whether the citation stands alone in parentheses or a list in them.
  private static func isEnclosed(_ bytes: [UInt8], _ text: Range<Int>, _ range: Range<Int>) -> Bool
  {
    guard range.lowerBound > text.lowerBound, range.upperBound < text.upperBound else {
      return false
    }
    var before = range.lowerBound
    while before > text.lowerBound, bytes[before - 1].isSpace { before -= 1 }
    guard before > text.lowerBound else { return false }
    let opens = bytes[before - 1] == 0x28 || bytes[before - 1] == UInt8(ascii: ";")
    let next = bytes[range.upperBound]
    return opens && (next == 0x29 || next == UInt8(ascii: ",") || next == UInt8(ascii: ";"))
  }

  /// Whether the word in front can only be about a telegram.
  private static func isCalled(_ bytes: [UInt8], _ text: Range<Int>, _ range: Range<Int>) -> Bool {
    guard let word = wordBefore(bytes, text, range.lowerBound) else { return false }
    for cue: StaticString in [
      "SEE", "ALSO", "PER", "CF", "REF", "REFTEL", "TELEGRAM", "TEL", "CABLE",
    ]
    where bytes.equals(cue, in: word) { return true }
    return false
  }

  /// Whether the word in front may speak of telegrams.
  private static func isCued(_ bytes: [UInt8], _ text: Range<Int>, _ range: Range<Int>) -> Bool {
    guard let word = wordBefore(bytes, text, range.lowerBound) else { return false }
    for cue: StaticString in [
      "SEE", "PER", "REF", "REFTEL", "CABLE", "CABLES", "TEL", "TELEGRAM", "IN", "OUR", "ALSO",
      "CF",
      "REFS", "REFTELS", "AND", "MESSAGE", "REPORTED", "FROM",
    ] where bytes.equals(cue, in: word) { return true }
    return false
  }

  /// Whether what stands before is a currency or a number of its own.
  private static func isMoney(_ bytes: [UInt8], _ text: Range<Int>, before offset: Int) -> Bool {
    guard let word = wordBefore(bytes, text, offset) else { return false }
    for unit: StaticString in [
      "USD", "EUR", "US", "DOLLARS", "EUROS", "POPULATION", "FLIGHT", "HOTEL",
    ]
    where bytes.equals(unit, in: word) { return true }
    return false
  }

  /// Whether the year in front of the post is the day or the year of a date.
  private static func isDate(_ bytes: [UInt8], _ text: Range<Int>, before offset: Int) -> Bool {
    guard let word = wordBefore(bytes, text, offset) else { return false }
    return Month.number(bytes, at: word.lowerBound, before: word.upperBound) != nil
  }

  private static func wordBefore(_ bytes: [UInt8], _ text: Range<Int>, _ offset: Int) -> Range<Int>?
  {
    var end = offset
    while end > text.lowerBound, bytes[end - 1].isSpace || bytes[end - 1] == 0x28 { end -= 1 }
    var start = end
    while start > text.lowerBound, bytes[start - 1].isLetter { start -= 1 }
    return start < end ? start..<end : nil
  }

  /// Whether a noun that is counted follows: `Baghdad 1200 people`.
  private static func isFollowedByNoun(_ bytes: [UInt8], _ text: Range<Int>, _ offset: Int) -> Bool
  {
    let start = bytes.skippingSpace(from: offset, before: text.upperBound)
    guard start > offset, start < text.upperBound, bytes[start].isLetter else { return false }
    var end = start
    while end < text.upperBound, bytes[end].isLetter { end += 1 }
    for verb: StaticString in [
      "AND", "REPORTED", "REPORTS", "DESCRIBES", "DESCRIBED", "PROVIDES", "PROVIDED", "NOTED",
      "FOR",
      "ON", "OF", "REQUESTED", "IS", "WAS", "THAT", "TO", "DISCUSSED", "PARA", "PARAGRAPH", "NOTAL",
      "OUTLINED", "DETAILED", "WITH", "REFERS", "CONTAINS", "OR", "AS", "INSTRUCTED",
    ] where bytes.equals(verb, in: start..<end) { return false }
    return true
  }
}
