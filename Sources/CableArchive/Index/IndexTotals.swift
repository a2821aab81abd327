/// What FTS5 notes of an index as a whole: its cables, and the words in each column.
struct IndexTotals: Sendable, Equatable {
  /// Where it lies in `cable_text_data`.
  static let rowID: Int64 = 1

  /// The number of cables, then of the words in each column.
  private(set) var counts: [UInt64]

  /// Creates totals of a number of cables, then of the words in each column.
  init(counts: [UInt64]) {
    self.counts = counts
  }

  /// Reads the record, which is empty as long as the index is; nil for a damaged one.
  init?(_ bytes: [UInt8], columns: Int) {
    var reader = VarintReader(bytes)
    counts = []
    for _ in 0...columns {
      guard let count = bytes.isEmpty ? 0 : reader.next() else { return nil }
      counts.append(count)
    }
  }

  /// The record.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for count in counts { bytes.append(varint: count) }
    return bytes
  }

  static func += (totals: inout IndexTotals, more: IndexTotals) {
    for (index, count) in more.counts.enumerated() { totals.counts[index] += count }
  }
}
