internal import Dispatch
internal import Synchronization

/// A segment of the index that another thread makes.
final class SegmentInTheMaking: Sendable {
  /// A segment and what it counts.
  typealias Made = (segment: IndexSegment, totals: IndexTotals)

  private let made = Mutex<Made?>(nil)
  private let isDone = DispatchSemaphore(value: 0)

  /// Fewer bytes of words become a segment of FTS5 together with those of other writes.
  private static let fewBytes = 1 << 16
  /// More are left to FTS5, which needs less memory for them.
  private static let manyBytes = 1 << 25

  /// Begins to make the segment of rows, which must come in ascending order of their ids; nil for so few that it isn't worth it,
  /// or too many.
  init?(of rows: [(rowID: Int64, row: IndexRow)]) {
    let size = rows.reduce(0) { $0 + $1.row.body.utf8.count }
    guard size >= Self.fewBytes, size <= Self.manyBytes else { return nil }
    DispatchQueue.global().async { [self] in
      let result = SegmentBuilder.segment(of: rows)
      made.withLock { $0 = result }
      isDone.signal()
    }
  }

  /// Waits for the segment.
  ///
  /// Called once.
  ///
  /// - Returns: The segment; nil if only FTS5 can make it.
  func wait() -> Made? {
    isDone.wait()
    return made.withLock { $0 }
  }
}
