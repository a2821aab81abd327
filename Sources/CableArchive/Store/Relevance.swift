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
  private static let enoughHits: Int32 = 32

  /// The highest score a cable can have for so many words and phrases.
  static func highestScore(phrases: Int) -> Double {
    // Added up as the function does it, so that both are the same number.
    (0..<phrases).reduce(0) { score, _ in score + share(enoughHits) }
  }

  private static func share(_ hits: Int32) -> Double { Double(hits) / Double(hits + 2) }

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
      score += share(min(hits, enoughHits))
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
    var edge: ScoredRow?
    if let rowID {
      // A row that the query finds no longer has no place in this order.
      guard let score = try score(of: rowID, text, database) else { return [] }
      edge = ScoredRow(score: score, rowID: rowID)
    }
    var best = BestRows(
      limit: limit.addingReportingOverflow(named.count).partialValue, isReversed: side == .before)
    let enough = best.limit
    var foremost = 0
    // Newest first, as equally relevant rows are: once enough have the highest score there is, the rest comes after them.
    let highest = side == .after ? Relevance.highestScore(phrases: phraseCount) : .infinity
    try scores(text, database) { row in
      if let edge, !(side == .after ? edge.precedes(row) : row.precedes(edge)) { return true }
      best.add(row)
      if row.score >= highest { foremost += 1 }
      return foremost < enough
    }
    let found = best.sorted.map(\.rowID)
    let unnamed = named.isEmpty ? found : found.filter { !named.contains($0) }
    return Array(unnamed.prefix(limit))
  }

  /// Streams the rows of an expression with their scores, newest first, until the body answers false.
  ///
  /// A result may have every cable in it, and nearly all of them are passed over, so rows are taken from SQLite one by one without
  /// anything made of them.
  private func scores(
    _ text: String, _ database: Database, _ body: (ScoredRow) -> Bool
  ) throws {
    // Where all rows count, asking each of them whether it does would take a tenth of the time.
    let isPart = rowIDs != Self.allRowIDs
    let statement = try database.cachedStatement(
      sql: """
        SELECT rowid, \(Relevance.function)(cable_text) FROM cable_text
        WHERE cable_text MATCH ? \(isPart ? "AND rowid >= ? AND rowid < ?" : "") \(notGhost)
        ORDER BY rowid DESC
        """)
    try statement.setArguments(isPart ? [text, rowIDs.lowerBound, rowIDs.upperBound] : [text])
    let handle = statement.sqliteStatement
    defer { sqlite3_reset(handle) }
    while true {
      switch sqlite3_step(handle) {
      case SQLITE_ROW:
        let row = ScoredRow(
          score: sqlite3_column_double(handle, 1), rowID: sqlite3_column_int64(handle, 0))
        if !body(row) { return }
      case SQLITE_DONE: return
      case let code:
        throw DatabaseError(
          resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage)
      }
    }
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

extension QueryNode {
  /// How many words and phrases a cable of the result can have hits of, at most.
  func phraseCount(_ expansions: [String: [String]]) -> Int {
    switch self {
    case .phrase(let phrase):
      phrase.isPrefix ? phrase.tokens.last.flatMap { expansions[$0]?.count } ?? 1 : 1
    case .near(let phrases, _, _): phrases.count
    case .and(let nodes), .or(let nodes): nodes.reduce(0) { $0 + $1.phraseCount(expansions) }
    // What may not be there has no hits; of several things that may not be there together, one can have some.
    case .not(.phrase): 0
    case .not(let inner): inner.phraseCount(expansions)
    default: 0
    }
  }
}
