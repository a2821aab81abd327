import CableArchive

/// How many cables of a result each month has, as bars; neighbouring months share a bar where there is no room.
struct DateChart: Sendable, Equatable {
  /// A stretch of months.
  struct Bar: Sendable, Equatable {
    /// The first and last month, as numbers of months since the year 0.
    var months: ClosedRange<Int>
    var count: Int

    /// The period as it is typed.
    var period: String {
      let first = Self.name(months.lowerBound)
      let last = Self.name(months.upperBound)
      if months.count == 1 { return first }
      // A bar of a whole year says just that.
      if months.count == 12, months.lowerBound % 12 == 0 { return "\(months.lowerBound / 12)" }
      return "\(first)..\(last)"
    }

    private static func name(_ month: Int) -> String {
      let number = month % 12 + 1
      return "\(month / 12)-\(number < 10 ? "0" : "")\(number)"
    }
  }

  /// Months a bar may stand for.
  private static let widths = [1, 3, 6, 12, 24, 60, 120]

  /// The bars, earliest first, those without a cable too.
  let bars: [Bar]

  /// Lays out the counts of months in at most so many bars.
  init(_ counts: [FacetCount], columns: Int) {
    let months = counts.compactMap { count in
      Self.month(count.value).map { (month: $0, count: count.count) }
    }
    guard let first = months.first?.month, let last = months.last?.month else {
      bars = []
      return
    }
    let width =
      Self.widths.first { last / $0 - first / $0 < max(1, columns) } ?? last - first + 1
    var bars = (first / width...last / width).map { index in
      Bar(months: index * width...(index * width + width - 1), count: 0)
    }
    for (month, count) in months { bars[month / width - first / width].count += count }
    self.bars = bars
  }

  /// The number of a month written `2003-10`.
  private static func month(_ text: String) -> Int? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 2, 1...12 ~= parts[1] else { return nil }
    return parts[0] * 12 + parts[1] - 1
  }
}

/// The chart while it is open.
struct ChartPanel: Sendable {
  /// The counts of months; nil until they are counted.
  var counts: [FacetCount]?
  /// The chosen bar.
  var selected = 0
}
