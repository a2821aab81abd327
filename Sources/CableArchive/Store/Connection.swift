internal import GRDB
internal import GRDBSQLite
internal import Synchronization

/// A connection of SQLite that a read uses at the moment.
struct Connection: Sendable, Equatable {
  /// The handle's address: the handle itself is used by the thread that reads, and by ``interrupt()``, which SQLite
  /// allows from any thread while the connection is open.
  private let address: UInt

  init?(_ database: Database) {
    guard let handle = database.sqliteConnection else { return nil }
    address = UInt(bitPattern: handle)
  }

  /// Stops the statements that run; must be called only while the read lasts.
  func interrupt() {
    sqlite3_interrupt(OpaquePointer(bitPattern: address))
  }
}

/// The reads that are under way in an archive.
final class RunningReads: Sendable {
  private let connections = Mutex<[Connection]>([])

  /// Runs a read so that it can be stopped, by its ticket or by ``interrupt()``.
  func run<Value>(
    _ database: Database, ticket: SearchTicket?, _ body: (Database) throws -> Value
  ) throws -> Value {
    guard let connection = Connection(database) else { return try body(database) }
    try ticket?.begin(connection)
    connections.withLock { $0.append(connection) }
    // A connection leaves both lists before the read ends, so it is never stopped for another one.
    defer {
      connections.withLock { connections in
        if let index = connections.firstIndex(of: connection) { connections.remove(at: index) }
      }
      ticket?.end(connection)
    }
    return try body(database)
  }

  /// Stops all reads that are under way.
  func interrupt() {
    connections.withLock { connections in
      for connection in connections { connection.interrupt() }
    }
  }
}
