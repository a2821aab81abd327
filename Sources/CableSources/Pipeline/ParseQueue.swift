import Cables
import Dispatch
import Synchronization

/// Batches of items on their way through the parser, taken by any thread and given back in order.
final class ParseQueue: Sendable {
  private enum Slot {
    case waiting([SourceItem])
    case taken
    case parsed([ParsedItem])
  }

  private struct State {
    var slots: [Slot] = []
    /// The number of the first slot among all batches ever added.
    var first = 0
    /// The number of the first batch nobody has taken; no earlier one is waiting.
    var nextToTake = 0
    var isClosed = false
  }

  private let state = Mutex(State())
  private let work = DispatchSemaphore(value: 0)
  private let headIsParsed = DispatchSemaphore(value: 0)
  private let workers = DispatchGroup()
  private let parse: @Sendable (SourceItem) -> ParsedItem

  private let workerCount: Int

  /// Creates an empty queue and starts threads that parse what is added until it is closed.
  init(workers: Int, parse: @escaping @Sendable (SourceItem) -> ParsedItem) {
    workerCount = workers
    self.parse = parse
    for _ in 0..<workers {
      DispatchQueue.global(qos: .userInitiated).async(group: self.workers) {
        while true {
          self.work.wait()
          if self.state.withLock({ $0.isClosed }) { return }
          _ = self.parseOne()
        }
      }
    }
  }

  /// How many batches are in the queue.
  var count: Int { state.withLock { $0.slots.count } }

  /// Appends a batch.
  func add(_ batch: [SourceItem]) {
    state.withLock { $0.slots.append(.waiting(batch)) }
    work.signal()
  }

  /// Parses the first waiting batch on the calling thread; false where none waits.
  func parseOne() -> Bool {
    let taken: (number: Int, batch: [SourceItem])? = state.withLock { state in
      let index = state.nextToTake - state.first
      guard state.slots.indices.contains(index), case .waiting(let batch) = state.slots[index]
      else { return nil }
      state.slots[index] = .taken
      state.nextToTake += 1
      return (state.first + index, batch)
    }
    guard let taken else { return false }
    let parsed = taken.batch.map(parse)
    let isHead = state.withLock { state in
      state.slots[taken.number - state.first] = .parsed(parsed)
      return taken.number == state.first
    }
    if isHead { headIsParsed.signal() }
    return true
  }

  /// Takes the first batch if it is parsed.
  func takeHead() -> [ParsedItem]? {
    state.withLock { state in
      guard case .parsed(let items) = state.slots.first else { return nil }
      state.slots.removeFirst()
      state.first += 1
      return items
    }
  }

  /// Waits until another thread may have parsed the first batch.
  func waitForHead() {
    headIsParsed.wait()
  }

  /// Ends the threads and waits for them; batches still waiting are dropped.
  func close() {
    state.withLock { $0.isClosed = true }
    for _ in 0..<workerCount { work.signal() }
    workers.wait()
  }
}
