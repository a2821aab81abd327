internal import GRDB
internal import GRDBSQLite

/// The function of the index that says how relevant a cable is to a query.
///
/// For each word or phrase it counts the hits, those in the subject four times, and adds up the shares `hits / (hits + 2)`, so that
/// a cable with all words goes before one that repeats a single word. Unlike bm25 it needs neither the lengths of texts nor how
/// many cables hold a word, which would have to be read before the first row.
enum Relevance {
  /// The name of the function in statements.
  static let function = "relevance"

  /// Hits after which more of them make no difference.
  private static let enoughHits: Int32 = 64

  /// Makes the function known to a connection.
  static func register(in database: Database) throws {
    let api = FTS5.api(database)
    let code = api.pointee.xCreateFunction(
      UnsafeMutablePointer(mutating: api), function, nil,
      { api, index, context, _, _ in Relevance.answer(api, index, context) }, nil)
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }

  private static func answer(
    _ api: UnsafePointer<Fts5ExtensionApi>?, _ index: OpaquePointer?, _ context: OpaquePointer?
  ) {
    guard let api = api?.pointee, let phraseCount = api.xPhraseCount,
      let first = api.xPhraseFirst, let next = api.xPhraseNext
    else { return }
    var score = 0.0
    for phrase in 0..<phraseCount(index) {
      var place = Fts5PhraseIter()
      var column: Int32 = 0
      var offset: Int32 = 0
      let code = first(index, phrase, &place, &column, &offset)
      guard code == SQLITE_OK else {
        sqlite3_result_error_code(context, code)
        return
      }
      var hits: Int32 = 0
      while column >= 0, hits < enoughHits {
        // The columns are subject, body, meta; what a filter finds says nothing about relevance.
        switch column {
        case 0: hits += 4
        case 1: hits += 1
        default: break
        }
        next(index, &place, &column, &offset)
      }
      score += Double(hits) / Double(hits + 2)
    }
    sqlite3_result_double(context, score)
  }
}

extension SearchPlan {
  /// The rows after one in order of relevance, or the first ones.
  func mostRelevant(
    after anchor: PageAnchor?, limit: Int, _ database: Database
  ) throws -> [Int64] {
    guard let anchor else {
      let head = Array(named.prefix(limit))
      return head
        + (try mostRelevant(beyond: nil, .after, limit: limit - head.count, database))
    }
    guard let rowID = anchor.rowID else { return [] }
    if let index = named.firstIndex(of: rowID) {
      let head = Array(named[(index + 1)...].prefix(limit))
      return head
        + (try mostRelevant(beyond: nil, .after, limit: limit - head.count, database))
    }
    return try mostRelevant(beyond: rowID, .after, limit: limit, database)
  }

  /// The rows before one in order of relevance, or the last ones.
  func mostRelevant(
    before anchor: PageAnchor, limit: Int, _ database: Database
  ) throws -> [Int64] {
    if let rowID = anchor.rowID, let index = named.firstIndex(of: rowID) {
      return Array(named[..<index].suffix(limit))
    }
    let found = try mostRelevant(beyond: anchor.rowID, .before, limit: limit, database)
    return Array((named + found.reversed()).suffix(limit))
  }

  private enum Side {
    case after
    case before
  }

  /// Rows beyond one, the nearest first; without one from the end that the side begins at.
  private func mostRelevant(
    beyond rowID: Int64?, _ side: Side, limit: Int, _ database: Database
  ) throws -> [Int64] {
    guard case .index(let text) = source, limit > 0, !rowIDs.isEmpty else { return [] }
    var conditions = "cable_text MATCH ? AND rowid >= ? AND rowid < ? \(notGhost)"
    var arguments: StatementArguments = [text, rowIDs.lowerBound, rowIDs.upperBound]
    if let rowID {
      // A row that the query finds no longer has no place in this order.
      guard let score = try score(of: rowID, text, database) else { return [] }
      let sign = side == .after ? "<" : ">"
      conditions += " AND (\(Relevance.function)(cable_text), rowid) \(sign) (?, ?)"
      arguments += [score, rowID]
    }
    let direction = side == .after ? "DESC" : "ASC"
    let statement = try database.cachedStatement(
      sql: """
        SELECT rowid FROM cable_text WHERE \(conditions)
        ORDER BY \(Relevance.function)(cable_text) \(direction), rowid \(direction) LIMIT ?
        """)
    arguments += [limit.addingReportingOverflow(named.count).partialValue]
    let found = try Int64.fetchAll(statement, arguments: arguments)
    let unnamed = named.isEmpty ? found : found.filter { !named.contains($0) }
    return Array(unnamed.prefix(limit))
  }

  private func score(of rowID: Int64, _ text: String, _ database: Database) throws -> Double? {
    let statement = try database.cachedStatement(
      sql: """
        SELECT \(Relevance.function)(cable_text) FROM cable_text
        WHERE cable_text MATCH ? AND rowid = ?
        """)
    return try Double.fetchOne(statement, arguments: [text, rowID])
  }
}
