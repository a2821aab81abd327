internal import GRDB
internal import GRDBSQLite
internal import Synchronization

/// Connections of our own that read an archive on the disk, each for one thread at a time.
///
/// A page takes some tens of microseconds, of which a pool of GRDB and its transactions would be half.
final class ReadConnections: Sendable {
  private struct State {
    var idle: [DatabaseQueue] = []
    var count = 0
    var isClosed = false
  }

  private let state = Mutex(State())
  private let path: String

  /// More reads at once are left to others.
  private static let mostConnections = 4

  /// Names the file; connections are opened when they are needed.
  init(path: String) {
    self.path = path
  }

  /// Reads the archive as it was after the last complete write.
  ///
  /// - Returns: What the body returns; nil if no connection can be had, and the body was not called.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value? {
    guard let connection = take() else { return nil }
    defer { giveBack(connection) }
    return try connection.unsafeRead { database in
      try step("BEGIN", database)
      do {
        let value = try body(database)
        try step("COMMIT", database)
        return value
      } catch {
        // An error may have ended it already.
        if database.isInsideTransaction { try? step("ROLLBACK", database) }
        throw error
      }
    }
  }

  /// Closes the connections, those in use once they are not.
  func close() throws {
    let idle = state.withLock { state in
      defer { state.idle = [] }
      state.isClosed = true
      return state.idle
    }
    for connection in idle { try connection.close() }
  }

  private func take() -> DatabaseQueue? {
    enum Place {
      case taken(DatabaseQueue)
      case free
      case none
    }
    let place = state.withLock { state -> Place in
      guard !state.isClosed else { return .none }
      if let last = state.idle.popLast() { return .taken(last) }
      guard state.count < Self.mostConnections else { return .none }
      state.count += 1
      return .free
    }
    switch place {
    case .taken(let connection): return connection
    case .none: return nil
    case .free:
      var configuration = Archive.configuration()
      configuration.readonly = true
      // What stands in the way, a file that was removed for one, need not be in the way of connections that are open.
      if let opened = try? DatabaseQueue(path: path, configuration: configuration) { return opened }
      state.withLock { $0.count -= 1 }
      return nil
    }
  }

  private func giveBack(_ connection: DatabaseQueue) {
    let isClosed = state.withLock { state in
      if !state.isClosed { state.idle.append(connection) }
      return state.isClosed
    }
    if isClosed { try? connection.close() }
  }

  /// Carries out a statement that begins or ends a transaction.
  private func step(_ sql: String, _ database: Database) throws {
    let statement = try database.cachedStatement(sql: sql).sqliteStatement
    let code = sqlite3_step(statement)
    sqlite3_reset(statement)
    guard code == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage, sql: sql)
    }
  }
}
