import GRDBSQLite

/// A database used through the C interface of SQLite alone: what an archive is compared with.
final class PlainSQLite {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private var handle: OpaquePointer?
  private var statements: [String: OpaquePointer] = [:]

  /// Opens a database, and creates it if it may be written to.
  init(path: String, isReadOnly: Bool) throws {
    let flags = isReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    guard sqlite3_open_v2(path, &handle, flags, nil) == SQLITE_OK else {
      throw Failure(description: "\(path) cannot be opened.")
    }
  }

  deinit {
    for statement in statements.values { sqlite3_finalize(statement) }
    sqlite3_close(handle)
  }

  /// A value of a statement.
  enum Value {
    case number(Int64)
    case text([UInt8])
  }

  /// Runs a statement, which is kept for the next time, and returns the first column of its rows as numbers.
  @discardableResult
  func run(_ sql: String, _ values: [Value] = []) throws -> [Int64] {
    try rows(sql, values) { sqlite3_column_int64($0, 0) }
  }

  /// Runs a statement and returns the first column of its rows as texts.
  func texts(_ sql: String, _ values: [Value] = []) throws -> [String] {
    try rows(sql, values) { statement in
      sqlite3_column_text(statement, 0).map { String(cString: $0) } ?? ""
    }
  }

  /// Fetches rows of a list by row ids, each value of them, as a program would that shows them.
  func fetch(_ sql: String, rowIDs: [Int64]) throws -> Int {
    var bytes = 0
    for rowID in rowIDs {
      _ = try rows(sql, [.number(rowID)]) { statement in
        for column in 0..<sqlite3_column_count(statement) {
          bytes += Int(sqlite3_column_bytes(statement, column))
        }
      }
    }
    return bytes
  }

  private func rows<Element>(
    _ sql: String, _ values: [Value], _ element: (OpaquePointer) -> Element
  ) throws -> [Element] {
    let statement = try prepared(sql)
    defer { sqlite3_reset(statement) }
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    for (index, value) in values.enumerated() {
      switch value {
      case .number(let number): sqlite3_bind_int64(statement, Int32(index + 1), number)
      case .text(let bytes):
        bytes.withUnsafeBytes {
          _ = sqlite3_bind_text(
            statement, Int32(index + 1), $0.baseAddress?.assumingMemoryBound(to: CChar.self),
            Int32(bytes.count), transient)
        }
      }
    }
    var found: [Element] = []
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW: found.append(element(statement))
      case SQLITE_DONE: return found
      default: throw Failure(description: "\(sql): \(String(cString: sqlite3_errmsg(handle)))")
      }
    }
  }

  private func prepared(_ sql: String) throws -> OpaquePointer {
    if let statement = statements[sql] { return statement }
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK, let statement else {
      throw Failure(description: "\(sql): \(String(cString: sqlite3_errmsg(handle)))")
    }
    statements[sql] = statement
    return statement
  }
}
