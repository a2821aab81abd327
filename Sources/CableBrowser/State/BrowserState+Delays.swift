import CableArchive

// A query that takes long: said in the bottom row, and stopped on demand.
extension BrowserState {
  /// Whether the result of the query at hand, or its count, is taking long.
  var isDelayed: Bool {
    delayedGeneration == searchGeneration && (isSearching || !list.isCountKnown)
  }

  /// Stops what takes long: a search leaves the result before it, a count the rows found so far.
  mutating func stopSearch() -> [Effect] {
    delayedGeneration = nil
    guard isSearching else {
      say("The count was stopped; the first \(list.knownCount.grouped) are listed")
      return [.stopSearch]
    }
    isSearching = false
    rowToKeep = nil
    waiting = []
    list.queryText = shownQuery.text
    list.query = shownQuery.query
    finder = HitFinder(list.query)
    detail.find(finder)
    // Whatever still comes of it is stale.
    searchGeneration += 1
    say("The search was stopped")
    return [.stopSearch]
  }
}
