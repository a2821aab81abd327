/// The first rows of an order, chosen from a stream of rows without keeping all of them.
///
/// ```swift
/// var best = BestRows(limit: 2)
/// for score in [1.0, 3, 2] { best.add(ScoredRow(score: score, rowID: 7)) }
/// best.sorted.map(\.score)  // [3, 2]
/// ```
struct BestRows {
  /// How many rows are wanted.
  let limit: Int
  /// Whether the least relevant rows come first.
  private let isReversed: Bool
  /// Once there are as many as wanted, a heap with the last of them at the top.
  private var rows: [ScoredRow] = []

  init(limit: Int, isReversed: Bool = false) {
    self.limit = limit
    self.isReversed = isReversed
  }

  /// Takes a row.
  ///
  /// - Complexity: O(log limit), mostly O(1) over many rows.
  mutating func add(_ row: ScoredRow) {
    guard rows.count >= limit else {
      rows.append(row)
      if rows.count == limit {
        for index in (0..<limit / 2).reversed() { sink(index) }
      }
      return
    }
    guard let last = rows.first, precedes(row, last) else { return }
    rows[0] = row
    sink(0)
  }

  /// The first rows of those taken, in order.
  var sorted: [ScoredRow] { rows.sorted(by: precedes) }

  private func precedes(_ left: ScoredRow, _ right: ScoredRow) -> Bool {
    isReversed ? right.precedes(left) : left.precedes(right)
  }

  /// Moves a row down to where none below it comes later.
  private mutating func sink(_ start: Int) {
    var index = start
    let row = rows[index]
    while true {
      var below = 2 * index + 1
      guard below < rows.count else { break }
      if below + 1 < rows.count, precedes(rows[below], rows[below + 1]) { below += 1 }
      guard precedes(row, rows[below]) else { break }
      rows[index] = rows[below]
      index = below
    }
    rows[index] = row
  }
}

/// A row and how relevant it is.
struct ScoredRow: Equatable {
  var score: Double
  var rowID: Int64
}

extension ScoredRow {
  /// Whether the row is more relevant than another one, or as relevant and newer.
  func precedes(_ other: ScoredRow) -> Bool {
    score != other.score ? score > other.score : rowID > other.rowID
  }
}
