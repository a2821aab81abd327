internal import Dispatch
internal import Synchronization

/// Writes batches to an archive while the next ones are being read, in their order, several in one transaction.
///
/// Used by one thread. What goes wrong in a write is thrown by the next call, and nothing is written after it.
final class WritingBehind {
  private let batches = BatchQueue(room: WritingBehind.waitingBatches)
  private let outcome = Outcome()
  private let isDone = DispatchGroup()

  /// Batches that wait while another one is being written.
  private static let waitingBatches = 6
  /// What has been read is written when nothing more comes for so long.
  private static let patience = DispatchTimeInterval.milliseconds(500)

  /// What has become of the batches so far.
  private final class Outcome: Sendable {
    let counts = Mutex(InsertionCounts())
    let failure = Mutex<ArchiveError?>(nil)
  }

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - archive: Where the batches go.
  ///   - transactionSize: The text of a transaction, in bytes; more makes fewer segments of the index, and costs memory.
  init(to archive: Archive, transactionSize: Int) {
    DispatchQueue(label: "reftel.import").async(group: isDone) { [batches, outcome] in
      while let batch = batches.next() {
        // After a failure what comes is dropped, so that nobody waits for room.
        guard outcome.failure.withLock({ $0 == nil }) else { continue }
        do throws(ArchiveError) {
          try archive.checkPlace()
          let counts = try Self.write(
            batch, andMoreOf: batches, upTo: transactionSize, to: archive)
          outcome.counts.withLock { $0 += counts }
          try archive.keepIndexMerged()
        } catch {
          outcome.failure.withLock { $0 = error }
        }
      }
    }
  }

  deinit { batches.close() }

  private static func write(
    _ first: PreparedBatch, andMoreOf batches: BatchQueue, upTo transactionSize: Int,
    to archive: Archive
  ) throws(ArchiveError) -> InsertionCounts {
    var first: PreparedBatch? = first
    var size = 0
    return try archive.insert {
      guard size < transactionSize else { return nil }
      let batch = first ?? batches.next(within: patience)
      first = nil
      size += batch?.size ?? 0
      return batch
    }
  }

  /// Has a batch written, and waits where too many are waiting already.
  func write(
    _ cables: [IncomingCable], marking marks: [InputMark], _ refusals: RefusalChanges
  ) throws(ArchiveError) {
    batches.add(
      PreparedBatch(cables: PreparedCable.prepare(cables), marks: marks, refusals: refusals))
    if let failure = outcome.failure.withLock({ $0 }) { throw failure }
  }

  /// Waits until all is written; nothing can be written after it.
  ///
  /// - Returns: What became of the cables of all batches.
  @discardableResult
  func finish() throws(ArchiveError) -> InsertionCounts {
    batches.close()
    isDone.wait()
    if let failure = outcome.failure.withLock({ $0 }) { throw failure }
    return outcome.counts.withLock { $0 }
  }
}
