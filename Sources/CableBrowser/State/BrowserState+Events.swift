import CableArchive
import CableNotebook
import TerminalUI

extension BrowserState {
  /// Takes an event and answers what is to be done outside; never waits.
  mutating func handle(_ event: BrowserEvent) -> [Effect] {
    var effects = take(event)
    if !waiting.isEmpty { effects += catchUp() }
    return effects + noteReading() + fetchMissingTags() + fetchMissingPassages()
  }

  private mutating func take(_ event: BrowserEvent) -> [Effect] {
    switch event {
    case .key(let key):
      hasActed = true
      return handle(key)
    case .paste(let text):
      hasActed = true
      return paste(text)
    case .mouse(let mouse):
      hasActed = true
      return handle(mouse)
    case .resize(let size):
      resize(size)
      return fetchMissing()
    case .interrupt: return perform(Invocation(.interrupt))
    case .found(let rows, let isComplete, let generation):
      return generation == searchGeneration ? show(rows, isComplete) : []
    case .listed(let rowIDs, let generation):
      return generation == searchGeneration ? list(rowIDs) : []
    case .fetched(let rows, let generation):
      guard generation == searchGeneration else { return [] }
      fetching.subtract(rows.map(\.rowID))
      list.take(rows)
      return previewSelection()
    case .counted(let counts, let generation):
      return generation == facetGeneration ? take(counts) : []
    case .delayed(let generation):
      delayedGeneration = generation
      return []
    case .opened(let page, let generation):
      return generation == openGeneration ? arrive(page) : []
    case .failed(let sentence):
      complain(sentence)
      if isSearching || list.isEmpty { searchFailure = sentence }
      isSearching = false
      isOpening = false
      return isCounting ? take([FacetCount]()) : []
    case .foundOn(let page, let scan, let generation):
      return generation == openGeneration ? arrive(at: page, of: scan) : []
    case .scanned(let count, let total, let generation):
      return generation == openGeneration ? scanned(count, of: total) : []
    case .located(let typed, let rows): return located(typed, rows)
    case .peeked(let page): return overlay == nil ? peeked(page) : []
    case .grown(let tree): return overlay == nil ? grown(tree) : []
    case .versioned(let id, let versions):
      showVersions(of: id, versions)
      return []
    case .compared(let ends, let citing, let cited):
      compared(ends, citing: citing, cited: cited)
      return []
    case .saved(let outcome): return saved(outcome)
    case .noted(let notebook, let damagedLines):
      take(notebook, damagedLines: damagedLines)
      return []
    case .kept(let change, let notebook, let isSaid):
      kept(change, notebook, isSaid: isSaid)
      return []
    case .notKept(let change, let notebook, let sentence):
      notKept(change, notebook, sentence)
      return []
    case .gathered(let part, let text, let cables):
      say("Copied \(part == .citation ? "citations" : "the texts") of \(cables.grouped) cables")
      return [.copy(text)]
    case .noteWritten(let name, let text): return noteWritten(name, text, replacing: noteSeen)
    case .noteUnfinished(let name, let text, let remark):
      holdUnkept(name, text, remark)
      return []
    case .exporting(let count, let total):
      exporting = (count, total)
      return []
    case .exported(let outcome, let cables): return exported(outcome, cables: cables)
    case .troubled(let remark):
      complain(remark)
      return []
    case .loading(let loading): return progress(loading)
    case .importNews(let news): return take(news)
    case .importSaid(let sentence):
      importSaid(sentence)
      return []
    case .importEnded(let ending): return importEnded(ending)
    case .tagged(let tags, let rowIDs, let generation):
      guard generation == searchGeneration else { return [] }
      for rowID in rowIDs { list.tags[rowID] = tags[rowID] ?? [] }
      return []
    case .passages(let passages, let generation):
      guard generation == searchGeneration else { return [] }
      list.passages.merge(passages) { $1 }
      return []
    case .completed(let candidates, let line): return complete(line, candidates)
    case .configured(let reading, let isAnew): return take(reading, isAnew: isAnew)
    }
  }

  /// Why nothing could be read, all the time; nil where something was.
  var unreadable: String? { hasShown ? nil : searchFailure }

  // MARK: Results

  private mutating func show(_ rows: [ListRow], _ isComplete: Bool) -> [Effect] {
    let kept = isRelisting ? list.selectedRowID ?? rowToKeep : rowToKeep
    if isRelisting, !isComplete, !rows.contains(where: { $0.rowID == kept }) {
      heldPage = rows
      rowToKeep = nil
      return [.listRows(list.query, list.order, generation: searchGeneration)]
    }
    isSearching = false
    searchFailure = nil
    if !rows.isEmpty { hasShown = true }
    shownQuery = (list.queryText, list.query)
    list.show(rows, isComplete: isComplete)
    fetching = []
    var effects: [Effect] = []
    if !isComplete {
      effects.append(.listRows(list.query, list.order, generation: searchGeneration))
    }
    if let kept, let rank = list.rank(of: kept) {
      rowToKeep = nil
      list.select(rank, visibleRows: visibleRows)
    } else {
      // Who types looks at the top of the list: it does not move away under the reader when all of it is known.
      if isComplete || searchBar != nil { rowToKeep = nil }
      list.select(0, visibleRows: visibleRows)
    }
    if isComplete { compareWithTyped() }
    return effects + previewSelection()
  }

  /// Says so where whole words find other cables than the beginning of one that was typed.
  private mutating func compareWithTyped() {
    guard let typed = typedResult else { return }
    typedResult = nil
    guard typed.generation == searchGeneration, let remark = typed.remark(on: list) else { return }
    say(remark)
  }

  private mutating func list(_ rowIDs: [Int64]) -> [Effect] {
    if let page = heldPage {
      heldPage = nil
      return relist(page, rowIDs)
    }
    list.list(rowIDs)
    if let kept = rowToKeep {
      rowToKeep = nil
      if let rank = list.rank(of: kept) { list.select(rank, visibleRows: visibleRows) }
    }
    compareWithTyped()
    return fetchMissing() + previewSelection()
  }

  private mutating func relist(_ page: [ListRow], _ rowIDs: [Int64]) -> [Effect] {
    if !list.relist(page, rowIDs, visibleRows: visibleRows) {
      list.select(0, visibleRows: visibleRows)
    }
    // What is cited, and how often, may have changed.
    let end = min(list.knownCount, list.top + max(1, visibleRows))
    let shown = rowIDs[min(list.top, end)..<end].filter { !fetching.contains($0) }
    fetching.formUnion(shown)
    return (shown.isEmpty ? [] : [.fetchRows(shown, generation: searchGeneration)])
      + fetchMissing() + previewSelection()
  }

  /// Shows the selected cable in the detail pane, if that follows the list.
  mutating func previewSelection() -> [Effect] {
    // Until the row to keep is found or known to be gone, the selection is not settled.
    guard followsList || detail.page == nil, rowToKeep == nil else { return [] }
    guard let row = list.selectedRow else {
      if list.isEmpty { clearDetail() }
      return []
    }
    guard wantedKey != .row(row.rowID) else { return [] }
    return open(.row(row.rowID), .top)
  }

  private mutating func clearDetail() {
    keepVisited()
    openGeneration += 1
    wantedKey = nil
    isOpening = false
    let find = detail.find
    detail = DetailState()
    detail.find = find
    detail.wrap(columns: textColumns)
  }

  private mutating func arrive(_ page: Page) -> [Effect] {
    isOpening = false
    var page = page
    page.kept = notebook[page.name]
    remember(page)
    detail.show(page, finder: finder, columns: textColumns)
    switch arrival {
    case .top: break
    case .place(let place): restore(place)
    case .firstHit: goToHit(0)
    case .lastHit: goToHit(detail.hits.count - 1)
    case .firstLink: selectLink(0)
    case .lastLink: selectLink(detail.document.links.count - 1)
    }
    arrival = .top
    return []
  }

  private mutating func restore(_ place: History.Place) {
    if place.view != detail.view {
      detail.view = place.view
      detail.rebuild(finder: finder, columns: textColumns)
    }
    detail.place = place.offset
    if let link = place.selectedLink, detail.document.links.indices.contains(link) {
      detail.selectedLink = link
    }
  }

  // MARK: Files

  private mutating func progress(_ progress: Loading) -> [Effect] {
    let isNews = progress.cables != cableCount || progress.isDone && !loading.isDone
    let newProblems = progress.problems.dropFirst(loading.problems.count)
    loading = progress
    cableCount = progress.cables
    if let problem = newProblems.last { complain(problem) }
    if progress.isLimited, progress.isDone {
      complain(
        "Only the first \(cableCount.grouped) fit in memory; :import takes all into "
          + (files.map { ConfigurationReading.shortened($0.home) } ?? "an archive"))
    }
    guard isNews else { return [] }
    // The page at hand may now know more: what it cites may have arrived.
    // Who has not done anything yet looks at the top of the list; whoever has stays where they are.
    var effects = hasActed ? searchAgain() : search(list.query, keeping: rowToKeep)
    if progress.isDone, let place, !isOpening { effects += open(place.key, .place(place)) }
    return effects
  }

  // MARK: Screen

  private mutating func resize(_ size: Size) {
    self.size = size
    rearrange()
  }

  /// Fits both panes into their places after these have changed; the reading place stays.
  mutating func rearrange() {
    let layout = layout
    guard !layout.isTooSmall else { return }
    list.keepSelectionVisible(visibleRows)
    if layout.detail.columns > 0, detail.layout.columns != textColumns {
      detail.wrap(columns: textColumns)
    }
    rearrangeEnds()
  }

  /// Asks for the TAGS of rows that are shown, where the list has a column for them.
  private mutating func fetchMissingTags() -> [Effect] {
    guard configuration.settings.columns.contains(.tags) else { return [] }
    let shown =
      min(
        list.top, list.knownCount)..<min(
        list.knownCount, list.top + max(0, visibleRows))
    let missing = shown.compactMap { list.rows[$0]?.rowID }.filter { list.tags[$0] == nil }
    guard !missing.isEmpty else { return [] }
    if list.tags.count > 4_000 { list.tags = [:] }
    // Asked for once, whatever comes of it.
    for rowID in missing { list.tags[rowID] = [] }
    return [.fetchTags(missing, generation: searchGeneration)]
  }

  /// Asks for the best passages of rows that are shown, where the list has a line for them.
  private mutating func fetchMissingPassages() -> [Effect] {
    guard rowHeight > 1, !isSearching, visibleRows > 0 else { return [] }
    let shown = min(list.top, list.knownCount)..<min(list.knownCount, list.top + visibleRows)
    let missing = shown.compactMap { list.rows[$0]?.rowID }.filter { list.passages[$0] == nil }
    guard !missing.isEmpty else { return [] }
    if list.passages.count > 4_000 { list.passages = [:] }
    // Asked for once, whatever comes of it.
    for rowID in missing { list.passages[rowID] = "" }
    return [.fetchPassages(missing, list.query, generation: searchGeneration)]
  }

  /// Asks for rows that are about to be shown.
  mutating func fetchMissing() -> [Effect] {
    let missing = list.missing(visibleRows: visibleRows).filter { !fetching.contains($0) }
    guard !missing.isEmpty else { return [] }
    fetching.formUnion(missing)
    return [.fetchRows(missing, generation: searchGeneration)]
  }
}
