internal import GRDB

/// Puts segments that were made elsewhere into the full-text index of an archive.
///
/// FTS5 keeps its index in two tables of rows and a record that lists the segments. So a segment is there when its rows and the record are. In a
/// transaction that adopts a segment FTS5 itself must not write.
struct IndexAdoption {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  /// Adds a segment as the newest one of the index.
  ///
  /// - Returns: Whether it could be added; nothing has been written if not.
  func adopt(_ segment: IndexSegment, _ totals: IndexTotals) throws -> Bool {
    guard let record = try record(IndexStructure.rowID), var structure = IndexStructure(record),
      let noted = try self.record(IndexTotals.rowID),
      var sum = IndexTotals(noted, columns: totals.counts.count - 1),
      let number = structure.add(pages: segment.ends.count)
    else { return false }
    try forgetStructure()
    let data = try database.cachedStatement(
      sql: "INSERT OR REPLACE INTO cable_text_data (id, block) VALUES (?, ?)")
    for (page, bytes) in segment.pages {
      let rowID = IndexSegment.rowID(ofPage: page, of: number)
      try data.execute(arguments: [rowID, OriginalBytes(Array(bytes))])
    }
    for list in segment.lists {
      let rowID = IndexSegment.rowID(ofListFor: list.page, of: number)
      try data.execute(arguments: [rowID, OriginalBytes(list.bytes)])
    }
    let firstWords = try database.cachedStatement(
      sql: "INSERT INTO cable_text_idx (segid, term, pgno) VALUES (?, ?, ?)")
    for first in segment.firstWords {
      try firstWords.execute(arguments: [number, OriginalBytes(first.word), first.page])
    }
    sum += totals
    try data.execute(arguments: [IndexStructure.rowID, OriginalBytes(structure.bytes)])
    try data.execute(arguments: [IndexTotals.rowID, OriginalBytes(sum.bytes)])
    return true
  }

  /// Has FTS5 read the record again when it is next asked.
  ///
  /// It holds on to what it has read until another connection writes, and does not see what this one writes past it. What makes it let go
  /// is a change that is taken back.
  private func forgetStructure() throws {
    try database.inSavepoint {
      try database.execute(
        sql: "INSERT INTO cable_text (cable_text, rank) VALUES ('automerge', \(Schema.automerge))")
      return .rollback
    }
  }

  /// The record at a row id of `cable_text_data`.
  func record(_ rowID: Int64) throws -> [UInt8]? {
    let statement = try database.cachedStatement(
      sql: "SELECT block FROM cable_text_data WHERE id = ?")
    return try OriginalBytes.fetchOne(statement, arguments: [rowID])?.bytes
  }
}
