import CableArchive
import Foundation

/// The cables of an archive put into SQLite plainly: into a table without an index, and into FTS5 as it comes.
struct Insertion {
  /// Seconds of the inserts alone, without reading the table.
  private(set) var bareSeconds = 0.0
  private(set) var naiveSeconds = 0.0
  /// The database with the index, `cable (subject, body)`.
  let naive: PlainSQLite

  init(of archive: Archive, in folder: URL) throws {
    let bare = try PlainSQLite(path: folder.appending(path: "bare.db").path, isReadOnly: false)
    naive = try PlainSQLite(path: folder.appending(path: "naive.db").path, isReadOnly: false)
    for database in [bare, naive] {
      try database.run("PRAGMA journal_mode = WAL")
      try database.run("PRAGMA synchronous = NORMAL")
    }
    try bare.run("CREATE TABLE cable (id INTEGER PRIMARY KEY, subject TEXT, body TEXT)")
    try naive.run("CREATE VIRTUAL TABLE cable USING fts5 (subject, body)")
    var pending: [[PlainSQLite.Value]] = []
    for rowID in try archive.rowIDs(.all, order: .oldestFirst) {
      guard let row = try archive.row(rowID), let text = try archive.original(rowID) else {
        continue
      }
      pending.append([.number(rowID), .text(Array(row.subject.utf8)), .text(text)])
      if pending.count == 1_000 {
        bareSeconds += try Self.insert(pending, into: bare, "id")
        naiveSeconds += try Self.insert(pending, into: naive, "rowid")
        pending = []
      }
    }
    bareSeconds += try Self.insert(pending, into: bare, "id")
    naiveSeconds += try Self.insert(pending, into: naive, "rowid")
  }

  private static func insert(
    _ rows: [[PlainSQLite.Value]], into database: PlainSQLite, _ key: String
  ) throws -> Double {
    let start = ContinuousClock.now
    try database.run("BEGIN")
    for row in rows {
      try database.run("INSERT INTO cable (\(key), subject, body) VALUES (?, ?, ?)", row)
    }
    try database.run("COMMIT")
    return (ContinuousClock.now - start).milliseconds / 1_000
  }

  func add(to figures: inout Figures, importSeconds: Double?) {
    for (name, seconds, goal) in [
      ("inserts without an index, in C", bareSeconds, "import ≤ 4.5 ×"),
      ("inserts into FTS5 as it comes, in C", naiveSeconds, "–"),
    ] {
      let ratio = importSeconds.map { ", import \(($0 / seconds).rounded(to: 2)) ×" } ?? ""
      figures.add(name, seconds.rounded(to: 1) + " s" + ratio, goal)
    }
  }
}
