internal import CableSources
internal import GRDB

/// How far a file has been taken into an archive.
struct InputMark: Equatable {
  /// The file, absolute.
  var path: String
  /// The file as it was when reading it began.
  var stamp: FileStamp
  /// The digest of the content; nil as long as it is not known.
  var digest: Int64?
  /// How many items of the file are in the archive.
  var items: Int
  /// Whether these are all.
  var isComplete: Bool
}

/// The archive's table of files that imports have read.
struct InputLedger {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  /// Writes marks over those of the same files.
  func note(_ marks: [InputMark]) throws {
    let statement = try database.cachedStatement(
      sql: "INSERT OR REPLACE INTO input VALUES (?, ?, ?, ?, ?, ?)")
    for mark in marks {
      try statement.execute(arguments: [
        mark.path, mark.stamp.size, mark.stamp.modified, mark.digest, mark.items, mark.isComplete,
      ])
    }
  }

  /// The marks of files that are one of the paths or lie below one.
  func marks(below paths: [String]) throws -> [String: InputMark] {
    var marks: [String: InputMark] = [:]
    let statement = try database.makeStatement(
      sql: "SELECT * FROM input WHERE path = ?1 OR (path >= ?1 || '/' AND path < ?1 || '0')")
    for path in paths {
      let rows = try Row.fetchCursor(statement, arguments: [path == "/" ? "" : path])
      while let row = try rows.next() {
        let mark = InputMark(
          path: row[0], stamp: FileStamp(size: row[1], modified: row[2]), digest: row[3],
          items: row[4], isComplete: row[5])
        marks[mark.path] = mark
      }
    }
    return marks
  }
}
