import Cables

/// Reads the ways in which collections write a date.
enum DateText {
  /// The numbers of a date as they stand there.
  typealias Parts = (year: Int, month: Int, day: Int, time: (hour: Int, minute: Int)?)

  private static let weekdays: [StaticString] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months: [StaticString] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The date of a table's column, `m/d/yyyy h:mm` or `yyyy-mm-dd hh:mm`.
  ///
  /// Midnight sharp says only the day: that is how tools write a date without a time.
  static func columnDate(_ text: [UInt8]) -> CableDate? {
    text.withUnsafeBufferPointer { bytes in
      var cursor = ByteCursor(bytes)
      cursor.takeBlanks()
      let start = cursor.position
      if let parts = takeSlashDate(&cursor) { return date(parts) }
      cursor.position = start
      return isoDate(&cursor)
    }
  }

  /// The date of an export, ISO 8601 down to what is known: `2007-09-10T14:26Z`, `2003-04`, `2003`.
  static func isoDate(_ text: [UInt8]) -> CableDate? {
    text.withUnsafeBufferPointer { bytes in
      var cursor = ByteCursor(bytes)
      return isoDate(&cursor)
    }
  }

  /// The day of a dump's third line, `Fri Feb 23 00:00:00 +0100 2001`, and of nothing else on the line.
  ///
  /// The zone is that of the machine that wrote the dump; the day is meant as written.
  static func dumpDay(_ line: UnsafeBufferPointer<UInt8>) -> CableDate? {
    var cursor = ByteCursor(line)
    cursor.takeBlanks()
    guard cursor.takeWord(of: weekdays) != nil, cursor.takeBlanks(),
      let month = cursor.takeWord(of: months), cursor.takeBlanks(),
      let day = cursor.takeNumber(digits: 1...2), cursor.takeBlanks(),
      time(&cursor) != nil, cursor.takeBlanks()
    else { return nil }
    if cursor.take("+") || cursor.take("-") {
      guard cursor.takeNumber(digits: 4...4) != nil else { return nil }
    } else {
      guard cursor.takeWord(of: ["UTC", "GMT", "CEST", "CET", "EST", "EDT", "BST"]) != nil else {
        return nil
      }
    }
    guard cursor.takeBlanks(), let year = cursor.takeNumber(digits: 4...4) else { return nil }
    cursor.takeBlanks()
    guard cursor.peek() == nil else { return nil }
    return date((year, month + 1, day, nil))
  }

  /// Moves over what has the shape of `m/d/yyyy h:mm`, whether or not there is such a day.
  static func takeSlashDate(_ cursor: inout ByteCursor) -> Parts? {
    guard let month = cursor.takeNumber(digits: 1...2), cursor.take("/"),
      let day = cursor.takeNumber(digits: 1...2), cursor.take("/"),
      let year = cursor.takeNumber(digits: 4...4)
    else { return nil }
    return (year, month, day, cursor.takeBlanks() ? time(&cursor) : nil)
  }

  /// Moves over an ISO 8601 date, with `T` or a blank before the time.
  static func isoDate(_ cursor: inout ByteCursor) -> CableDate? {
    guard let year = cursor.takeNumber(digits: 4...4) else { return nil }
    guard cursor.take("-") else {
      return cursor.peek() == nil ? CableDate(year: year, precision: .year) : nil
    }
    guard let month = cursor.takeNumber(digits: 2...2), (1...12).contains(month) else { return nil }
    guard cursor.take("-") else {
      return cursor.peek() == nil ? CableDate(year: year, month: month, precision: .month) : nil
    }
    guard let day = cursor.takeNumber(digits: 2...2) else { return nil }
    if cursor.take("T") { return date((year, month, day, time(&cursor)), midnightIsATime: true) }
    return date((year, month, day, cursor.takeBlanks() ? time(&cursor) : nil))
  }

  private static func time(_ cursor: inout ByteCursor) -> (hour: Int, minute: Int)? {
    guard let hour = cursor.takeNumber(digits: 1...2), cursor.take(":"),
      let minute = cursor.takeNumber(digits: 2...2)
    else { return nil }
    if cursor.take(":"), cursor.takeNumber(digits: 2...2) == nil { return nil }
    return (hour, minute)
  }

  private static func date(_ parts: Parts, midnightIsATime: Bool = false) -> CableDate? {
    guard (1...12).contains(parts.month), (1...31).contains(parts.day) else { return nil }
    guard let time = parts.time, time.hour < 24, time.minute < 60,
      midnightIsATime || time != (0, 0)
    else {
      return CableDate(
        year: parts.year, month: parts.month, day: parts.day, precision: .day)
    }
    return CableDate(
      year: parts.year, month: parts.month, day: parts.day, hour: time.hour, minute: time.minute,
      precision: .minute)
  }
}
