internal import Cables
internal import GRDB

/// Writes batches of cables within one transaction.
///
/// Rows are placed first, then texts and references of a batch are written, while another thread makes a segment of the index of the
/// words of all batches. It is put into the index at the end: so the larger the transaction, the fewer segments there are.
struct BatchWriter {
  private let database: Database
  private let parse: Archive.Parse
  private let insertCable: RowInsertion
  private let insertBody: RowInsertion
  private let insertTag: RowInsertion
  private let insertReference: RowInsertion
  private var posts: [String: Int64] = [:]
  private var tags: [String: Int64] = [:]
  private var sources: [String: Int64] = [:]
  /// Where to go on looking in a crowded place, by its first row id.
  private var nextFree: [Int64: Int64] = [:]
  /// Cables of the batch at hand, which have a row and whose texts are not yet written, by row id.
  private var placed: [Int64: PreparedCable] = [:]
  /// Those of them that are listed.
  private var listed: Set<Int64> = []
  /// Cables of earlier batches that are listed and not yet in the index.
  private var awaitingIndex: Set<Int64> = []
  private var segment: SegmentInTheMaking?
  private var withdrawn: [Int64] = []
  /// What became of the cables inserted.
  private(set) var counts = InsertionCounts()

  init(_ database: Database, parse: @escaping Archive.Parse) throws {
    self.database = database
    self.parse = parse
    insertCable = try RowInsertion(database, into: "cable", columns: 19)
    insertBody = try RowInsertion(database, into: "body", columns: 4)
    insertTag = try RowInsertion(database, into: "cable_tag", columns: 2)
    insertReference = try RowInsertion(database, into: "reference", columns: 11)
  }

  /// Writes a batch; it is complete after ``finish()``.
  mutating func insert(_ cables: [PreparedCable]) throws {
    let byDate = cables.indices.sorted { left, right in
      let leftDate = cables[left].cable.date.map(Timeline.minute) ?? -1
      let rightDate = cables[right].cable.date.map(Timeline.minute) ?? -1
      return (leftDate, left) < (rightDate, right)
    }
    for index in byDate { try insert(cables[index]) }
    let rows = listed.sorted().compactMap { rowID in
      placed[rowID].map { (rowID: rowID, row: $0.row) }
    }
    if segment?.isFull == true { try writeIndex() }
    let segment = self.segment ?? SegmentInTheMaking()
    self.segment = segment
    segment.take(rows)
    for rowID in placed.keys.sorted() {
      guard let prepared = placed[rowID] else { continue }
      try insertText(prepared, rowID: rowID)
      if listed.contains(rowID) { try insertDerived(prepared.cable, rowID: rowID) }
    }
    placed = [:]
    awaitingIndex.formUnion(listed)
    listed = []
  }

  /// Writes what all batches have in common.
  mutating func finish() throws {
    try writeIndex()
    try countGeneration()
  }

  private mutating func writeIndex() throws {
    // Words of older versions go before the new ones come: what is taken out must lie in an older segment.
    for rowID in withdrawn.sorted() { try withdraw(rowID) }
    withdrawn = []
    guard let segment else { return }
    let adoption = IndexAdoption(database)
    switch segment.finish(isWanted: try adoption.prepare()) {
    case .segment(let made):
      guard try adoption.adopt(made.segment, made.totals) else {
        throw ArchiveError(
          reason: .damaged, sentence: "The index is damaged; reftel check --repair makes it anew.")
      }
    case .rows(let rows):
      for (rowID, row) in rows { try insertWords(row, rowID: rowID) }
    }
    self.segment = nil
    awaitingIndex = []
  }

  /// Writes all that is derived from the texts anew.
  mutating func rebuild(_ progress: (Double) -> Void) throws {
    try database.execute(
      sql: """
        INSERT INTO cable_text (cable_text) VALUES ('delete-all');
        DELETE FROM reference; DELETE FROM cable_tag; DELETE FROM ghost;
        DELETE FROM refusal WHERE path NOT IN (SELECT path FROM input);
        INSERT OR REPLACE INTO state SELECT 'cables', count(*) FROM cable WHERE id = shown;
        """)
    let rowIDs = try Int64.fetchAll(
      database, sql: "SELECT id FROM cable WHERE id = shown ORDER BY id")
    for (index, rowID) in rowIDs.enumerated() {
      // A text that is damaged stays out; the check says which.
      guard let stored = try? Archive.storedOriginal(of: rowID, in: database) else { continue }
      let cable = parse(stored.original, stored.hints)
      let row = IndexRow(of: cable)
      try insertWords(row, rowID: rowID)
      try database.cachedStatement(sql: "UPDATE cable SET index_digest = ? WHERE id = ?")
        .execute(arguments: [Digest.of(row), rowID])
      try insertDerived(cable, rowID: rowID)
      if index.isMultiple(of: 500) { progress(Double(index) / Double(rowIDs.count)) }
    }
    try countGeneration()
    progress(1)
  }

  private func countGeneration() throws {
    try database.execute(
      sql: """
        UPDATE state SET value = value + 1 WHERE key = 'generation';
        UPDATE state SET value = 1 WHERE key = 'unresolved';
        UPDATE state SET value = value + \(counts.cables) WHERE key = 'cables';
        """)
  }

  // MARK: - Cables and their versions

  private mutating func insert(_ prepared: PreparedCable) throws {
    let cable = prepared.cable
    let digest = prepared.digest
    let source = try sourceID(prepared.source.path)
    let versions = try versions(of: cable, digest: digest)
    for version in versions where version.digest == digest {
      guard try original(of: version.rowID) == prepared.text.text else { continue }
      try countCopy(of: version.rowID, source, prepared.source.index)
      return
    }
    let rowID = try freeRowID(for: cable.date)
    let fullness = prepared.fullness
    let before = cable.id == nil ? nil : versions.first { $0.isShown }
    if before == nil { counts.cables += 1 } else { counts.versions += 1 }
    let shown: Int64
    if let before, before.fullness >= fullness {
      shown = before.rowID
    } else {
      shown = rowID
      listed.insert(rowID)
      if let before { try replace(before.rowID, by: rowID) }
    }
    try insertRow(prepared, rowID: rowID, shown: shown, source: source)
    placed[rowID] = prepared
  }

  /// Notes another place of a text; a place that was read before is no other one.
  private mutating func countCopy(of rowID: Int64, _ source: Int64, _ index: Int?) throws {
    try database.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO copy SELECT ?1, ?2, ?3 WHERE NOT EXISTS
          (SELECT 1 FROM cable WHERE id = ?1 AND source = ?2 AND source_index IS ?3)
        """
    ).execute(arguments: [rowID, source, index])
    if database.changesCount > 0 { counts.copies += 1 }
  }

  private struct Version {
    var rowID: Int64
    var isShown: Bool
    var fullness: Int64
    var digest: Int64
  }

  private mutating func versions(of cable: Cable, digest: Int64) throws -> [Version] {
    let columns = "SELECT id, shown, fullness, digest FROM cable WHERE"
    let rows: [Row]
    if let id = cable.id {
      let statement = try database.cachedStatement(
        sql: "\(columns) post = ? AND year = ? AND number = ?")
      rows = try Row.fetchAll(statement, arguments: [try postID(id.post), id.year, id.number])
    } else {
      let statement = try database.cachedStatement(sql: "\(columns) post IS NULL AND digest = ?")
      rows = try Row.fetchAll(statement, arguments: [digest])
    }
    return rows.map { row in
      Version(
        rowID: row[0], isShown: row[0] as Int64 == row[1], fullness: row[2], digest: row[3])
    }
  }

  private func original(of rowID: Int64) throws -> [UInt8]? {
    if let prepared = placed[rowID] { return prepared.text.text }
    return try Archive.storedOriginal(of: rowID, in: database)?.original
  }

  private mutating func replace(_ old: Int64, by new: Int64) throws {
    if awaitingIndex.remove(old) != nil {
      segment?.remove(old)
      try deleteDerived(of: old)
    } else if listed.remove(old) == nil {
      withdrawn.append(old)
    }
    // A version listed before keeps its row and becomes reachable through the new one.
    try database.cachedStatement(
      sql: """
        UPDATE cable SET shown = ?1 WHERE (post, year, number) =
          (SELECT post, year, number FROM cable WHERE id = ?2)
        """
    ).execute(arguments: [new, old])
  }

  private mutating func insertRow(
    _ prepared: PreparedCable, rowID: Int64, shown: Int64, source: Int64
  ) throws {
    let cable = prepared.cable
    let id = cable.id
    let post = try id.map { try postID($0.post) }
    let origin = try (cable.origin ?? id?.post).map { try postID($0) }
    try insertCable { row in
      row.add(rowID)
      row.add(shown)
      row.add(id?.year)
      row.add(post)
      row.add(id?.number)
      row.add(id?.description ?? prepared.fileName)
      row.add(cable.date.map(Timeline.minute))
      row.add(cable.date.map { DatePrecisionCode.code(of: $0.precision) })
      row.add(cable.date?.isInferred ?? false)
      row.add(cable.classification?.level)
      row.add(origin)
      row.add(cable.subject ?? "")
      row.add(cable.isPartial)
      row.add(prepared.fullness)
      row.add(prepared.size)
      row.add(prepared.digest)
      row.add(prepared.rowDigest)
      row.add(source)
      row.add(prepared.source.index)
    }
  }

  private func insertText(_ prepared: PreparedCable, rowID: Int64) throws {
    try insertBody { row in
      row.add(rowID)
      row.add(prepared.hints)
      row.add(prepared.text.bytes)
      row.add(prepared.text.isPacked)
    }
    for warning in prepared.cable.warnings {
      try database.cachedStatement(sql: "INSERT INTO warning VALUES (?, ?, ?)")
        .execute(arguments: [rowID, warning.kind.rawValue, warning.message])
    }
  }

  private mutating func freeRowID(for date: CableDate?) throws -> Int64 {
    let place = RowOrder.place(for: date)
    let start = nextFree[place.lowerBound] ?? place.lowerBound
    if let found = try firstFree(in: start..<max(start, place.upperBound)) {
      nextFree[place.lowerBound] = found + 1
      return found
    }
    if let found = try lastFree(below: place.lowerBound, of: place) { return found }
    let stray = try nextFree[place.upperBound] ?? firstFree(in: place.upperBound..<Int64.max)
    guard let stray, let found = try firstFree(in: stray..<Int64.max) else {
      throw ArchiveError(reason: .full, sentence: "The archive can take no more cables.")
    }
    nextFree[place.upperBound] = found + 1
    try database.cachedStatement(sql: "INSERT INTO stray VALUES (?)").execute(arguments: [found])
    return found
  }

  private func firstFree(in range: Range<Int64>) throws -> Int64? {
    var candidate = range.lowerBound
    let statement = try database.cachedStatement(
      sql: "SELECT id FROM cable WHERE id >= ? AND id < ? ORDER BY id")
    let taken = try Int64.fetchCursor(statement, arguments: [range.lowerBound, range.upperBound])
    while let rowID = try taken.next(), rowID == candidate { candidate += 1 }
    return candidate < range.upperBound ? candidate : nil
  }

  /// The last free row id of the same day before a crowded place, so that no cable leaves its day for a crowd.
  private func lastFree(below start: Int64, of place: Range<Int64>) throws -> Int64? {
    let dayLength = 1440 * RowOrder.slotsPerMinute
    let dayStart = place.upperBound - dayLength
    guard place.lowerBound > dayStart, place.count <= dayLength else { return nil }
    var candidate = start - 1
    let statement = try database.cachedStatement(
      sql: "SELECT id FROM cable WHERE id >= ? AND id < ? ORDER BY id DESC")
    let taken = try Int64.fetchCursor(statement, arguments: [dayStart, start])
    while let rowID = try taken.next(), rowID == candidate { candidate -= 1 }
    return candidate >= dayStart ? candidate : nil
  }

  // MARK: - The index and what is derived

  private func insertWords(_ row: IndexRow, rowID: Int64) throws {
    try database.cachedStatement(
      sql: "INSERT INTO cable_text (rowid, subject, body, meta) VALUES (?, ?, ?, ?)"
    ).execute(arguments: [rowID, row.subject, row.body, row.meta])
  }

  private mutating func insertDerived(_ cable: Cable, rowID: Int64) throws {
    for code in Set(cable.tags).sorted() {
      let tag = try tagID(code)
      try insertTag { row in
        row.add(tag)
        row.add(rowID)
      }
    }
    var ordinal = 0
    for reference in cable.references {
      try insertReference(
        rowID, ordinal, place: 0, letter: reference.letter, kind: reference.kind,
        target: reference.target, isYearInferred: reference.isYearInferred,
        label: reference.label, notes: reference.notes)
      ordinal += 1
    }
    for mention in cable.mentions where mention.kind == .cable {
      for target in mention.targets {
        try insertReference(
          rowID, ordinal, place: 1, letter: nil, kind: .cable, target: target,
          isYearInferred: mention.isYearInferred, label: mention.text, notes: [])
        ordinal += 1
      }
    }
  }

  private mutating func insertReference(
    _ rowID: Int64, _ ordinal: Int, place: Int, letter: String?, kind: Reference.Kind,
    target: CableID?, isYearInferred: Bool, label: String, notes: [String]
  ) throws {
    let post = try target.map { try postID($0.post) }
    try insertReference { row in
      row.add(rowID)
      row.add(ordinal)
      row.add(place)
      row.add(letter)
      row.add(kind.rawValue)
      row.add(post)
      row.add(target?.year)
      row.add(target?.number)
      row.add(isYearInferred)
      row.add(label)
      row.add(notes.isEmpty ? nil : notes.joined(separator: "\n"))
    }
  }

  /// Takes a version out of the index and of all that is derived from listed cables.
  private func withdraw(_ rowID: Int64) throws {
    guard let stored = try Archive.storedOriginal(of: rowID, in: database) else { return }
    let row = IndexRow(of: parse(stored.original, stored.hints))
    let digest = try Int64.fetchOne(
      database, sql: "SELECT index_digest FROM cable WHERE id = ?", arguments: [rowID])
    if digest == Digest.of(row) {
      try database.execute(
        sql: """
          INSERT INTO cable_text (cable_text, rowid, subject, body, meta)
          VALUES ('delete', ?, ?, ?, ?)
          """, arguments: [rowID, row.subject, row.body, row.meta])
    } else {
      // Only the very words that went in can be taken out; others would damage the index.
      try database.execute(sql: "INSERT INTO ghost VALUES (?)", arguments: [rowID])
    }
    try deleteDerived(of: rowID)
  }

  private func deleteDerived(of rowID: Int64) throws {
    try database.execute(sql: "DELETE FROM reference WHERE cable = ?", arguments: [rowID])
    try database.execute(sql: "DELETE FROM cable_tag WHERE cable = ?", arguments: [rowID])
  }

  // MARK: - Names with numbers

  private mutating func postID(_ key: String) throws -> Int64 {
    if let known = posts[key] { return known }
    let number = try Self.number(of: key, in: "post", column: "key", database)
    posts[key] = number
    return number
  }

  private mutating func tagID(_ code: String) throws -> Int64 {
    if let known = tags[code] { return known }
    let number = try Self.number(of: code, in: "tag", column: "code", database)
    tags[code] = number
    return number
  }

  private mutating func sourceID(_ path: String) throws -> Int64 {
    if let known = sources[path] { return known }
    let number = try Self.number(of: path, in: "source", column: "path", database)
    sources[path] = number
    return number
  }

  private static func number(
    of name: String, in table: String, column: String, _ database: Database
  ) throws -> Int64 {
    let select = try database.cachedStatement(sql: "SELECT id FROM \(table) WHERE \(column) = ?")
    if let known = try Int64.fetchOne(select, arguments: [name]) { return known }
    try database.cachedStatement(sql: "INSERT INTO \(table) (\(column)) VALUES (?)")
      .execute(arguments: [name])
    return database.lastInsertedRowID
  }
}
