public import Cables
internal import GRDB

extension Archive {
  /// The cables that cite an id, whether the archive holds it or not, the newest first.
  ///
  /// A cable that names it in its REF block appears once for each item; one that names it in its text only, once.
  /// References to a post that is taken for the post of the id count where they lead nowhere else.
  ///
  /// - Throws: An error where the store fails or is interrupted.
  public func citations(of id: CableID) throws(ArchiveError) -> [Citation] {
    try read { database in
      let index = CitationIndex(database)
      let reader = RowReader(database)
      let statement = try database.cachedStatement(
        sql: """
          SELECT cable, letter, label, is_year_inferred, place, ordinal FROM reference
          WHERE post = ? AND year = ? AND number = ?
          """)
      var items: [Row] = []
      for post in try index.citedPosts(of: id) {
        items += try Row.fetchAll(statement, arguments: [post, id.year, id.number])
      }
      items.sort { left, right in
        let (newer, older): (Int64, Int64) = (left[0], right[0])
        if newer != older { return newer > older }
        let (earlier, later): (Int, Int) = (left[5], right[5])
        return earlier < later
      }
      var citations: [Citation] = []
      for item in items {
        let isMention = item[4] as Int == 1
        if isMention, citations.last?.row.rowID == item[0] { continue }
        guard let row = try reader.row(at: item[0]) else { continue }
        citations.append(
          Citation(
            row: row, letter: item[1], label: item[2], isYearInferred: item[3],
            isMention: isMention))
      }
      return citations
    }
  }

  /// The items of a cable's REF block in their order, with what the archive knows of their targets.
  ///
  /// Versions that are not listed have none here.
  ///
  /// - Throws: An error where the store fails or is interrupted.
  public func resolved(referencesOf rowID: Int64) throws(ArchiveError) -> [ResolvedReference] {
    try read { database in
      let index = CitationIndex(database)
      let reader = RowReader(database)
      let statement = try database.cachedStatement(
        sql: """
          SELECT r.letter, r.kind, r.label, r.notes, p.key, r.year, r.number, r.is_year_inferred
          FROM reference r LEFT JOIN post p ON p.id = r.post
          WHERE r.cable = ? AND r.place = 0 ORDER BY r.ordinal
          """)
      return try Row.fetchAll(statement, arguments: [rowID]).map { row in
        var target: CableID?
        if let post = row[4] as String?, let year = row[5] as Int?, let number = row[6] as Int? {
          target = CableID(year: year, post: post, number: number)
        }
        let notes: String? = row[3]
        return ResolvedReference(
          letter: row[0], kind: Reference.Kind(rawValue: row[1]) ?? .other, label: row[2],
          notes: notes.map { $0.split(separator: "\n").map(String.init) } ?? [],
          target: target, isYearInferred: row[7],
          row: try target.flatMap { try index.rowID(of: $0) }.flatMap { try reader.row(at: $0) },
          citedByCount: try target.map { try index.count(of: $0) } ?? 0)
      }
    }
  }

  /// Concludes again the years that references leave out, from what the archive holds now.
  ///
  /// Call it when a load is complete. A reference without a year to a post's own higher number means the year
  /// before, unless the number is only a little higher or the archive holds the cable of the same year; one to
  /// another post means the same year or else the year before, whichever the archive holds.
  ///
  /// - Throws: An error where the store fails.
  /// - Complexity: O(n) over the references without a year.
  public func resolveReferences() throws(ArchiveError) {
    let isUnresolved = try read {
      try Bool.fetchOne($0, sql: "SELECT value FROM state WHERE key = 'unresolved'") ?? true
    }
    guard isUnresolved else { return }
    try write { database in
      try ReferenceResolver(database).resolveYears()
      try database.execute(sql: "UPDATE state SET value = 0 WHERE key = 'unresolved'")
    }
  }

  /// Ids that begin as typed, by post, year and number; ids that are only cited are among them.
  ///
  /// - Throws: An error where the store fails or is interrupted.
  public func completions(of typed: String, limit: Int) throws(ArchiveError) -> [Completion] {
    try read { database in
      let reader = RowReader(database)
      let index = CitationIndex(database)
      return try IDCompleter(database).ids(of: typed, limit: limit).map { id in
        let rowID = try index.rowID(ofExactly: id)
        return Completion(id: id, row: try rowID.flatMap { try reader.row(at: $0) })
      }
    }
  }
}
