/// A stretch of days, open at either end.
package struct Period: Sendable, Hashable {
  /// A day of the calendar.
  package struct Day: Sendable, Hashable, Comparable {
    package var year: Int
    package var month: Int
    package var day: Int

    package init(_ year: Int, _ month: Int, _ day: Int) {
      self.year = year
      self.month = month
      self.day = day
    }

    package static func < (left: Day, right: Day) -> Bool {
      (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// The day after.
    package var next: Day {
      if day < Timeline.days(inMonth: month, of: year) { return Day(year, month, day + 1) }
      return month < 12 ? Day(year, month + 1, 1) : Day(year + 1, 1, 1)
    }

    /// Whether a year begins with it.
    package var startsYear: Bool { month == 1 && day == 1 }
    /// Whether a month begins with it.
    package var startsMonth: Bool { day == 1 }
  }

  /// The first day; nil for no beginning.
  package var start: Day?
  /// The day after the last; nil for no end.
  package var end: Day?

  package init(start: Day?, end: Day?) {
    self.start = start
    self.end = end
  }

  /// Whether no day lies within.
  package var isEmpty: Bool {
    guard let start, let end else { return false }
    return start >= end
  }
}

extension Period {
  /// Reads a year, a month or a day: `2003`, `2003-10`, `2003/10/14`, `20031014`; nil for anything else.
  package init?(reading text: some StringProtocol) {
    var parts = String(text).split(omittingEmptySubsequences: false) { (character: Character) in
      character == "-" || character == "/"
    }.map(String.init)
    if parts.count == 1, parts[0].count == 6 || parts[0].count == 8 {
      let digits = parts[0]
      parts = [String(digits.prefix(4)), String(digits.dropFirst(4).prefix(2))]
      if digits.count == 8 { parts.append(String(digits.suffix(2))) }
    }
    guard (1...3).contains(parts.count), parts[0].count == 4 else { return nil }
    var numbers: [Int] = []
    for part in parts {
      guard (1...4).contains(part.utf8.count), part.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        let number = Int(part)
      else { return nil }
      numbers.append(number)
    }
    let year = numbers[0]
    guard (1...9998).contains(year) else { return nil }
    guard numbers.count > 1 else {
      self.init(start: Day(year, 1, 1), end: Day(year + 1, 1, 1))
      return
    }
    let month = numbers[1]
    guard (1...12).contains(month) else { return nil }
    guard numbers.count > 2 else {
      self.init(
        start: Day(year, month, 1), end: month < 12 ? Day(year, month + 1, 1) : Day(year + 1, 1, 1))
      return
    }
    let day = Day(year, month, numbers[2])
    guard (1...Timeline.days(inMonth: month, of: year)).contains(day.day) else { return nil }
    self.init(start: day, end: day.next)
  }
}
