internal import Dispatch
internal import Synchronization

/// A segment of the index that another thread makes while rows still come.
final class SegmentInTheMaking: Sendable {
  /// What has become of the rows.
  enum Outcome {
    case segment(SegmentBuilder.Made)
    /// The rows themselves, for FTS5, which alone can write them, or which keeps few of them with those of other writes.
    case rows([SegmentBuilder.Row])
  }

  private let queue = DispatchQueue(label: "reftel.segment")
  private let builder = Mutex(SegmentBuilder())
  private let size = Mutex(0)

  /// Fewer bytes of words become a segment of FTS5 together with those of other writes.
  private static let fewBytes = 1 << 16
  /// With more than this a segment is to be ended, so that it stays within memory.
  private static let manyBytes = 1 << 27

  /// Whether so much has come that the segment should be ended.
  var isFull: Bool { size.withLock { $0 >= Self.manyBytes } }

  /// Takes rows, in any order; returns at once.
  func take(_ rows: [SegmentBuilder.Row]) {
    size.withLock { $0 += rows.reduce(0) { $0 + $1.row.body.utf8.count } }
    queue.async { [self] in builder.withLock { $0.take(rows) } }
  }

  /// Leaves out a row that was taken.
  func remove(_ rowID: Int64) {
    queue.async { [self] in builder.withLock { $0.remove(rowID) } }
  }

  /// Waits for the segment.
  ///
  /// Called once, at the end.
  ///
  /// - Parameter isWanted: Whether there is a use for a segment; otherwise the rows come back.
  /// - Returns: The segment, or the rows where only FTS5 can write them.
  func finish(isWanted: Bool) -> Outcome {
    queue.sync {
      let builder = builder.withLock { builder in
        defer { builder = SegmentBuilder() }
        return builder
      }
      guard isWanted, builder.size >= Self.fewBytes, let made = builder.segment() else {
        return .rows(builder.rows)
      }
      return .segment(made)
    }
  }
}
