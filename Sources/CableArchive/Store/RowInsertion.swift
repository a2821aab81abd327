internal import GRDB
internal import GRDBSQLite

/// A statement that inserts one row after the other, without what GRDB does around each run of a statement.
///
/// Used within one transaction.
struct RowInsertion {
  private let statement: Statement

  /// Prepares the insertion of rows with so many columns; `replaces` tells whether a row of the same key makes way.
  init(
    _ database: Database, into table: StaticString, columns: Int, replaces: Bool = false
  ) throws {
    let verb = replaces ? "REPLACE" : "INSERT"
    let places = [String](repeating: "?", count: columns).joined(separator: ", ")
    statement = try database.cachedStatement(sql: "\(verb) INTO \(table) VALUES (\(places))")
  }

  /// Inserts a row of the values that `fill` adds, in the order of the columns; columns without a value are null.
  func callAsFunction(_ fill: (inout Values) -> Void) throws {
    let handle = statement.sqliteStatement
    defer {
      sqlite3_reset(handle)
      sqlite3_clear_bindings(handle)
    }
    var values = Values(handle: handle)
    fill(&values)
    let code = sqlite3_step(handle)
    guard code == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code),
        message: sqlite3_errmsg(sqlite3_db_handle(handle)).map { String(cString: $0) })
    }
  }

  /// The values of a row, one column after the other.
  struct Values {
    fileprivate let handle: OpaquePointer
    private var column: Int32 = 0

    /// Has SQLite copy what it is given.
    private static var copied: sqlite3_destructor_type {
      unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    }

    fileprivate init(handle: OpaquePointer) {
      self.handle = handle
    }

    mutating func add(_ number: Int64?) {
      column += 1
      if let number { sqlite3_bind_int64(handle, column, number) }
    }

    mutating func add(_ number: Int?) {
      add(number.map(Int64.init))
    }

    mutating func add(_ isTrue: Bool) {
      add(isTrue ? 1 : 0 as Int64)
    }

    mutating func add(_ text: String?) {
      column += 1
      guard let text else { return }
      let count = Int32(text.utf8.count)
      _ = text.withCString { sqlite3_bind_text(handle, column, $0, count, Self.copied) }
    }

    mutating func add(_ bytes: UnsafeRawBufferPointer) {
      column += 1
      if bytes.isEmpty {
        sqlite3_bind_zeroblob(handle, column, 0)
      } else {
        sqlite3_bind_blob64(
          handle, column, bytes.baseAddress, UInt64(bytes.count), Self.copied)
      }
    }

    mutating func add(_ bytes: [UInt8]) {
      bytes.withUnsafeBytes { add($0) }
    }
  }
}
