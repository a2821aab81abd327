import TerminalUI

extension BrowserState {
  /// What was typed before the result it acts on was there.
  enum Waiting: Sendable {
    case command(Invocation)
    /// A key after one that waits; what it means is decided when its turn comes.
    case key(Key)
  }

  /// Whether a command acts on something that is still under way: the new list, or the page that was asked for.
  func mustWait(_ id: Command.ID) -> Bool {
    switch id {
    case .nextHit, .previousHit, .nextLink, .previousLink, .follow, .links, .original, .warnings,
      .versions, .find, .goTo, .history, .peek, .searchSelected, .mark, .goToMark, .explain, .tree,
      .compare,
      .pager, .editor, .pipe, .save, .saveOver, .bookmark, .label, .note, .unread, .export,
      .exportOver, .copy:
      isSearching || isOpening
    case .include, .exclude, .narrowToChoice: isCounting
    case .down, .up, .pageDown, .pageUp, .halfPageDown, .halfPageUp, .top, .bottom, .percent:
      // In the list, going on does not wait for the preview of what was passed.
      overlay == nil ? isSearching || isOpening && focus == .detail : isCounting
    case .pick, .pickAll, .saveSearch, .open, .nextCable, .previousCable, .focusDetail, .switchPane,
      .back,
      .forward:
      isSearching
    default: false
    }
  }

  /// Whether the values of the facet, or the bars of the chart, that is open have not arrived.
  var isCounting: Bool {
    switch overlay {
    case .facets(let panel): panel.counts == nil
    case .chart(let panel): panel.counts == nil
    default: false
    }
  }

  /// Carries out a command, or keeps it until what it acts on is there; no key is waited for.
  mutating func performInTurn(_ invocation: Invocation) -> [Effect] {
    guard overlay == nil || isCounting, mustWait(invocation.id) else { return perform(invocation) }
    waiting.append(.command(invocation))
    return []
  }

  /// Carries out what was kept, as far as can be now.
  mutating func catchUp() -> [Effect] {
    var effects: [Effect] = []
    while let next = waiting.first {
      switch next {
      case .command(let invocation):
        if mustWait(invocation.id) { return effects }
        waiting.removeFirst()
        effects += perform(invocation)
      case .key(let key):
        // Taken out while the key is carried out: a command of its own may have to wait again, before the rest.
        let rest = waiting.dropFirst()
        waiting = []
        effects += dispatch(key)
        waiting += rest
      }
    }
    return effects
  }

  /// Whether a key is carried out at once whatever is under way, and makes what was kept void.
  func overtakes(_ key: Key) -> Bool {
    // A character may be text of a line that one of the keys before it opens.
    let mayBeText = waiting.contains { if case .key = $0 { true } else { false } }
    if mayBeText, key.character != nil { return false }
    guard case .command(let invocation) = keymap.meaning(of: [key], in: context) else {
      return false
    }
    return Self.overtaking.contains(invocation.id)
  }

  private static let overtaking: Set<Command.ID> = [
    .quit, .peel, .interrupt, .stop, .redraw, .suspend, .mouse,
  ]
}
