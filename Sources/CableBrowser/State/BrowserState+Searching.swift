import CableArchive
import TerminalUI

extension BrowserState {
  /// Opens the search bar, empty; the query at hand is the first that Up recalls.
  mutating func openSearchBar() -> [Effect] {
    searchBar = SearchBar(
      editor: LineEditor(history: pastSearches),
      restore: SearchBar.Restore(list: list, place: place, followsList: followsList))
    return []
  }

  /// Searches for what stands in the search bar; its last word is still being typed.
  mutating func searchAsTyped() -> [Effect] {
    guard let text = searchBar?.editor.text else { return [] }
    switch Query.parse(text, isTyping: true) {
    case .failure(let error):
      searchBar?.error = error
      return []
    case .success(let query):
      searchBar?.error = nil
      list.queryText = text
      followsList = true
      return search(query, keeping: list.selectedRow?.rowID)
    }
  }

  /// Shows the result of a query and keeps it among the past searches.
  mutating func searchAndKeep(_ text: String) -> [Effect] {
    placed[text] = nil
    pastSearches.removeAll { $0 == text }
    pastSearches.append(text)
    focus = .list
    followsList = true
    rearrange()
    return search(text, keeping: list.selectedRow?.rowID)
  }

  /// Shows the result of a query typed in full.
  mutating func search(_ text: String, keeping row: Int64? = nil) -> [Effect] {
    switch Query.parse(text) {
    case .failure(let error):
      complain(error.message)
      return []
    case .success(let query):
      list.queryText = text
      return search(query, keeping: row)
    }
  }

  /// Asks for the result of a query; the row to keep stays selected if it is in it.
  mutating func search(_ query: Query, keeping row: Int64?) -> [Effect] {
    searchGeneration += 1
    rowToKeep = row
    isRelisting = false
    heldPage = nil
    fetching = []
    if list.query != query {
      list.query = query
      isSearching = true
      finder = HitFinder(query)
      detail.find(finder)
    }
    return [.search(query, list.order, generation: searchGeneration)]
  }

  /// Asks for the result of the query at hand once more; the list does not move under the reader.
  mutating func searchAgain() -> [Effect] {
    let row = rowToKeep ?? list.selectedRowID
    let effects = search(list.query, keeping: row)
    isRelisting = row != nil && !isSearching && searchBar == nil
    return effects
  }

  /// Looks the result at hand up again in an archive that others may write to.
  mutating func lookAgain() -> [Effect] {
    guard searchBar == nil, files == nil || list.query.asksForNotebook else {
      return [.readNotebook]
    }
    return [.readNotebook] + searchAgain()
  }

  /// Closes the search bar and keeps its result.
  mutating func keepSearch() -> [Effect] {
    guard let bar = searchBar else { return [] }
    if let error = bar.error {
      complain(error.message)
      return []
    }
    searchBar = nil
    let text = bar.editor.text
    if !text.isEmpty {
      // What was typed last is what n repeats.
      detail.find(nil)
      placed[text] = nil
      pastSearches.removeAll { $0 == text }
      pastSearches.append(text)
    }
    focus = .list
    followsList = true
    rearrange()
    let typed = TypedResult(
      list, isSettled: !isSearching, text: text, generation: searchGeneration + 1)
    // The last word is whole now.
    let effects = search(text, keeping: list.selectedRow?.rowID)
    typedResult = typed
    return effects + previewSelection()
  }

  /// Closes the search bar and shows what was there before.
  mutating func restoreSearch() -> [Effect] {
    guard let bar = searchBar else { return [] }
    searchBar = nil
    let isChanged = bar.restore.list.queryText != list.queryText
    list.queryText = bar.restore.list.queryText
    var effects: [Effect] = []
    if isChanged {
      effects = search(bar.restore.list.query, keeping: bar.restore.list.selectedRow?.rowID)
      list.top = bar.restore.list.top
    }
    followsList = bar.restore.followsList
    if let place = bar.restore.place, place.key != wantedKey || place != self.place {
      effects += open(place.key, .place(place))
    }
    return effects
  }

  /// Puts an earlier or later search into the bar.
  mutating func recallSearch(isEarlier: Bool) -> [Effect] {
    guard var bar = searchBar else { return [] }
    let before = bar.editor.text
    _ = bar.editor.handle(Key(isEarlier ? .up : .down))
    searchBar = bar
    return bar.editor.text == before ? [] : searchAsTyped()
  }

  // MARK: Hits

  /// Goes to a hit of the cable at hand.
  mutating func goToHit(_ index: Int) {
    guard detail.hits.indices.contains(index) else { return }
    detail.currentHit = index
    detail.reveal(detail.hits[index].lowerBound, visibleRows: layout.detail.rows)
  }

  /// Goes to the next or previous hit, on to the neighbouring cable after the last.
  mutating func stepHit(by steps: Int) -> [Effect] {
    if detail.find != nil { return stepFound(by: steps) }
    let step = steps.signum()
    for _ in 1..<max(1, min(abs(steps), detail.hits.count)) {
      guard let next = nextHit(step) else { break }
      goToHit(next)
    }
    if let next = nextHit(step) {
      goToHit(next)
      return []
    }
    let isListed = detail.page?.key == list.selectedRow.map { Page.Key.row($0.rowID) }
    guard isListed, list.knownCount > 1 else {
      guard !detail.hits.isEmpty else {
        say("No hit in this cable")
        return []
      }
      goToHit(step > 0 ? 0 : detail.hits.count - 1)
      say(step > 0 ? "Wrapped to the first hit" : "Wrapped to the last hit")
      return []
    }
    var rank = list.selected + (step > 0 ? 1 : -1)
    if rank < 0 || rank >= list.knownCount {
      rank = step > 0 ? 0 : list.knownCount - 1
      say(step > 0 ? "Wrapped to the first cable" : "Wrapped to the last cable")
    }
    list.select(rank, visibleRows: visibleRows)
    let effects = fetchMissing()
    guard let row = list.selectedRow else { return effects }
    return effects + open(.row(row.rowID), step > 0 ? .firstHit : .lastHit)
  }

  /// The hit after the one at hand, or the first on the screen or below where none was gone to yet.
  private func nextHit(_ step: Int) -> Int? {
    if let current = detail.currentHit {
      let next = current + step
      return detail.hits.indices.contains(next) ? next : nil
    }
    let visible = detail.visibleRange(visibleRows: layout.detail.rows)
    if step > 0 { return detail.hits.firstIndex { $0.lowerBound >= visible.lowerBound } }
    return detail.hits.lastIndex { $0.lowerBound < visible.upperBound }
  }
}
