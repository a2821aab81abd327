import Cables

/// The calling thread's end of a pipeline: parses the first items itself, then feeds the queue and empties it in order.
struct ParseFeed {
  private let parse: @Sendable (SourceItem) -> ParsedItem
  private let threads: Int
  private let limits: PipelineLimits
  private var aloneCount = 0
  private var aloneSize = 0
  private var batch: [SourceItem] = []
  private var batchSize = 0
  /// The sizes of the batches in the queue, first to last.
  private var pending: [Int] = []
  private var queue: ParseQueue?

  init(parser: CableParser, threads: Int, limits: PipelineLimits) {
    self.threads = threads
    self.limits = limits
    parse = { item in
      switch item {
      case .record(let record):
        .cable(parser.parse(record.bytes, hints: record.hints), record.location, record.hints)
      case .problem(let problem):
        .problem(problem)
      case .end(let path):
        .end(path: path)
      }
    }
  }

  /// Takes an item and delivers what is ready; false when `body` wants no more.
  mutating func add(_ item: SourceItem, _ body: (ParsedItem) throws -> Bool) rethrows -> Bool {
    let size = item.size
    if threads == 1 || (aloneCount < limits.aloneCount && aloneSize < limits.aloneSize) {
      aloneCount += 1
      aloneSize += size
      return try body(parse(item))
    }
    batch.append(item)
    batchSize += size
    guard batch.count >= limits.batchCount || batchSize >= limits.batchSize else { return true }
    sendBatch()
    return try deliver(whileAbove: threads * limits.batchesPerThread, body)
  }

  /// Delivers everything that is left.
  mutating func finish(_ body: (ParsedItem) throws -> Bool) rethrows {
    if queue == nil {
      for item in batch {
        guard try body(parse(item)) else { return }
      }
      return
    }
    if !batch.isEmpty { sendBatch() }
    _ = try deliver(whileAbove: 0, body)
  }

  /// Ends the threads.
  func close() {
    queue?.close()
  }

  private mutating func sendBatch() {
    let queue = self.queue ?? ParseQueue(workers: threads - 1, parse: parse)
    self.queue = queue
    queue.add(batch)
    pending.append(batchSize)
    batch.removeAll(keepingCapacity: false)
    batchSize = 0
  }

  /// Delivers what is parsed, and waits or parses as long as too much is under way.
  private mutating func deliver(
    whileAbove count: Int, _ body: (ParsedItem) throws -> Bool
  ) rethrows -> Bool {
    guard let queue else { return true }
    while !pending.isEmpty {
      if let items = queue.takeHead() {
        pending.removeFirst()
        for item in items {
          guard try body(item) else { return false }
        }
      } else if pending.count <= count, pending.reduce(0, +) <= limits.pendingSize {
        return true
      } else if !queue.parseOne() {
        queue.waitForHead()
      }
    }
    return true
  }
}

extension SourceItem {
  /// The bytes the item holds, for bounding what is under way.
  fileprivate var size: Int {
    switch self {
    case .record(let record): record.bytes.count
    case .problem, .end: 64
    }
  }
}
