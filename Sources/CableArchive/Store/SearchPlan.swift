internal import CableNotebook
internal import Cables
internal import GRDB

/// How a query is carried out: a stream of the index within a range of rows, or a set found beforehand.
struct SearchPlan {
  /// Where the rows come from.
  enum Source {
    /// Every listed cable.
    case everything
    /// What the index finds.
    case index(String)
    /// Row ids, ascending.
    case set([Int64])
  }

  var source: Source
  /// The rows that count.
  var rowIDs: Range<Int64>
  /// The cables that were named and come first.
  var named: [Int64]
  /// Whether the query has words, whose hits can be counted.
  private(set) var hasWords = false
  /// How many words and phrases a cable can have hits of, at most.
  private(set) var phraseCount = 0
  /// The condition that keeps out rows of the index that are listed no longer; empty where there are none.
  let notGhost: String

  init(
    _ query: Query, in database: Database, _ facts: SearchFacts, notebook: Notebook
  ) throws {
    named = try query.named.map { try Self.rowIDs(named: $0, in: database) } ?? []
    rowIDs = 1..<Int64.max
    notGhost = facts.hasGhosts ? "AND rowid NOT IN (SELECT cable FROM ghost)" : ""
    var rest: [QueryNode] = []
    var nodes = [query.root]
    while let node = nodes.popLast() {
      switch node {
      case .everything: break
      case .and(let inner): nodes += inner.reversed()
      // Where a day overflowed, row order does not tell the day of every cable; the index does.
      case .date(let period) where !facts.hasStrays:
        let range = RowOrder.rowIDs(in: period)
        rowIDs = rowIDs.clamped(to: range)
        if !rowIDs.overlaps(range) { rowIDs = 1..<1 }
        rest += period.tokensOfVagueDates.map { .not(.facet($0)) }
      default: rest.append(node)
      }
    }
    guard !rest.isEmpty else {
      source = .everything
      return
    }
    var expression = MatchExpression(years: facts.years)
    if query.isTyped {
      expression.expansions = try Vocabulary(database).expansions(of: .and(rest))
    }
    if rest.contains(where: \.hasUnfinishedTag) {
      expression.tagTokens = try String.fetchAll(
        database.cachedStatement(sql: "SELECT code FROM tag")
      ).map(FacetToken.tag)
    }
    if let text = expression.text(of: .and(rest)) {
      source = .index(text)
      hasWords = rest.contains(where: \.asksForWords)
      phraseCount = QueryNode.and(rest).phraseCount(expression.expansions)
    } else {
      source = .set(
        try SetSearch(database, expression, notGhost: notGhost, notebook: notebook)
          .rowIDs(of: .and(rest)))
    }
  }

  /// The listed cables of a name, the post as written first, later years first.
  static func rowIDs(named pattern: IDPattern, in database: Database) throws -> [Int64] {
    let index = CitationIndex(database)
    var found: [Int64] = []
    for variant in pattern.lookupVariants {
      let rowIDs: [Int64]
      if let year = variant.year {
        let id = CableID(year: year, post: variant.post, number: variant.number)
        rowIDs = try index.rowID(ofExactly: id).map { [$0] } ?? []
      } else {
        rowIDs = try index.rowIDs(post: variant.post, number: variant.number)
      }
      found += rowIDs.filter { !found.contains($0) }
    }
    return found
  }
}

/// A direction through the rows.
enum RowDirection {
  case newestFirst
  case oldestFirst

  var reversed: RowDirection { self == .newestFirst ? .oldestFirst : .newestFirst }
}

extension SearchPlan {
  /// Row ids of the plan within a range, the named ones left out, in an order.
  func rowIDs(
    in range: Range<Int64>, _ order: RowDirection, limit: Int, _ database: Database
  ) throws -> [Int64] {
    let wanted = rowIDs.clamped(to: range)
    guard !wanted.isEmpty, limit > 0 else { return [] }
    let direction = order == .newestFirst ? "DESC" : "ASC"
    let enough = limit.addingReportingOverflow(named.count).partialValue
    let found: [Int64]
    switch source {
    case .everything:
      let statement = try database.cachedStatement(
        sql: """
          SELECT id FROM cable WHERE id >= ? AND id < ? AND id = shown
          ORDER BY id \(direction) LIMIT ?
          """)
      found = try Int64.fetchAll(
        statement, arguments: [wanted.lowerBound, wanted.upperBound, enough])
    case .index(let text):
      let statement = try database.cachedStatement(
        sql: """
          SELECT rowid FROM cable_text WHERE cable_text MATCH ? AND rowid >= ? AND rowid < ?
          \(notGhost) ORDER BY rowid \(direction) LIMIT ?
          """)
      found = try Int64.fetchAll(
        statement, arguments: [text, wanted.lowerBound, wanted.upperBound, enough])
    case .set(let set):
      let slice = set[
        set.firstIndex(from: wanted.lowerBound)..<set.firstIndex(from: wanted.upperBound)]
      found = order == .newestFirst ? slice.suffix(enough).reversed() : Array(slice.prefix(enough))
    }
    let unnamed = named.isEmpty ? found : found.filter { !named.contains($0) }
    return unnamed.count > limit ? Array(unnamed.prefix(limit)) : unnamed
  }

  /// How many rows of the plan lie in a range, named or not.
  func count(in range: Range<Int64>, _ database: Database) throws -> Int {
    let wanted = rowIDs.clamped(to: range)
    guard !wanted.isEmpty else { return 0 }
    let text: String
    switch source {
    case .set(let set):
      return set.firstIndex(from: wanted.upperBound) - set.firstIndex(from: wanted.lowerBound)
    case .everything: text = "meta : \"\(FacetToken.every)\""
    case .index(let expression): text = expression
    }
    let statement = try database.cachedStatement(
      sql: """
        SELECT count(*) FROM cable_text WHERE cable_text MATCH ? AND rowid >= ? AND rowid < ?
        \(notGhost)
        """)
    return try Int.fetchOne(
      statement, arguments: [text, wanted.lowerBound, wanted.upperBound]) ?? 0
  }
}

extension [Int64] {
  /// The first index of an ascending array whose element is not below a value.
  ///
  /// - Complexity: O(log n).
  func firstIndex(from value: Int64) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
