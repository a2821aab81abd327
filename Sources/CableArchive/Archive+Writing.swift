internal import Cables
internal import GRDB

extension Archive {
  /// Adds cables in one transaction: either all of them are in the archive afterwards, or none.
  ///
  /// A text that the archive holds already is counted as a copy. Another text under the id of a listed cable is
  /// kept as a version of it; the fullest is listed, the others are found by ``versions(of:)``.
  ///
  /// Large batches are faster than small ones, in any order of dates.
  ///
  /// - Returns: How many of them are listed cables more, neither copies nor versions.
  /// - Throws: An error where the store fails.
  @discardableResult
  public func insert(_ cables: [IncomingCable]) throws(ArchiveError) -> Int {
    guard !cables.isEmpty else { return 0 }
    return try write { database in
      var writer = BatchWriter(database, parse: parse)
      try writer.insert(cables)
      return writer.newCables
    }
  }

  /// The stored text of a row and what its collection said of it.
  static func storedOriginal(
    of rowID: Int64, in database: Database
  ) throws -> (original: [UInt8], hints: CableHints)? {
    let statement = try database.cachedStatement(
      sql: "SELECT original, hints FROM body WHERE id = ?")
    guard let row = try Row.fetchOne(statement, arguments: [rowID]) else { return nil }
    let original: OriginalBytes = row[0]
    return (original.bytes, try StoredHints.hints(from: row[1]))
  }
}
