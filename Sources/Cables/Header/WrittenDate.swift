/// Dates as people and databases write them.
enum WrittenDate {
  /// A date in a line: `Friday, 26 October 2007, 02:25`, `Fri Feb 23 00:00:00 +0100 2001`, `2007-10-26 02:25`.
  static func read(_ bytes: [UInt8], _ range: Range<Int>) -> CableDate? {
    guard range.count >= 8, range.count <= 60 else { return nil }
    var day: Int?
    var month: Int?
    var year: Int?
    var time: (Int, Int)?
    var index = range.lowerBound
    let limit = range.upperBound
    while index < limit {
      let byte = bytes[index]
      if byte.isLetter {
        if let number = Month.number(bytes, at: index, before: limit) {
          guard month == nil else { return nil }
          month = number
        } else if !isWeekdayOrZone(bytes, at: index, before: limit) {
          return nil
        }
        while index < limit, bytes[index].isLetter { index += 1 }
        continue
      }
      guard byte.isDigit else {
        if byte == UInt8(ascii: "+"), time != nil {
          index = bytes.endOfDigits(from: index + 1, before: limit)
        } else {
          index += 1
        }
        continue
      }
      let end = bytes.endOfDigits(from: index, before: limit)
      let number = bytes.number(in: index..<end) ?? 0
      if end < limit, bytes[end] == 0x3A, end - index <= 2, number < 24 {
        let minuteEnd = bytes.endOfDigits(from: end + 1, before: limit)
        guard minuteEnd - end == 3, let minute = bytes.number(in: end + 1..<minuteEnd), minute < 60
        else { return nil }
        time = (number, minute)
        index = minuteEnd
        if index < limit, bytes[index] == 0x3A {
          index = bytes.endOfDigits(from: index + 1, before: limit)
        }
        continue
      }
      if end - index == 4 {
        guard year == nil else { return nil }
        year = number
      } else if end - index <= 2, day == nil {
        day = number
      } else {
        return nil
      }
      index = end
    }
    guard let year, let month, let day, (1900...2099).contains(year),
      (1...Month.days(month, of: year)).contains(day)
    else { return nil }
    guard let time else { return CableDate(year: year, month: month, day: day, precision: .day) }
    return CableDate(
      year: year, month: month, day: day, hour: time.0, minute: time.1, precision: .minute)
  }

  private static func isWeekdayOrZone(_ bytes: [UInt8], at index: Int, before limit: Int) -> Bool {
    let words: [StaticString] = [
      "MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN", "UTC", "GMT", "CET", "EST", "AT", "DATE",
    ]
    return words.contains { bytes.has($0, at: index, before: limit) }
  }
}
