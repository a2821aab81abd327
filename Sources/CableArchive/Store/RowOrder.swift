internal import Cables

/// The numbering of cables by date, so that a list in date order is a list in row order.
///
/// Each minute has ``slotsPerMinute`` row ids, so that a cable of any date can be put in its place later.
/// A crowded minute runs on into the next ones, but stays within its day while that has room. Cables without
/// a date come before all others. Why not consecutive numbers: see decision 0003.
enum RowOrder {
  /// Row ids of a minute.
  static let slotsPerMinute: Int64 = 8

  /// The first row id for a minute.
  static func first(ofMinute minute: Int64) -> Int64 { minute * slotsPerMinute + 1 }

  /// The first row id for a day.
  static func first(of day: Period.Day) -> Int64 {
    first(ofMinute: Timeline.day(year: day.year, month: day.month, day: day.day) * 1440)
  }

  /// The row ids a cable of a date may take, the best one first.
  static func place(for date: CableDate?) -> Range<Int64> {
    guard let date else { return 1..<first(of: Period.Day(1, 1, 1)) }
    let minute = Timeline.minute(of: date)
    let dayEnd = (minute / 1440 + 1) * 1440
    return first(ofMinute: minute)..<first(ofMinute: dayEnd)
  }

  /// The row ids of dated cables within a period.
  static func rowIDs(in period: Period) -> Range<Int64> {
    let start = first(of: period.start ?? Period.Day(1, 1, 1))
    let end = period.end.map(first) ?? Int64.max
    return start..<max(start, end)
  }
}
