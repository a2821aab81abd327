/// The row ids that cables of a day, month or year have.
public struct RowSpan: Sendable, Equatable {
  /// The first of them.
  public let first: Int64
  /// The last of them.
  public let last: Int64

  /// Reads `2003`, `2003-10` or `2003-10-14`; nil for anything else.
  public init?(date text: String) {
    guard let period = Period(reading: text) else { return nil }
    let rows = RowOrder.rowIDs(in: period)
    first = rows.lowerBound
    last = rows.upperBound - 1
  }

  /// Whether a cable was sent then.
  public func contains(_ rowID: Int64) -> Bool { first...last ~= rowID }
}
