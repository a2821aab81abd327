internal import CableNotebook
internal import GRDB
internal import Synchronization

extension Archive {
  /// Counts the values of a facet among the cables a query finds.
  ///
  /// TAGS and posts come with the most frequent first, classifications from the highest down, dates from the
  /// first on. Values that no cable of the result has are left out.
  ///
  /// - Throws: An error where the store fails or is interrupted.
  /// - Complexity: O(n) over the result; the first call after a change reads the facets of the whole archive.
  public func facets(_ query: Query, by facet: Facet) throws(ArchiveError) -> [FacetCount] {
    try facets(query, by: [facet])[facet] ?? []
  }

  /// Counts the values of several facets in one pass.
  ///
  /// - Throws: An error where the store fails or is interrupted.
  /// - Complexity: O(n) over the result; the first call after a change reads the facets of the whole archive.
  public func facets(
    _ query: Query, by facets: [Facet]
  ) throws(ArchiveError) -> [Facet: [FacetCount]] {
    try read { database in
      let columns = try currentFacetColumns(database)
      let plan = try plan(query, database)
      var found = try plan.rowIDs(in: 0..<Int64.max, .oldestFirst, limit: .max, database)
      if !plan.named.isEmpty { found = (found + plan.named).sorted() }
      var counts: [Facet: [FacetCount]] = [:]
      for facet in facets {
        counts[facet] =
          facet == .label
          ? try labelCounts(among: found, database) : columns.counts(of: facet, among: found)
      }
      return counts
    }
  }

  /// The TAGS of listed cables by row id; cables without any are left out.
  ///
  /// - Throws: An error where the store fails or is interrupted.
  /// - Complexity: O(m log n) for m cables of n; the first call after a change reads the facets of the whole archive.
  public func tags(of rowIDs: [Int64]) throws(ArchiveError) -> [Int64: [String]] {
    try read { database in
      let columns = try currentFacetColumns(database)
      var tags: [Int64: [String]] = [:]
      for rowID in rowIDs {
        let found = columns.tags(of: rowID)
        if !found.isEmpty { tags[rowID] = found }
      }
      return tags
    }
  }

  /// Counts the reader's labels among listed cables, their row ids ascending; the most frequent first.
  private func labelCounts(
    among found: [Int64], _ database: Database
  ) throws -> [FacetCount] {
    var counts: [String: Int] = [:]
    for (name, entry) in kept.entries where !entry.labels.isEmpty {
      for rowID in try SetSearch.rowIDs(named: name, in: database) {
        let index = found.firstIndex(from: rowID)
        guard index < found.count, found[index] == rowID else { continue }
        for label in entry.labels { counts[label, default: 0] += 1 }
      }
    }
    return counts.map { FacetCount(.label, value: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.value) < ($0.count, $1.value) }
  }

  private func currentFacetColumns(_ database: Database) throws -> FacetColumns {
    let generation = try SearchFacts.generation(in: database)
    if let columns = facetColumns.withLock({ $0 }), columns.generation == generation {
      return columns
    }
    let columns = try FacetColumns(database)
    facetColumns.withLock { $0 = columns }
    return columns
  }
}
