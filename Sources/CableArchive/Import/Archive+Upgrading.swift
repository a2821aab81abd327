internal import Cables
internal import GRDB
internal import Glibc

extension Archive {
  /// Whether a file is an archive of an older format.
  ///
  /// - Throws: A sentence on any other file that is no archive; nothing where there is no file.
  public static func isOld(path: String) throws(ArchiveError) -> Bool {
    do {
      _ = try ArchiveFile(path).content()
      return false
    } catch {
      if error.reason == .olderFormat { return true }
      throw error
    }
  }

  /// Brings an archive of an older format to the present one, from the texts it holds.
  ///
  /// The new archive is made beside the old one and takes its place when it is whole: whatever happens before, the old
  /// one stays as it was.
  ///
  /// - Parameters:
  ///   - path: The archive.
  ///   - progress: Called with the share of the texts done, 0 to 1; false stops.
  /// - Throws: ``ArchiveError/Reason/interrupted`` if it was stopped; an error where the old archive can't be read, or the new one
  ///   can't be written, which needs as much room again.
  /// - Complexity: O(n) over the bytes of the archive; every text is parsed.
  public static func upgrade(
    path: String, _ progress: (Double) -> Bool = { _ in true }
  ) throws(ArchiveError) {
    let file = ArchiveFile(path)
    let draft = ArchiveFile(path + ".upgrade")
    draft.remove()
    do {
      try ArchiveUpgrade(from: file, to: draft).run(progress)
      guard rename(draft.path, file.path) == 0 else {
        throw file.error(.notPermitted, "cannot be replaced: \(String(cString: strerror(errno)))")
      }
      // What is beside them is empty by now.
      file.removeJournal()
      draft.removeJournal()
    } catch {
      draft.remove()
      throw ArchiveError(error, file: file)
    }
  }
}

/// Reads the texts of an older archive into a new one.
private struct ArchiveUpgrade {
  private let old: DatabaseQueue
  private let new: ArchiveFile
  private let batchSize = 8 << 20

  init(from file: ArchiveFile, to draft: ArchiveFile) throws {
    // Opened for writing, so that what waits in a journal is in the file from now on.
    old = try DatabaseQueue(path: file.path, configuration: Archive.configuration())
    new = draft
  }

  func run(_ progress: (Double) -> Bool) throws {
    let packing = try old.read { database in
      try database.columns(in: "body").contains { $0.name == "is_packed" } ? "b.is_packed" : "0"
    }
    let archive = try Archive.open(path: new.path, createsIfAbsent: true)
    try old.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    try old.read { database in
      let total = try Int.fetchOne(database, sql: "SELECT count(*) FROM cable") ?? 0
      let parser = CableParser()
      var batch: [IncomingCable] = []
      var size = 0
      var done = 0
      // Exact copies are told by their place: each is the same text again.
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT b.original, b.hints, s.path, p.source_index, p.place, \(packing)
          FROM (SELECT id, source, source_index, 0 AS place FROM cable
            UNION ALL SELECT cable, source, source_index, 1 FROM copy) p
          JOIN body b ON b.id = p.id JOIN source s ON s.id = p.source
          ORDER BY p.id, p.place
          """)
      while let row = try rows.next() {
        guard let original = StoredText(row[0], isPacked: row[5]).text else {
          throw ArchiveError(
            reason: .damaged, sentence: "A stored text is damaged; reftel check says which.")
        }
        let hints = try StoredHints.hints(from: row[1])
        batch.append(
          IncomingCable(
            cable: parser.parse(original, hints: hints), hints: hints,
            source: SourceLocation(path: row[2], index: row[3])))
        size += original.count
        if row[4] == 0 { done += 1 }
        guard size >= batchSize else { continue }
        try archive.insert(batch)
        batch = []
        size = 0
        guard progress(Double(done) / Double(max(1, total))) else { throw CancellationError() }
      }
      try archive.insert(batch)
      try copyLedger(from: database, to: archive)
    }
    try archive.resolveReferences()
    try archive.mergeIndex()
    try archive.close()
    try old.close()
    _ = progress(1)
  }

  /// Takes over how far files have been read, where the old format says so.
  private func copyLedger(from database: Database, to archive: Archive) throws {
    guard try database.tableExists("input") else { return }
    let marks = try InputLedger(database).marks(below: ["/"])
    _ = try archive.insert([], marking: Array(marks.values))
    guard try database.tableExists("refusal") else { return }
    let refusals = try Row.fetchAll(database, sql: "SELECT * FROM refusal")
    try archive.write { database in
      for refusal in refusals {
        try database.execute(
          sql: "INSERT INTO refusal VALUES (?, ?, ?, ?, ?)",
          arguments: StatementArguments(refusal.databaseValues))
      }
    }
  }
}
