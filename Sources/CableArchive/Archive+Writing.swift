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
    try insert(PreparedCable.prepare(cables), marking: []).cables
  }

  /// Adds cables and notes in the same transaction how far their files have been read.
  func insert(
    _ cables: [PreparedCable], marking marks: [InputMark]
  ) throws(ArchiveError) -> InsertionCounts {
    guard !cables.isEmpty || !marks.isEmpty else { return InsertionCounts() }
    var next: PreparedBatch? = PreparedBatch(cables: cables, marks: marks)
    return try insert {
      defer { next = nil }
      return next
    }
  }

  /// Adds batches in one transaction, as long as there are more of them, and notes in it how far their files have been read.
  func insert(batches next: () -> PreparedBatch?) throws(ArchiveError) -> InsertionCounts {
    try write { database in
      var writer = try BatchWriter(database, parse: parse)
      var isEmpty = true
      while let batch = next() {
        if !batch.cables.isEmpty {
          try writer.insert(batch.cables)
          isEmpty = false
        }
        try InputLedger(database).note(batch.marks)
        try RefusalLedger(database).note(batch.refusals)
      }
      if !isEmpty { try writer.finish() }
      return writer.counts
    }
  }

  /// How far files have been taken in by imports.
  func inputMarks(below paths: [String]) throws(ArchiveError) -> [String: InputMark] {
    try read { try InputLedger($0).marks(below: paths) }
  }

  /// What imports could not read of files.
  func refusals(below paths: [String]) throws(ArchiveError) -> [String: [NotedRefusal]] {
    try read { try RefusalLedger($0).refusals(below: paths) }
  }

  /// Merges the segments of the index, step by step, for faster searches after a large import, and gives back the room this frees.
  ///
  /// Each step is a transaction of its own, of some tenths of a second; searches and imports go on between them, and
  /// an archive that is left half merged is complete.
  ///
  /// - Parameter goesOn: Asked before each step; false ends the work.
  /// - Throws: An error where the store fails.
  /// - Complexity: O(n) over the index.
  public func mergeIndex(while goesOn: () -> Bool = { true }) throws(ArchiveError) {
    // The first step plans a merge of everything, the others carry it out as long as there is something to do.
    var pages = -Self.mergedPages
    while goesOn() {
      let isDone = try write { database in
        let before = database.totalChangesCount
        try database.execute(
          sql: "INSERT INTO cable_text (cable_text, rank) VALUES ('merge', ?)", arguments: [pages])
        // A merge that finds nothing to do changes no more than the statement itself.
        return database.totalChangesCount - before < 2
      }
      pages = Self.mergedPages
      if isDone { return try giveBackPages(while: goesOn) }
    }
  }

  /// Merges about as many pages as a transaction of an import adds, once there are many segments of a size, so that searches stay fast meanwhile.
  func keepIndexMerged() throws(ArchiveError) {
    for _ in 0..<Self.stepsOfTransaction {
      let isDone = try write { database in
        guard let record = try IndexAdoption(database).record(IndexStructure.rowID),
          let structure = IndexStructure(record),
          structure.levels.contains(where: { $0.merging > 0 || $0.segments.count >= Self.crowd })
        else { return true }
        try database.execute(
          sql: "INSERT INTO cable_text (cable_text, rank) VALUES ('merge', ?)",
          arguments: [Self.mergedPages])
        return false
      }
      if isDone { return }
    }
  }

  /// Segments of a size that are merged into a larger one.
  private static let crowd = 32
  /// Steps that merge the index of 64 MB of text, some 8,600 pages, and some more, so that a merge is done before the next is due.
  private static let stepsOfTransaction = 5

  /// Gives back the room of merged segments, a sixth of the file, step by step.
  private func giveBackPages(while goesOn: () -> Bool) throws(ArchiveError) {
    while goesOn() {
      let isDone = try write { database in
        let before = try Int.fetchOne(database, sql: "PRAGMA freelist_count") ?? 0
        guard before > 0 else { return true }
        try database.execute(sql: "PRAGMA incremental_vacuum(\(Self.mergedPages))")
        // Archives that were not made for it keep their free pages, and use them for what comes.
        return try Int.fetchOne(database, sql: "PRAGMA freelist_count") == before
      }
      if isDone { return }
    }
  }

  /// Counts the words of the index, for searching while they are typed.
  ///
  /// Each step is a transaction of its own; searches and imports go on between them. Nothing is done where few cables have come
  /// since the last time.
  ///
  /// - Parameter goesOn: Asked before each step; false ends the work, and the words typed are looked up in the index until it is done.
  /// - Throws: An error where the store fails.
  /// - Complexity: O(n) over the index.
  public func countWords(while goesOn: () -> Bool = { true }) throws(ArchiveError) {
    guard try read({ try Vocabulary($0).isStale }) else { return }
    for step in 0..<Vocabulary.stepCount {
      guard goesOn() else { return }
      try write { try Vocabulary($0).write(step: step) }
    }
  }

  /// Pages of the index that a step writes.
  private static let mergedPages = 2000

  /// The stored text of a row and what its collection said of it.
  static func storedOriginal(
    of rowID: Int64, in database: Database
  ) throws -> (original: [UInt8], hints: CableHints)? {
    let statement = try database.cachedStatement(
      sql: "SELECT original, is_packed, hints FROM body WHERE id = ?")
    guard let row = try Row.fetchOne(statement, arguments: [rowID]) else { return nil }
    guard let text = StoredText(row[0], isPacked: row[1]).text else {
      throw ArchiveError(
        reason: .damaged,
        sentence: "The stored text of a cable is damaged; reftel check says of which.")
    }
    return (text, try StoredHints.hints(from: row[2]))
  }
}
