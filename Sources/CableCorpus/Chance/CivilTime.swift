/// A moment in minutes, with its parts in the calendar (UTC).
struct CivilTime: Sendable, Equatable, Comparable {
  /// Minutes since 1 January 1960, 00:00.
  var minutes: Int

  private static let minutesADay = 1_440
  private static let epoch = CivilTime.dayNumber(year: 1_960, month: 1, day: 1)

  /// A moment by its minutes since 1960.
  init(minutes: Int) { self.minutes = minutes }

  /// The first minute of a day.
  init(year: Int, month: Int = 1, day: Int = 1) {
    minutes =
      (CivilTime.dayNumber(year: year, month: month, day: day) - CivilTime.epoch)
      * CivilTime.minutesADay
  }

  /// Days since the start of year 0's March, after Howard Hinnant's calendar algorithms.
  private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  }

  /// Year, month and day.
  var day: (year: Int, month: Int, day: Int) {
    let number = minutes / CivilTime.minutesADay + CivilTime.epoch
    let era = number / 146_097
    let dayOfEra = number - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The year.
  var year: Int { day.year }
  /// The hour, 0–23.
  var hour: Int { minutes / 60 % 24 }
  /// The minute, 0–59.
  var minute: Int { minutes % 60 }
  /// The day of the year, from 1.
  var dayOfYear: Int {
    (minutes - CivilTime(year: year).minutes) / CivilTime.minutesADay + 1
  }
  /// The day of the week, 0 for Sunday.
  var weekday: Int {
    // 1 January 1960 was a Friday.
    (minutes / CivilTime.minutesADay + 5) % 7
  }

  static func < (left: CivilTime, right: CivilTime) -> Bool { left.minutes < right.minutes }

  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  static let weekdays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]
}
