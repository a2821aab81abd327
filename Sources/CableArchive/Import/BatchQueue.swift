internal import Dispatch
internal import Synchronization

/// Batches on their way from the thread that reads to the one that writes, a few at a time.
final class BatchQueue: Sendable {
  private struct State {
    var batches: [PreparedBatch] = []
    var isClosed = false
  }

  private let state = Mutex(State())
  private let room = DispatchSemaphore(value: 0)
  private let filled = DispatchSemaphore(value: 0)

  /// Creates an empty queue with room for so many batches.
  init(room: Int) {
    for _ in 0..<room { self.room.signal() }
  }

  /// Appends a batch, as soon as there is room.
  func add(_ batch: PreparedBatch) {
    room.wait()
    state.withLock { $0.batches.append(batch) }
    filled.signal()
  }

  /// Says that no further batch comes.
  func close() {
    state.withLock { $0.isClosed = true }
    filled.signal()
  }

  /// Takes the first batch; nil where none comes within the time, or none comes any more.
  ///
  /// Used by one thread.
  func next(within time: DispatchTimeInterval? = nil) -> PreparedBatch? {
    let deadline = time.map { DispatchTime.now() + $0 } ?? .distantFuture
    guard filled.wait(timeout: deadline) == .success else { return nil }
    let batch: PreparedBatch? = state.withLock { state in
      guard !state.batches.isEmpty else { return nil }
      return state.batches.removeFirst()
    }
    if batch == nil {
      // The queue is closed, and stays so for whoever asks next.
      filled.signal()
    } else {
      room.signal()
    }
    return batch
  }
}
