import TerminalUI

extension BrowserState {
  /// Takes a key, or keeps it while keys before it wait for what they act on.
  mutating func handle(_ key: Key) -> [Effect] {
    message = nil
    guard !waiting.isEmpty else { return dispatch(key) }
    if overtakes(key) {
      waiting = []
      return dispatch(key)
    }
    waiting.append(.key(key))
    return []
  }

  /// Takes a key: of a text, a count, a sequence, or a command.
  mutating func dispatch(_ key: Key) -> [Effect] {
    if layout.isTooSmall { return handleUnseen(key) }
    if let invocation = console.awaited { return give(key, to: invocation) }
    switch context {
    case .command: return handleInCommandLine(key)
    case .filter: return handleInFilter(key)
    case .search: return handleInSearchBar(key)
    case .find: return handleInFind(key)
    case .list, .detail, .overlay, .picker, .facets, .chart, .ends:
      return handleCommandKey(key)
    }
  }

  /// Takes a key while the window is too small to show what it would do: it quits, suspends or draws anew, or does nothing.
  private mutating func handleUnseen(_ key: Key) -> [Effect] {
    guard case .command(let invocation) = keymap.meaning(of: [key], in: .list) else { return [] }
    switch invocation.id {
    case .close, .quit: return quit()
    case .suspend, .redraw: return perform(invocation)
    default: return []
    }
  }

  private mutating func handleCommandKey(_ key: Key) -> [Effect] {
    if case .picker(let picker) = overlay, pendingKeys.isEmpty, let letter = key.character,
      let index = picker.entries.firstIndex(where: { $0.letter == String(letter).uppercased() })
    {
      overlay = nil
      return go(to: picker.entries[index].target)
    }
    if pendingKeys.isEmpty, let digit = key.character?.wholeNumberValue,
      key.character?.isASCII == true,
      digit > 0 || count != nil
    {
      count = min((count ?? 0) * 10 + digit, 9_999_999)
      return []
    }
    pendingKeys.append(key)
    switch keymap.meaning(of: pendingKeys, in: context) {
    case .prefix: return []
    case .nothing:
      let keys = pendingKeys.map(\.description).joined()
      pendingKeys = []
      count = nil
      say("\(keys) means nothing here; ? shows the keys")
      return []
    case .command(var invocation):
      if let count { invocation.count = count }
      pendingKeys = []
      count = nil
      return carryOut(invocation)
    }
  }

  private mutating func handleInSearchBar(_ key: Key) -> [Effect] {
    switch keymap.meaning(of: [key], in: .search) {
    case .command(let invocation):
      if invocation.isMeant(for: .search) { return perform(invocation) }
      return keepSearch() + carryOut(invocation)
    case .prefix, .nothing:
      guard var bar = searchBar else { return [] }
      let before = bar.editor.text
      let isTaken = bar.editor.handle(key)
      searchBar = bar
      if !isTaken, key.character == nil { say("\(key) means nothing here; Esc leaves the search") }
      return bar.editor.text == before ? [] : searchAsTyped()
    }
  }

  /// Pasted text goes into the line being typed and nowhere else.
  mutating func paste(_ text: String) -> [Effect] {
    switch context {
    case .command:
      console.line?.editor.paste(text)
      return []
    case .filter:
      return editFilter {
        $0.paste(text)
        return true
      }
    case .find: return pasteIntoFind(text)
    case .list, .detail, .search, .overlay, .picker, .facets, .chart, .ends: break
    }
    guard context == .search, var bar = searchBar else {
      say("Pasted text goes into the search bar: / opens it")
      return []
    }
    bar.editor.paste(text)
    searchBar = bar
    return searchAsTyped()
  }

  /// Carries out a command, or says why it can't be.
  mutating func perform(_ invocation: Invocation) -> [Effect] {
    let id = invocation.id
    let count = invocation.count
    if let obstacle = obstacle(to: id) {
      say(obstacle)
      return []
    }
    switch id {
    case .down: return move(by: count ?? 1)
    case .up: return move(by: -(count ?? 1))
    case .pageDown: return move(by: pageRows * (count ?? 1))
    case .pageUp: return move(by: -pageRows * (count ?? 1))
    case .halfPageDown: return move(by: max(1, pageRows / 2) * (count ?? 1))
    case .halfPageUp: return move(by: -max(1, pageRows / 2) * (count ?? 1))
    case .top, .bottom:
      if overlay == nil, focus == .detail { rememberPlace() }
      return move(to: (count ?? (id == .top ? 1 : Int.max)) - 1)
    case .open:
      if case .ends = overlay { return readEnd() }
      return openSelection()
    case .nextCable: return stepCable(by: count ?? 1, .top)
    case .previousCable: return stepCable(by: -(count ?? 1), .top)
    case .original: return toggleOriginal()
    case .warnings: return showWarnings()
    case .versions: return showVersions()
    case .percent: return move(toPercent: count ?? 100)
    case .search:
      return invocation.arguments.isEmpty ? openSearchBar() : searchAndKeep(invocation.arguments)
    case .keepSearch: return keepSearch()
    case .restoreSearch: return restoreSearch()
    case .earlierSearch, .laterSearch: return recallSearch(isEarlier: id == .earlierSearch)
    case .goTo: return goTo(typed: invocation.arguments)
    case .history: return showHistory()
    case .peek: return peek()
    case .searchSelected: return searchSelected()
    case .nextTab: return stepTab(by: 1)
    case .previousTab: return stepTab(by: -1)
    case .mark: return setMark(invocation.arguments)
    case .goToMark: return goToMark(invocation.arguments)
    case .explain: return explain()
    case .tree: return showTree()
    case .compare: return compare()
    case .pager: return showInPager()
    case .editor: return openInEditor()
    case .pipe: return pipe(into: invocation.arguments)
    case .save, .saveOver: return save(to: invocation.arguments, overwrites: id == .saveOver)
    case .bookmark: return toggleBookmark()
    case .label: return label(invocation.arguments)
    case .note: return writeNote(invocation.arguments)
    case .unread: return toggleRead()
    case .pick: return pick(rows: count ?? 1)
    case .pickAll: return pickAll()
    case .saveSearch: return saveSearch(invocation.arguments)
    case .forgetSearch: return forgetSearch(invocation.arguments)
    case .searches: return showSearches()
    case .kept: return showKept()
    case .export, .exportOver:
      return export(to: invocation.arguments, overwrites: id == .exportOver)
    case .copy: return copy(invocation.arguments, count: count)
    case .find: return find(invocation.arguments)
    case .toggleExpression: return toggleExpression()
    case .nextHit, .previousHit:
      let step = (count ?? 1) * (id == .nextHit ? 1 : -1)
      if case .ends = overlay { return stepPlace(by: step) }
      return stepHit(by: step)
    case .nextLink: return stepLink(by: 1)
    case .previousLink: return stepLink(by: -1)
    case .follow: return followSelectedLink()
    case .links: return showLinks()
    case .choose: return choose()
    case .facets: return showFacets(invocation.arguments)
    case .chart: return showChart()
    case .include: return toggleFacet(isExcluded: false)
    case .exclude: return toggleFacet(isExcluded: true)
    case .nextFacet: return stepFacet(by: 1)
    case .previousFacet: return stepFacet(by: -1)
    case .narrowToChoice: return chooseNarrowing()
    case .clearNarrowing: return clearNarrowing()
    case .passages: return togglePassages()
    case .date: return goToDate(invocation.arguments)
    case .sort: return sort(invocation.arguments)
    case .back: return goBack()
    case .forward: return goForward()
    case .focusList, .focusDetail, .switchPane: return changeFocus(id)
    case .stack, .maximise, .widen, .narrow: return arrange(id)
    case .help: return showHelp(invocation.arguments)
    case .filter: return openFilter()
    case .commandLine:
      return openCommandLine(invocation.arguments.isEmpty ? "" : "\(invocation.arguments) ")
    case .palette: return openPalette()
    case .accept: return accept()
    case .cancel: return cancel()
    case .complete, .completeBack: return complete(by: id == .complete ? 1 : -1)
    case .earlierLine, .laterLine: return recallLine(isEarlier: id == .earlierLine)
    case .messages: return showMessages()
    case .set, .bind, .unbind, .color: return configure(invocation)
    case .source, .reload: return readConfiguration(invocation)
    case .redraw: return [.redraw] + lookAgain()
    case .mouse: return takeMouse(invocation.arguments)
    case .suspend: return [.suspend]
    case .interrupt: return interrupt()
    case .peel: return peel()
    case .close: return close()
    case .importFiles: return importFiles(into: invocation.arguments)
    case .archive: return browseArchive()
    case .stop: return stop()
    case .resetSession: return resetSession()
    case .quit: return quit()
    }
  }
}
