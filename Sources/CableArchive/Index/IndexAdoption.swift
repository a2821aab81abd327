internal import GRDB

/// Puts segments that were made elsewhere into the full-text index of an archive.
///
/// FTS5 keeps its index in two tables of rows and a record that lists the segments. So a segment is there when its rows and the record are.
struct IndexAdoption {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  /// Has FTS5 write what it holds and let go of what it has read, and tells whether a segment can be added.
  ///
  /// FTS5 holds on to the record until another connection writes, and does not see what this one writes past it. What makes it let go
  /// is a change that is taken back; what makes it write is the savepoint for that.
  func prepare() throws -> Bool {
    try database.inSavepoint {
      try database.execute(
        sql: "INSERT INTO cable_text (cable_text, rank) VALUES ('automerge', \(Schema.automerge))")
      return .rollback
    }
    guard let record = try record(IndexStructure.rowID), let structure = IndexStructure(record)
    else { return false }
    return structure.segmentCount < IndexStructure.greatestNumber
  }

  /// Adds a segment as the newest one of the index, after ``prepare()`` has told that it can.
  ///
  /// - Returns: Whether it could be added; nothing has been written if not.
  func adopt(_ segment: IndexSegment, _ totals: IndexTotals) throws -> Bool {
    guard let record = try record(IndexStructure.rowID), var structure = IndexStructure(record),
      let noted = try self.record(IndexTotals.rowID),
      var sum = IndexTotals(noted, columns: totals.counts.count - 1),
      let number = structure.add(pages: segment.ends.count)
    else { return false }
    let insertPage = try RowInsertion(
      database, into: "cable_text_data", columns: 2, replaces: true)
    try segment.bytes.withUnsafeBytes { bytes in
      var start = 0
      for (index, end) in segment.ends.enumerated() {
        try insertPage { row in
          row.add(IndexSegment.rowID(ofPage: index + 1, of: number))
          row.add(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
        }
        start = end
      }
    }
    let data = try database.cachedStatement(
      sql: "INSERT OR REPLACE INTO cable_text_data (id, block) VALUES (?, ?)")
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

  /// The record at a row id of `cable_text_data`.
  func record(_ rowID: Int64) throws -> [UInt8]? {
    let statement = try database.cachedStatement(
      sql: "SELECT block FROM cable_text_data WHERE id = ?")
    return try OriginalBytes.fetchOne(statement, arguments: [rowID])?.bytes
  }
}
