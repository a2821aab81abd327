public import CableNotebook
internal import Cables
internal import GRDB
internal import Synchronization

/// A collection of cables with its index.
///
/// An archive answers from any thread. Reading never changes it; every writing call is one transaction, after
/// which the archive is consistent.
public final class Archive: Sendable {
  /// Parses a stored original again.
  typealias Parse = @Sendable (_ original: [UInt8], _ hints: CableHints) -> Cable

  let database: any DatabaseWriter
  let parse: Parse
  /// The file; nil in memory.
  let place: FilePlace?
  private let running = RunningReads()
  let facetColumns = Mutex<FacetColumns?>(nil)
  private let facts = Mutex<SearchFacts?>(nil)
  /// What the reader keeps, for queries that ask for it.
  let notebook = Mutex(Notebook())

  init(database: any DatabaseWriter, place: FilePlace? = nil, parse: @escaping Parse) {
    self.database = database
    self.place = place
    self.parse = parse
  }

  /// Creates an empty archive that lives as long as this object and leaves nothing on the disk.
  ///
  /// - Throws: An error where SQLite cannot be used.
  public static func inMemory() throws(ArchiveError) -> Archive {
    try inMemory { CableParser().parse($0, hints: $1) }
  }

  static func inMemory(parse: @escaping Parse) throws(ArchiveError) -> Archive {
    do {
      let database = try DatabaseQueue(configuration: configuration())
      try database.write { try Schema.create(in: $0) }
      return Archive(database: database, parse: parse)
    } catch {
      throw ArchiveError(error)
    }
  }

  /// Whether the archive is a file, which other processes may write to.
  public var isOnDisk: Bool { database is DatabasePool }

  /// Closes the archive and brings all changes into its one file; what is asked of it later fails.
  ///
  /// An archive that nobody holds any more is closed by itself, but its latest changes may stay in a journal
  /// beside the file, which belongs to it.
  ///
  /// - Throws: An error where changes cannot be brought into the file, or a search is under way.
  public func close() throws(ArchiveError) {
    do {
      if let pool = database as? DatabasePool, !pool.configuration.readonly {
        try pool.writeWithoutTransaction { try Self.emptyJournal($0) }
      }
      let path = (database as? DatabasePool)?.path
      try database.close()
      if let path { Self.tidy(path) }
    } catch {
      throw ArchiveError(error)
    }
  }

  /// Has SQLite take away what it keeps beside the file, which only the last connection that may write does.
  private static func tidy(_ path: String) {
    guard !ArchiveFile(path).isReadOnly,
      let last = try? DatabaseQueue(path: path, configuration: configuration())
    else { return }
    try? last.inDatabase { _ = try Int.fetchOne($0, sql: "SELECT count(*) FROM state") }
    try? last.close()
  }

  /// Brings the journal into the file, which without it is not complete; a reader that needs it keeps it.
  private static func emptyJournal(_ database: Database) throws {
    try database.execute(sql: "PRAGMA busy_timeout = 0")
    do {
      try database.checkpoint(.truncate)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
      return
    }
  }

  /// Takes changes of the reader's notebook, which queries such as `is:bookmarked` ask for.
  public func note(_ changes: [Change]) {
    notebook.withLock { notebook in
      for change in changes { notebook.apply(change) }
    }
  }

  /// Takes over what the reader keeps, for queries from now on.
  public func consult(_ kept: Notebook) {
    notebook.withLock { $0 = kept }
  }

  /// What the reader keeps at the moment.
  var kept: Notebook { notebook.withLock { $0 } }

  /// Stops the searches that run at the moment in any thread; they throw ``ArchiveError/Reason/interrupted``.
  ///
  /// Writing is not stopped. See ``SearchTicket`` for stopping one search and not the others.
  public func interrupt() {
    running.interrupt()
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(ArchiveError) -> Value {
    do {
      let ticket = SearchTicket.current
      try ticket?.check()
      return try database.read { try running.run($0, ticket: ticket, body) }
    } catch {
      throw ArchiveError(error)
    }
  }

  /// How a query is carried out in the state the archive is in.
  func plan(_ query: Query, _ database: Database) throws -> SearchPlan {
    let generation = try SearchFacts.generation(in: database)
    if let known = facts.withLock({ $0 }), known.generation == generation {
      return try SearchPlan(query, in: database, known, notebook: kept)
    }
    let read = try SearchFacts(database)
    facts.withLock { $0 = read }
    return try SearchPlan(query, in: database, read, notebook: kept)
  }

  func write<Value>(_ body: (Database) throws -> Value) throws(ArchiveError) -> Value {
    do {
      return try database.write(body)
    } catch {
      throw ArchiveError(error)
    }
  }
}
