/// When a cable was sent, as exactly as is known.
public struct CableDate: Hashable, Sendable {
  /// How much of a date is known.
  public enum Precision: String, Sendable, CaseIterable {
    /// The year alone.
    case year
    /// Year and month.
    case month
    /// Year, month and day.
    case day
    /// All down to the minute, UTC.
    case minute
  }

  /// The year, four digits.
  public let year: Int
  /// The month, 1–12; 1 where unknown.
  public let month: Int
  /// The day of the month, 1–31; 1 where unknown.
  public let day: Int
  /// The hour, UTC, 0–23; 0 where unknown.
  public let hour: Int
  /// The minute, 0–59; 0 where unknown.
  public let minute: Int
  /// What of the above is known.
  public let precision: Precision
  /// Whether the date was concluded from something else (the declassification date, the year of the id).
  public let isInferred: Bool

  /// Creates a date of parts within their ranges.
  public init(
    year: Int, month: Int = 1, day: Int = 1, hour: Int = 0, minute: Int = 0, precision: Precision,
    isInferred: Bool = false
  ) {
    self.year = year
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
    self.precision = precision
    self.isInferred = isInferred
  }

  /// The date in ISO 8601 as far as it is known: `2007-09-10T14:26Z`, `2003-04-15`, `2003-04`, `2003`.
  public var iso8601: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    var text = padded(year, 4)
    if precision == .year { return text }
    text += "-" + padded(month, 2)
    if precision == .month { return text }
    text += "-" + padded(day, 2)
    if precision == .day { return text }
    return text + "T" + padded(hour, 2) + ":" + padded(minute, 2) + "Z"
  }
}

extension CableDate: Comparable {
  /// Orders by time; unknown parts count as their first value.
  public static func < (left: CableDate, right: CableDate) -> Bool {
    (left.year, left.month, left.day, left.hour, left.minute)
      < (right.year, right.month, right.day, right.hour, right.minute)
  }
}
