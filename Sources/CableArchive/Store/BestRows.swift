/// The first rows of an order, chosen from a stream of rows without keeping all of them.
///
/// ```swift
/// var best = BestRows(limit: 2) { $0.score > $1.score }
/// for score in [1.0, 3, 2] { best.add(ScoredRow(score: score, rowID: 7)) }
/// best.sorted.map(\.score)  // [3, 2]
/// ```
struct BestRows {
  /// How many rows are wanted.
  let limit: Int
  private let precedes: (ScoredRow, ScoredRow) -> Bool
  private var rows: [ScoredRow] = []
  /// What a row must precede to be among the first; nil until so many are known.
  private var last: ScoredRow?

  init(limit: Int, precedes: @escaping (ScoredRow, ScoredRow) -> Bool) {
    self.limit = limit
    self.precedes = precedes
  }

  /// Takes a row.
  ///
  /// - Complexity: O(log limit) on average over many rows.
  mutating func add(_ row: ScoredRow) {
    if let last, !precedes(row, last) { return }
    rows.append(row)
    // Sorted once for as many rows as are wanted, not for each.
    if rows.count >= limit.multipliedReportingOverflow(by: 2).partialValue, limit < Int.max / 2 {
      rows = sorted
      last = rows.last
    }
  }

  /// The first rows of those taken, in order.
  var sorted: [ScoredRow] { Array(rows.sorted(by: precedes).prefix(limit)) }
}

/// A row and how relevant it is.
struct ScoredRow: Equatable {
  var score: Double
  var rowID: Int64
}

extension ScoredRow {
  /// Whether the row is more relevant than another one, or as relevant and newer.
  func precedes(_ other: ScoredRow) -> Bool {
    (score, rowID) > (other.score, other.rowID)
  }
}
