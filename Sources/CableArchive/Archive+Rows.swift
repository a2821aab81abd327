internal import Cables
internal import GRDB

extension Archive {
  /// What a list shows of several cables, in the order given; row ids that are not in use are left out.
  ///
  /// - Throws: An error where the store fails or is interrupted.
  public func rows(_ rowIDs: [Int64]) throws(ArchiveError) -> [ListRow] {
    try read { try RowReader($0).rows(at: rowIDs) }
  }

  /// The listed cables a typed name means: an id in any spelling, `ROME 1605` of any year, or a file's name.
  ///
  /// - Throws: An error where the store fails or is interrupted.
  public func find(typed text: String) throws(ArchiveError) -> [ListRow] {
    if let pattern = IDPattern(reading: text) {
      return try read { database in
        try RowReader(database).rows(at: SearchPlan.rowIDs(named: pattern, in: database))
      }
    }
    return try read { database in
      let rowIDs = try Int64.fetchAll(
        database, sql: "SELECT id FROM cable WHERE name = ? AND id = shown ORDER BY id DESC",
        arguments: [text])
      return try RowReader(database).rows(at: rowIDs)
    }
  }
}
