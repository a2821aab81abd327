internal import GRDB
internal import Synchronization

/// A right to search that can be called off from another thread.
///
/// ```swift
/// let ticket = SearchTicket()
/// let count = try ticket.run { try archive.count(query) }   // ticket.cancel() makes this throw .interrupted
/// ```
/// Only what runs under the ticket is stopped: other searches and imports of the same archive go on.
public final class SearchTicket: Sendable {
  @TaskLocal static var current: SearchTicket?

  private struct State {
    var isCancelled = false
    var connections: [Connection] = []
  }

  private let state = Mutex(State())

  /// Creates a ticket that is good.
  public init() {}

  /// Whether the ticket was called off.
  public var isCancelled: Bool { state.withLock { $0.isCancelled } }

  /// Stops what runs under the ticket, and what is begun under it later.
  public func cancel() {
    state.withLock { state in
      state.isCancelled = true
      for connection in state.connections { connection.interrupt() }
    }
  }

  /// Runs searches under the ticket, on the calling thread.
  ///
  /// - Throws: What `body` throws; searches throw ``ArchiveError/Reason/interrupted`` once it is called off.
  public func run<Value>(
    _ body: () throws(ArchiveError) -> Value
  ) throws(ArchiveError) -> Value {
    let result = Self.$current.withValue(self) {
      Result { () throws(ArchiveError) in try body() }
    }
    return try result.get()
  }

  func check() throws {
    if isCancelled { throw CancellationError() }
  }

  func begin(_ connection: Connection) throws {
    try state.withLock { state in
      if state.isCancelled { throw CancellationError() }
      state.connections.append(connection)
    }
  }

  func end(_ connection: Connection) {
    state.withLock { state in
      if let index = state.connections.firstIndex(of: connection) {
        state.connections.remove(at: index)
      }
    }
  }
}
