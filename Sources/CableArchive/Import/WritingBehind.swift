internal import Dispatch
internal import Synchronization

/// Writes batches to an archive while the next one is being read: one at a time, in their order.
///
/// Used by one thread. What goes wrong in a write is thrown by the next call, and nothing is written after it.
final class WritingBehind {
  private let archive: Archive
  private let queue = DispatchQueue(label: "reftel.import")
  private let outcome: Outcome

  /// What has become of the batches so far.
  private final class Outcome: Sendable {
    let counts = Mutex(InsertionCounts())
    let failure = Mutex<ArchiveError?>(nil)
  }

  init(to archive: Archive) {
    self.archive = archive
    outcome = Outcome()
  }

  /// Waits for the batch before, and begins to write this one.
  func write(_ cables: [IncomingCable], marking marks: [InputMark]) throws(ArchiveError) {
    let prepared = PreparedCable.prepare(cables)
    _ = try finish()
    queue.async { [archive, outcome] in
      do throws(ArchiveError) {
        try archive.checkPlace()
        let counts = try archive.insert(prepared, marking: marks)
        outcome.counts.withLock { $0 += counts }
        try archive.keepIndexMerged()
      } catch {
        outcome.failure.withLock { $0 = error }
      }
    }
  }

  /// Waits until all is written.
  ///
  /// - Returns: What became of the cables of all batches.
  @discardableResult
  func finish() throws(ArchiveError) -> InsertionCounts {
    queue.sync {}
    if let failure = outcome.failure.withLock({ $0 }) { throw failure }
    return outcome.counts.withLock { $0 }
  }
}
