internal import Cables
internal import GRDB

extension Archive {
  /// Fetches a stretch of a result.
  ///
  /// Where the query is the name of a cable, that cable comes first in either order.
  ///
  /// ```swift
  /// let first = try archive.page(query, limit: 50)
  /// let second = try archive.page(query, after: first.rows.last.map { PageAnchor($0) }, limit: 50)
  /// ```
  ///
  /// - Parameters:
  ///   - query: What is searched for.
  ///   - order: The order of the result.
  ///   - after: The row the page begins after; nil for the beginning of the result.
  ///   - before: The row the page ends before, which pages backwards; ``PageAnchor/end`` for the last page.
  ///   - limit: Rows of the page.
  /// - Returns: The rows in the order of the result, and whether there are more.
  /// - Throws: An error where the store fails or is interrupted.
  /// - Complexity: O(limit) however far into the result, for queries without `cites:` and `citedby:`; O(n) over the
  ///   result in order of relevance.
  public func page(
    _ query: Query, order: SortOrder = .newestFirst, after: PageAnchor? = nil,
    before: PageAnchor? = nil, limit: Int
  ) throws(ArchiveError) -> Page {
    try read { database in
      let plan = try plan(query, database)
      let limit = max(0, limit)
      var rowIDs =
        if let before {
          try plan.rowIDs(before: before, order, limit: limit + 1, database)
        } else {
          try plan.rowIDs(after: after, order, limit: limit + 1, database)
        }
      let hasMore = rowIDs.count > limit
      if hasMore { rowIDs = Array(before == nil ? rowIDs.dropLast() : rowIDs.dropFirst()) }
      return Page(rows: try RowReader(database).rows(at: rowIDs), hasMore: hasMore)
    }
  }

  /// Counts the cables of a result.
  ///
  /// - Throws: An error where the store fails or is interrupted.
  /// - Complexity: O(n) over the result.
  public func count(_ query: Query) throws(ArchiveError) -> Int {
    try read { database in
      try plan(query, database).count(in: 0..<Int64.max, database)
    }
  }

  /// The position of a row in a result, from 0; nil where the result does not hold it.
  ///
  /// - Throws: An error where the store fails or is interrupted.
  /// - Complexity: O(n) over the rows before it.
  public func rank(
    of rowID: Int64, in query: Query, order: SortOrder = .newestFirst
  ) throws(ArchiveError) -> Int? {
    try read { database -> Int? in
      let plan = try plan(query, database)
      if let index = plan.named.firstIndex(of: rowID) { return index }
      guard try plan.count(in: rowID..<rowID + 1, database) == 1 else { return nil }
      if order == .mostRelevant, plan.hasWords {
        let before = try plan.mostRelevant(before: PageAnchor(rowID: rowID), limit: .max, database)
        return before.count
      }
      let before = order != .oldestFirst ? rowID + 1..<Int64.max : 0..<rowID
      let named = plan.named.filter { !before.contains($0) }.count
      return try plan.count(in: before, database) + named
    }
  }

  /// The row ids of a result in its order.
  ///
  /// - Throws: An error where the store fails or is interrupted.
  /// - Complexity: O(n) over the result, or over the limit.
  public func rowIDs(
    _ query: Query, order: SortOrder = .newestFirst, limit: Int = .max
  ) throws(ArchiveError) -> [Int64] {
    try read { database in
      try plan(query, database)
        .rowIDs(after: nil, order, limit: max(0, limit), database)
    }
  }
}

extension SearchPlan {
  /// The rows after one, or the first ones.
  fileprivate func rowIDs(
    after anchor: PageAnchor?, _ order: SortOrder, limit: Int, _ database: Database
  ) throws -> [Int64] {
    if order == .mostRelevant, hasWords {
      return try mostRelevant(after: anchor, limit: limit, database)
    }
    let direction = RowDirection(order)
    var found: [Int64] = []
    var range = 0..<Int64.max
    if let anchor {
      guard let rowID = anchor.rowID else { return [] }
      if let index = named.firstIndex(of: rowID) {
        found = Array(named[(index + 1)...].prefix(limit))
      } else {
        range = direction == .newestFirst ? 0..<max(0, rowID) : min(rowID, .max - 1) + 1..<Int64.max
      }
    } else {
      found = Array(named.prefix(limit))
    }
    found += try rowIDs(in: range, direction, limit: limit - found.count, database)
    return found
  }

  /// The rows before one, or the last ones, in the order of the result.
  fileprivate func rowIDs(
    before anchor: PageAnchor, _ order: SortOrder, limit: Int, _ database: Database
  ) throws -> [Int64] {
    if order == .mostRelevant, hasWords {
      return try mostRelevant(before: anchor, limit: limit, database)
    }
    let direction = RowDirection(order)
    var range = 0..<Int64.max
    if let rowID = anchor.rowID {
      if let index = named.firstIndex(of: rowID) { return Array(named[..<index].suffix(limit)) }
      range = direction == .newestFirst ? min(rowID, .max - 1) + 1..<Int64.max : 0..<max(0, rowID)
    }
    let found = try rowIDs(in: range, direction.reversed, limit: limit, database)
    return Array((named + found.reversed()).suffix(limit))
  }
}

extension RowDirection {
  fileprivate init(_ order: SortOrder) {
    self = order == .oldestFirst ? .oldestFirst : .newestFirst
  }
}
