public import Cables
internal import GRDB

extension Archive {
  /// What a list shows of a cable; nil for a row id that is not in use.
  ///
  /// - Throws: An error where the store fails or is interrupted.
  public func row(_ rowID: Int64) throws(ArchiveError) -> ListRow? {
    try read { try RowReader($0).row(at: rowID) }
  }

  /// The cable of a row, parsed from its original; nil for a row id that is not in use.
  ///
  /// Years of references are those of the archive, which knows more than the text: see ``resolveReferences()``.
  ///
  /// - Throws: An error where the store fails or is interrupted.
  public func cable(_ rowID: Int64) throws(ArchiveError) -> Cable? {
    let stored = try read { database in
      (
        text: try Self.storedOriginal(of: rowID, in: database),
        targets: try ReferenceResolver(database).storedTargets(of: rowID)
      )
    }
    guard let text = stored.text else { return nil }
    var cable = parse(text.original, text.hints)
    stored.targets.apply(to: &cable)
    return cable
  }

  /// The text of a row exactly as it came; nil for a row id that is not in use.
  ///
  /// - Throws: An error where the store fails or is interrupted.
  public func original(_ rowID: Int64) throws(ArchiveError) -> [UInt8]? {
    try read { try Self.storedOriginal(of: rowID, in: $0)?.original }
  }

  /// What the collection said of a row besides its text; empty for a row id that is not in use.
  ///
  /// - Throws: An error where the store fails or is interrupted.
  public func hints(_ rowID: Int64) throws(ArchiveError) -> CableHints {
    try read { try Self.storedOriginal(of: rowID, in: $0)?.hints ?? CableHints() }
  }

  /// Where the text of a row was read, and where exact copies of it were.
  ///
  /// - Throws: An error where the store fails or is interrupted.
  public func sources(of rowID: Int64) throws(ArchiveError) -> [SourceLocation] {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT s.path, c.source_index FROM cable c JOIN source s ON s.id = c.source WHERE c.id = ?1
          UNION ALL
          SELECT s.path, c.source_index FROM copy c JOIN source s ON s.id = c.source
          WHERE c.cable = ?1
          """, arguments: [rowID])
      return rows.map { SourceLocation(path: $0[0], index: $0[1]) }
    }
  }

  /// The listed cables of an id, the post as written before those that are taken for it; empty for an absent id.
  ///
  /// - Throws: An error where the store fails or is interrupted.
  public func find(_ id: CableID) throws(ArchiveError) -> [ListRow] {
    try rows(named: IDPattern(id))
  }

  /// The listed cables of a post and number, the latest year first.
  ///
  /// - Throws: An error where the store fails or is interrupted.
  public func find(post: String, number: Int) throws(ArchiveError) -> [ListRow] {
    guard let pattern = IDPattern(reading: "\(post) \(max(0, number))") else { return [] }
    return try rows(named: pattern)
  }

  private func rows(named pattern: IDPattern) throws(ArchiveError) -> [ListRow] {
    try read { database in
      try RowReader(database).rows(at: SearchPlan.rowIDs(named: pattern, in: database))
    }
  }

  /// All texts the archive holds under an id, the listed one first, then by length.
  ///
  /// - Throws: An error where the store fails or is interrupted.
  public func versions(of id: CableID) throws(ArchiveError) -> [ListRow] {
    try read { database in
      let statement = try database.cachedStatement(
        sql: """
          SELECT \(RowReader.columns) FROM cable c \(RowReader.posts)
          WHERE p.key = ? AND c.year = ? AND c.number = ?
          ORDER BY c.id = c.shown DESC, c.fullness DESC, c.id
          """)
      return try RowReader(database).rows(statement, arguments: [id.post, id.year, id.number])
    }
  }

  /// Texts that are not listed, by the row of the listed text of the same cable, the fullest first.
  ///
  /// - Throws: An error where the store fails or is interrupted.
  /// - Complexity: O(n) over the texts of the archive.
  public func furtherVersions() throws(ArchiveError) -> [Int64: [Int64]] {
    try read { database in
      var versions: [Int64: [Int64]] = [:]
      let rows = try Row.fetchCursor(
        database,
        sql: "SELECT shown, id FROM cable WHERE id <> shown ORDER BY shown, fullness DESC, id")
      while let row = try rows.next() { versions[row[0], default: []].append(row[1]) }
      return versions
    }
  }

  /// Listed cables of the same post and year with the nearest numbers, by number; the cable itself is not among them.
  ///
  /// - Throws: An error where the store fails or is interrupted.
  public func neighbours(of id: CableID, limit: Int) throws(ArchiveError) -> [ListRow] {
    try read { database in
      guard limit > 0, let post = try CitationIndex(database).postID(id.post) else { return [] }
      var found: [(number: Int, rowID: Int64)] = []
      for (relation, direction) in [("<", "DESC"), (">", "ASC")] {
        let statement = try database.cachedStatement(
          sql: """
            SELECT number, id FROM cable
            WHERE post = ? AND year = ? AND number \(relation) ? AND id = shown
            ORDER BY number \(direction) LIMIT ?
            """)
        for row in try Row.fetchAll(statement, arguments: [post, id.year, id.number, limit]) {
          found.append((row[0], row[1]))
        }
      }
      let nearest = found.sorted { left, right in
        (abs(left.number - id.number), left.number) < (abs(right.number - id.number), right.number)
      }.prefix(limit)
      return try RowReader(database)
        .rows(at: nearest.sorted { $0.number < $1.number }.map(\.rowID))
    }
  }

  /// The number of listed cables.
  ///
  /// - Throws: An error where the store fails or is interrupted.
  /// - Complexity: O(1).
  public var cableCount: Int {
    get throws(ArchiveError) {
      try read {
        try Int.fetchOne($0, sql: "SELECT value FROM state WHERE key = 'cables'") ?? 0
      }
    }
  }

  /// How much the archive holds.
  ///
  /// - Complexity: O(n) over the archive.
  public var totals: Totals {
    get throws(ArchiveError) {
      try read { database in
        func number(_ sql: String) throws -> Int { try Int.fetchOne(database, sql: sql) ?? 0 }
        var totals = Totals()
        totals.cables = try number("SELECT count(*) FROM cable WHERE id = shown")
        totals.furtherVersions = try number("SELECT count(*) FROM cable WHERE id <> shown")
        totals.copies = try number("SELECT count(*) FROM copy")
        totals.originalBytes = try number("SELECT total(size) FROM cable")
        totals.references = try number(
          "SELECT count(*) FROM reference WHERE place = 0 AND post IS NOT NULL")
        totals.absent = try CitationIndex(database).absentCount()
        return totals
      }
    }
  }
}
