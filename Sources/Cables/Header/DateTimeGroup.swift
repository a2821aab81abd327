/// The line of precedences and time a transmission header has: `O P 190243Z SEP 07`.
struct DateTimeGroup {
  var precedences: [Precedence] = []
  var date: CableDate
  /// After the year.
  var end: Int

  /// Reads a group at an offset; times out of range make it none.
  init?(_ bytes: [UInt8], at offset: Int, before limit: Int) {
    var index = offset
    var precedences: [Precedence] = []
    while let token = Self.precedenceToken(bytes, at: index, before: limit) {
      for precedence in token.precedences where !precedences.contains(precedence) {
        precedences.append(precedence)
      }
      index = token.end
      guard index - offset <= 16 else { return nil }
    }
    guard let time = Self.time(bytes, at: index, before: limit) else { return nil }
    let digits = time.value
    index = bytes.skippingBlanks(from: time.end, before: limit)
    if index < limit, bytes[index].capital == UInt8(ascii: "Z") {
      index += 1
    } else if precedences.isEmpty {
      // Behind a precedence the Z may be lost.
      return nil
    }
    index = bytes.skippingBlanks(from: index, before: limit)
    guard let month = Month.opticalNumber(bytes, at: index, before: limit) else { return nil }
    index += 3
    while index < limit, bytes[index].isLetter || bytes[index] == UInt8(ascii: ".") { index += 1 }
    index = bytes.skippingBlanks(from: index, before: limit)
    guard let (year, yearEnd) = Self.year(bytes, at: index, before: limit) else { return nil }
    let (day, hour, minute) = (digits / 10_000, digits / 100 % 100, digits % 100)
    let fullYear = yearEnd - index == 2 ? Month.fullYear(year) : year
    guard (1...Month.days(month, of: fullYear)).contains(day) else { return nil }
    self.precedences = precedences
    end = yearEnd
    // A group of 24 hours is the end of the day; the day counts. Where no clock shows such a time the day is still right.
    guard hour < 25, minute < 60 else {
      date = CableDate(year: fullYear, month: month, day: day, precision: .day)
      return
    }
    date = CableDate(
      year: fullYear, month: month, day: day, hour: min(hour, 23), minute: minute,
      precision: .minute)
  }

  /// A year of two or four digits, of which one of two may be a letter that looks like it.
  private static func year(
    _ bytes: [UInt8], at start: Int, before limit: Int
  ) -> (value: Int, end: Int)? {
    let end = bytes.endOfDigits(from: start, before: limit)
    if end - start == 2 || end - start == 4, let year = bytes.number(in: start..<end) {
      return (year, end)
    }
    guard let number = OpticalNumber(bytes, at: start, before: limit), number.end - start == 2
    else { return nil }
    return (number.value, number.end)
  }

  /// Six digits, letters that look like them included, in front of the Z.
  private static func time(
    _ bytes: [UInt8], at start: Int, before limit: Int
  ) -> (value: Int, end: Int)? {
    let digitsEnd = bytes.endOfDigits(from: start, before: limit)
    if digitsEnd - start == 6, let digits = bytes.number(in: start..<digitsEnd) {
      return (digits, digitsEnd)
    }
    let end = start + 6
    guard end < limit, bytes[end].capital == UInt8(ascii: "Z"), bytes[start].isDigit,
      let number = OpticalNumber(bytes, at: start, before: end), number.end == end
    else { return nil }
    return (number.value, end)
  }

  /// One to three letters of precedence, `O`, `OO`, `OP`, and the blanks behind them.
  private static func precedenceToken(
    _ bytes: [UInt8], at start: Int, before limit: Int
  ) -> (precedences: [Precedence], end: Int)? {
    var precedences: [Precedence] = []
    var index = start
    while index < limit, let precedence = precedence(bytes[index]), precedences.count < 3 {
      precedences.append(precedence)
      index += 1
    }
    guard !precedences.isEmpty, index < limit, bytes[index].isBlank else { return nil }
    return (precedences, bytes.skippingBlanks(from: index, before: limit))
  }

  /// The precedence of a letter; a zero is the letter O by a reader's slip.
  static func precedence(_ letter: UInt8) -> Precedence? {
    switch letter.capital {
    case UInt8(ascii: "Z"): .flash
    case UInt8(ascii: "O"), UInt8(ascii: "0"): .immediate
    case UInt8(ascii: "P"): .priority
    case UInt8(ascii: "R"): .routine
    default: nil
    }
  }
}

/// Months by name and days by month.
enum Month {
  private static let names: [StaticString] = [
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
  ]

  /// The number, 1–12, of the name or its first three letters at an offset.
  static func number(_ bytes: [UInt8], at index: Int, before limit: Int) -> Int? {
    guard index < limit, bytes[index].isLetter else { return nil }
    return names.firstIndex { bytes.has($0, at: index, before: limit) }.map { $0 + 1 }
  }

  /// The number of a name whose first letter a reader may have taken for a digit: `0CT`.
  static func opticalNumber(_ bytes: [UInt8], at index: Int, before limit: Int) -> Int? {
    if index + 2 < limit, bytes[index] == 0x30, bytes.has("CT", at: index + 1, before: limit) {
      return 10
    }
    return number(bytes, at: index, before: limit)
  }

  private static let fullNames: [StaticString] = [
    "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER",
    "OCTOBER", "NOVEMBER", "DECEMBER", "SEPT",
  ]

  /// After the name of a month, or its first three letters, that is a word of its own; nil where none is.
  static func endOfName(_ bytes: [UInt8], at index: Int, before limit: Int) -> Int? {
    guard number(bytes, at: index, before: limit) != nil else { return nil }
    var end = index
    while end < limit, end - index < 10, bytes[end].isLetter { end += 1 }
    let word = index..<end
    return word.count == 3 || fullNames.contains { bytes.equals($0, in: word) } ? end : nil
  }

  /// The days of a month.
  static func days(_ month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// A two-digit year in full: 60 and more are of the 20th century.
  static func fullYear(_ year: Int) -> Int {
    year >= 60 ? 1900 + year : 2000 + year
  }
}
