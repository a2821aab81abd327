/// When or on what event a cable is to be declassified, the value of an executive order field.
enum Declassification {
  /// Reads the words behind the order's number; an ISO 8601 date, the words, or nil for `N/A` and nothing.
  static func read(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
    var range = bytes.trimmed(range)
    strip(bytes, &range)
    if let place = bytes.firstIndex(of: "DECL", in: range), place - range.lowerBound < 24 {
      range = place..<range.upperBound
      strip(bytes, &range)
    }
    if let reason = bytes.firstIndex(of: "REASON", in: range, asWord: false),
      reason > range.lowerBound
    {
      range = range.lowerBound..<reason
    }
    range = bytes.trimmed(range)
    while let last = range.last,
      bytes[last] == UInt8(ascii: ".") || bytes[last] == UInt8(ascii: ",")
    {
      range = range.lowerBound..<last
    }
    guard !range.isEmpty else { return nil }
    for none: StaticString in ["N/A", "NA", "N.A", "NOT APPLICABLE", "N A", "NONE"]
    where bytes.equals(none, in: range) { return nil }
    if let date = date(bytes, range) ?? leadingDate(bytes, range) { return date.iso8601 }
    return bytes.foldedText(in: range)
  }

  /// Takes `DECL:` and marks off the front.
  private static func strip(_ bytes: [UInt8], _ range: inout Range<Int>) {
    var isStripped = true
    while isStripped {
      isStripped = false
      for word: StaticString in [
        "DECLASSIFY ON", "DECLASSIFY", "DECLAS", "DECL", "DECL ON", "DNG", "DEC1", "DECI",
      ]
      where bytes.hasWord(word, at: range.lowerBound, before: range.upperBound) {
        range = range.lowerBound + word.utf8CodeUnitCount..<range.upperBound
        isStripped = true
        break
      }
      while let first = range.first, !bytes[first].isWord, bytes[first] != 0x28 {
        range = first + 1..<range.upperBound
      }
    }
  }

  /// A date of digits at the start of a value, whatever follows it: `03/15/2016: 1.4 (B)`, `O3/15/2016`.
  static func leadingDate(_ bytes: [UInt8], _ range: Range<Int>) -> CableDate? {
    var digits: [UInt8] = []
    var index = range.lowerBound
    for part in 0..<3 {
      if part > 0 {
        guard index < range.upperBound, bytes[index] == UInt8(ascii: "/") else { return nil }
        digits.append(bytes[index])
        index += 1
      }
      guard let number = OpticalNumber(bytes, at: index, before: range.upperBound),
        number.end - index <= 4
      else { return nil }
      let text = Array(String(number.value).utf8)
      // Zeros in front tell a year of two digits from one that lost them.
      digits += [UInt8](repeating: 0x30, count: Swift.max(0, number.end - index - text.count))
      digits += text
      index = number.end
    }
    return date(digits, 0..<digits.count)
  }

  /// A date: `04/15/2013`, `4/15/13`, `2013/04/15`, `15 APR 2013`, `April 15, 2013`.
  static func date(_ bytes: [UInt8], _ range: Range<Int>) -> CableDate? {
    if let date = WrittenDate.read(bytes, range) { return date }
    var parts: [Int] = []
    var lengths: [Int] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index].isDigit {
        let end = bytes.endOfDigits(from: index, before: range.upperBound)
        parts.append(bytes.number(in: index..<end) ?? 0)
        lengths.append(end - index)
        index = end
        continue
      }
      let isSeparator =
        bytes[index].isBlank || bytes[index] == UInt8(ascii: "/")
        || bytes[index] == UInt8(ascii: "-")
        || bytes[index] == UInt8(ascii: ".")
      guard isSeparator else { return nil }
      index += 1
    }
    guard parts.count == 3 else {
      return parts.count == 1 && lengths[0] == 8 ? packedDate(parts[0]) : nil
    }
    var (year, month, day) = (parts[2], parts[0], parts[1])
    if lengths[0] == 4 { (year, month, day) = (parts[0], parts[1], parts[2]) }
    if lengths[0] != 4, lengths[2] == 2 { year += 2000 }
    if lengths[0] != 4, lengths[2] == 1 || lengths[2] == 3 { return nil }
    if month > 12, day <= 12 { swap(&month, &day) }
    guard (1950...2100).contains(year), (1...12).contains(month),
      (1...Month.days(month, of: year)).contains(day)
    else { return nil }
    return CableDate(year: year, month: month, day: day, precision: .day)
  }

  /// `20130415`.
  private static func packedDate(_ number: Int) -> CableDate? {
    let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100)
    guard (1950...2100).contains(year), (1...12).contains(month),
      (1...Month.days(month, of: year)).contains(day)
    else { return nil }
    return CableDate(year: year, month: month, day: day, precision: .day)
  }
}
