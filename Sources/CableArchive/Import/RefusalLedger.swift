internal import CableSources
internal import GRDB

/// What could not be read of a file, of one kind.
struct NotedRefusal: Sendable, Equatable {
  /// The file, absolute.
  var path: String
  /// The stable name of the kind.
  var kind: String
  /// How often it was met.
  var count = 0
  /// The first place it was met at, in a reader's words.
  var place: String
  /// What was said of that.
  var message: String
}

/// What an import changes of the notes on refusals.
struct RefusalChanges: Sendable {
  /// Files that are read from their beginning again: what was noted of them is void.
  private(set) var restarted: [String] = []
  private var counted: [Key: NotedRefusal] = [:]

  private struct Key: Hashable {
    var path: String
    var kind: String
  }

  /// What is to be noted, in no order.
  var refusals: some Collection<NotedRefusal> { counted.values }

  /// Voids what was noted of a file so far.
  mutating func restart(_ path: String) {
    restarted.append(path)
    counted = counted.filter { $0.key.path != path }
  }

  /// Counts something that could not be read.
  mutating func add(_ problem: SourceProblem) {
    let key = Key(path: problem.location.path, kind: problem.kind.rawValue)
    counted[
      key,
      default: NotedRefusal(
        path: key.path, kind: key.kind, place: problem.location.description,
        message: problem.message)
    ].count += 1
  }
}

/// The archive's table of what could not be read of files, so that imports that pass a file over can tell it again.
struct RefusalLedger {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  /// Notes what was refused, and forgets it of files that are read again.
  func note(_ changes: RefusalChanges) throws {
    for path in changes.restarted {
      try database.cachedStatement(sql: "DELETE FROM refusal WHERE path = ?")
        .execute(arguments: [path])
    }
    for refusal in changes.refusals {
      try database.cachedStatement(
        sql: """
          INSERT INTO refusal VALUES (?, ?, ?, ?, ?)
          ON CONFLICT DO UPDATE SET count = count + excluded.count
          """
      ).execute(arguments: [
        refusal.path, refusal.kind, refusal.count, refusal.place, refusal.message,
      ])
    }
  }

  /// What was refused of the files that are one of the paths or lie below one, by file.
  func refusals(below paths: [String]) throws -> [String: [NotedRefusal]] {
    var refusals: [String: [NotedRefusal]] = [:]
    // An archive of the format before holds none.
    guard try database.tableExists("refusal") else { return [:] }
    let statement = try database.makeStatement(
      sql: """
        SELECT * FROM refusal WHERE path = ?1 OR (path >= ?1 || '/' AND path < ?1 || '0')
        ORDER BY path, kind
        """)
    for path in Set(paths) {
      let rows = try Row.fetchCursor(statement, arguments: [path == "/" ? "" : path])
      while let row = try rows.next() {
        let refusal = NotedRefusal(
          path: row[0], kind: row[1], count: row[2], place: row[3], message: row[4])
        if refusals[refusal.path]?.contains(where: { $0.kind == refusal.kind }) != true {
          refusals[refusal.path, default: []].append(refusal)
        }
      }
    }
    return refusals
  }
}
