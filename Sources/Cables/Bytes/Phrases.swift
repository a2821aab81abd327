/// Comparisons of text with fixed phrases, without regard to ASCII case; phrases are given in capitals.
extension [UInt8] {
  /// Whether the phrase stands at an offset and ends before a limit.
  @inline(__always)
  func has(_ phrase: StaticString, at offset: Int, before limit: Int) -> Bool {
    let length = phrase.utf8CodeUnitCount
    guard offset >= 0, offset + length <= limit, limit <= count else { return false }
    let start = phrase.utf8Start
    for index in 0..<length where self[offset + index].capital != start[index] { return false }
    return true
  }

  /// Whether the phrase stands at an offset and no letter or digit follows it.
  @inline(__always)
  func hasWord(_ phrase: StaticString, at offset: Int, before limit: Int) -> Bool {
    guard has(phrase, at: offset, before: limit) else { return false }
    let end = offset + phrase.utf8CodeUnitCount
    return end >= limit || !self[end].isWord
  }

  /// Whether the range is the phrase and nothing else.
  func equals(_ phrase: StaticString, in range: Range<Int>) -> Bool {
    range.count == phrase.utf8CodeUnitCount
      && has(phrase, at: range.lowerBound, before: range.upperBound)
  }

  /// The first place of a phrase in a range, as a whole word unless told otherwise.
  func firstIndex(of phrase: StaticString, in range: Range<Int>, asWord: Bool = true) -> Int? {
    let length = phrase.utf8CodeUnitCount
    guard length > 0, range.count >= length else { return nil }
    let head = phrase.utf8Start[0]
    var index = range.lowerBound
    while index + length <= range.upperBound {
      if self[index].capital == head, has(phrase, at: index, before: range.upperBound) {
        let end = index + length
        let isFree =
          (index == range.lowerBound || !self[index - 1].isWord)
          && (end >= range.upperBound || !self[end].isWord)
        if isFree || !asWord { return index }
      }
      index += 1
    }
    return nil
  }

  /// The first offset at or after `offset` that is not a blank.
  @inline(__always)
  func skippingBlanks(from offset: Int, before limit: Int) -> Int {
    var index = offset
    while index < limit, self[index].isBlank { index += 1 }
    return index
  }

  /// The first offset at or after `offset` that is neither a blank nor a line end.
  @inline(__always)
  func skippingSpace(from offset: Int, before limit: Int) -> Int {
    var index = offset
    while index < limit, self[index].isSpace { index += 1 }
    return index
  }

  /// The end of the run of digits at an offset.
  @inline(__always)
  func endOfDigits(from offset: Int, before limit: Int) -> Int {
    var index = offset
    while index < limit, self[index].isDigit { index += 1 }
    return index
  }

  /// The number a range of digits stands for; nil where it is empty or has more than nine digits.
  func number(in range: Range<Int>) -> Int? {
    guard !range.isEmpty else { return nil }
    var value = 0
    var significant = 0
    for index in range {
      guard self[index].isDigit else { return nil }
      if value > 0 || self[index] != 0x30 { significant += 1 }
      guard significant <= 9 else { return nil }
      value = value * 10 + Int(self[index] &- 0x30)
    }
    return value
  }

  /// The range without blanks and line ends at both ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, self[lower].isSpace { lower += 1 }
    while upper > lower, self[upper - 1].isSpace { upper -= 1 }
    return lower..<upper
  }

  /// The text of a range.
  func text(in range: Range<Int>) -> String {
    String(decoding: self[range], as: UTF8.self)
  }

  /// The text of a range in which each run of blanks and line ends is one blank.
  func foldedText(in range: Range<Int>) -> String {
    let range = trimmed(range)
    var folded: [UInt8] = []
    folded.reserveCapacity(range.count)
    var isGap = false
    for index in range {
      let byte = self[index]
      if byte.isSpace {
        isGap = true
        continue
      }
      if isGap {
        folded.append(0x20)
        isGap = false
      }
      folded.append(byte)
    }
    return String(decoding: folded, as: UTF8.self)
  }

  /// The text of a short range in capitals, in which each run of blanks and line ends is one blank.
  func foldedCapitals(in range: Range<Int>) -> String {
    String(unsafeUninitializedCapacity: range.count) { buffer in
      var length = 0
      for index in range {
        if self[index].isSpace {
          guard length > 0, buffer[length - 1] != 0x20 else { continue }
          buffer[length] = 0x20
        } else {
          buffer[length] = self[index].capital
        }
        length += 1
      }
      return length
    }
  }
}
