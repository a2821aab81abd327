import TerminalUI

extension BrowserState {
  /// Keys typed before the result they act on was there; what they mean is decided when it is.
  struct Waiting: Sendable {
    var keys: [Key]
    var count: Int?
  }

  /// Whether a command acts on something that is still under way: the new list, or the page that was asked for.
  func mustWait(_ id: Command.ID) -> Bool {
    switch id {
    case .nextHit, .previousHit, .nextLink, .previousLink, .follow, .links, .original, .warnings,
      .versions:
      isSearching || isOpening
    case .down, .up, .pageDown, .pageUp, .halfPageDown, .halfPageUp, .top, .bottom:
      // In the list, going on does not wait for the preview of what was passed.
      isSearching || isOpening && focus == .detail
    case .open, .nextCable, .previousCable, .focusDetail, .back, .forward: isSearching
    default: false
    }
  }

  /// Carries out a command, or keeps its keys until what it acts on is there; no key is waited for.
  mutating func performInTurn(_ id: Command.ID, keys: [Key], count: Int?) -> [Effect] {
    let isBehind = !waiting.isEmpty && !Self.overtakes.contains(id)
    guard overlay == nil, isBehind || mustWait(id) else {
      waiting = []
      return perform(id, count: count)
    }
    waiting.append(Waiting(keys: keys, count: count))
    return []
  }

  /// Carries out the keys that were kept, as far as can be now.
  mutating func catchUp() -> [Effect] {
    var effects: [Effect] = []
    while let next = waiting.first {
      guard case .command(let id) = keymap.meaning(of: next.keys, in: context) else {
        waiting.removeFirst()
        continue
      }
      if mustWait(id) { break }
      waiting.removeFirst()
      effects += perform(id, count: next.count)
    }
    return effects
  }

  /// Commands that are carried out at once whatever is under way, and make what was kept void.
  private static let overtakes: Set<Command.ID> = [
    .quit, .peel, .interrupt, .redraw, .suspend, .mouse,
  ]
}
