internal import Cables

/// Minutes of the Gregorian calendar since the beginning of the year 0, UTC, as whole numbers.
enum Timeline {
  /// The days of a month.
  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: isLeap(year) ? 29 : 28
    default: 31
    }
  }

  private static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  private static let daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

  /// The day's number, 0 for 1 January of the year 0; parts beyond their ranges are brought into them.
  static func day(year: Int, month: Int, day: Int) -> Int64 {
    let year = min(max(year, 0), 9999)
    let month = min(max(month, 1), 12)
    let day = min(max(day, 1), days(inMonth: month, of: year))
    let leapDay = month > 2 && isLeap(year) ? 1 : 0
    return firstDay(of: year) + Int64(daysBeforeMonth[month - 1] + leapDay + day - 1)
  }

  /// The number of 1 January of a year from 0 on.
  private static func firstDay(of year: Int) -> Int64 {
    guard year > 0 else { return 0 }
    let past = year - 1
    return Int64(year * 365 + past / 4 - past / 100 + past / 400 + 1)
  }

  /// The minute of a date.
  static func minute(of date: CableDate) -> Int64 {
    let year = max(date.year, 1)
    let hour = min(max(date.hour, 0), 23)
    let minute = min(max(date.minute, 0), 59)
    let day = day(year: year, month: date.month, day: date.day)
    return day * 1440 + Int64(hour * 60 + minute)
  }

  /// The date of a minute.
  static func date(
    ofMinute minute: Int64, precision: CableDate.Precision, isInferred: Bool
  ) -> CableDate {
    let minute = max(0, minute)
    let dayNumber = minute / 1440
    // 146,097 days are 400 years; the estimate is never late by more than one year.
    var year = Int(dayNumber * 400 / 146_097)
    while firstDay(of: year + 1) <= dayNumber { year += 1 }
    while firstDay(of: year) > dayNumber { year -= 1 }
    var month = 1
    while month < 12, day(year: year, month: month + 1, day: 1) <= dayNumber { month += 1 }
    let dayOfMonth = Int(dayNumber - day(year: year, month: month, day: 1)) + 1
    return CableDate(
      year: year, month: month, day: dayOfMonth, hour: Int(minute % 1440) / 60,
      minute: Int(minute % 60), precision: precision, isInferred: isInferred)
  }
}
