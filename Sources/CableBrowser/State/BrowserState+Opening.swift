import CableArchive
import Cables
import TerminalUI

extension BrowserState {
  /// Asks for a page; it is shown when it is loaded.
  mutating func open(_ key: Page.Key, _ arrival: Arrival) -> [Effect] {
    keepVisited()
    openGeneration += 1
    wantedKey = key
    isOpening = true
    self.arrival = arrival
    return [.open(key, generation: openGeneration)]
  }

  /// Remembers where the reader was in a page that had been opened, before another is shown.
  mutating func keepVisited() {
    guard let place, visited?.key == place.key else { return }
    visited?.offset = place.offset
    visited?.selectedLink = place.selectedLink
    visited?.view = place.view
  }

  /// Opens the selected cable to read it.
  mutating func openSelection() -> [Effect] {
    guard let row = list.selectedRow else { return [] }
    let key = Page.Key.row(row.rowID)
    if let visited, visited.key != key { history.leave(visited) }
    focus = .detail
    followsList = false
    rearrange()
    if wantedKey == key {
      visited = place.map {
        var place = $0
        place.key = key
        return place
      }
      return []
    }
    let effects = open(key, .top)
    visited = History.Place(
      key: key, offset: 0, selectedLink: nil, view: .reading, query: list.queryText,
      listRow: row.rowID, focus: .detail)
    return effects
  }

  /// Goes where a link leads.
  mutating func go(to target: Link.Target) -> [Effect] {
    switch target {
    case .none(let reason):
      say(reason)
      return []
    case .history(let step): return goThroughHistory(by: step)
    case .ends(let ends): return [.compare(ends)]
    case .named(let name): return goTo(typed: name)
    case .query(let text):
      leave()
      focus = .list
      followsList = true
      rearrange()
      return search(text)
    case .cables(let destinations):
      guard let destination = destinations.first else { return [] }
      if destinations.count > 1 {
        overlay = .picker(Picker(title: "Which cable?", destinations))
        return []
      }
      return go(to: destination)
    }
  }

  private mutating func go(to destination: Link.Destination) -> [Effect] {
    let key = destination.key
    if key == detail.page?.key {
      say("\(destination.id) is this cable")
      return []
    }
    leave()
    focus = .detail
    followsList = false
    rearrange()
    if let row = destination.row, let rank = list.rank(of: row.rowID) {
      list.select(rank, visibleRows: visibleRows)
    }
    visited = History.Place(
      key: key, offset: 0, selectedLink: nil, view: .reading, query: list.queryText,
      listRow: list.selectedRow?.rowID, focus: .detail)
    return fetchMissing() + open(key, .top)
  }

  /// Puts the place at hand into the history.
  private mutating func leave() {
    rememberPlace()
    guard let place else { return }
    if let visited, visited.key != place.key { history.leave(visited) }
    history.leave(place)
  }

  /// Goes some places back or forward.
  mutating func goThroughHistory(by step: Int) -> [Effect] {
    var target = place
    for _ in 0..<abs(step) {
      let next = step < 0 ? history.goBack(from: target) : history.goForward(from: target)
      guard let next else { break }
      target = next
    }
    guard step != 0, let target else { return [] }
    rememberPlace()
    return go(to: target)
  }

  /// Goes to a place that was kept.
  mutating func jump(to target: History.Place) -> [Effect] {
    if target.key == detail.page?.key {
      rememberPlace()
      focus = .detail
      rearrange()
      if detail.view != target.view {
        detail.view = target.view
        detail.rebuild(finder: finder, columns: textColumns)
      }
      detail.place = target.offset
      return []
    }
    leave()
    var target = target
    target.query = list.queryText
    target.listRow = list.selectedRow?.rowID
    target.focus = .detail
    return go(to: target)
  }

  /// Reads a page from an offset on.
  mutating func read(_ key: Page.Key, at offset: Int, selectedLink: Int?) -> [Effect] {
    guard key != detail.page?.key else {
      rememberPlace()
      focus = .detail
      followsList = false
      rearrange()
      detail.view = .reading
      detail.rebuild(finder: finder, columns: textColumns)
      detail.place = offset
      detail.selectedLink = selectedLink
      return []
    }
    leave()
    if case .row(let rowID) = key, let rank = list.rank(of: rowID) {
      list.select(rank, visibleRows: visibleRows)
    }
    return fetchMissing()
      + go(
        to: History.Place(
          key: key, offset: offset, selectedLink: selectedLink, view: .reading,
          query: list.queryText, listRow: list.selectedRow?.rowID, focus: .detail))
  }

  /// Goes back to the place before.
  mutating func goBack() -> [Effect] {
    history.goBack(from: place).map { go(to: $0) } ?? []
  }

  /// Goes forward to the place left by going back.
  mutating func goForward() -> [Effect] {
    history.goForward(from: place).map { go(to: $0) } ?? []
  }

  private mutating func go(to place: History.Place) -> [Effect] {
    focus = place.focus
    followsList = place.focus == .list && place.listRow.map { .row($0) } == place.key
    rearrange()
    visited = place
    var effects: [Effect] = []
    if place.query != list.queryText {
      effects += search(place.query, keeping: place.listRow)
    } else if let row = place.listRow, let rank = list.rank(of: row) {
      list.select(rank, visibleRows: visibleRows)
      effects += fetchMissing()
    }
    return effects + open(place.key, .place(place))
  }
}

extension Picker {
  /// A choice among the cables one link can lead to.
  init(title: String, _ destinations: [Link.Destination]) {
    self.init(
      title: title,
      entries: destinations.map { destination in
        Entry(
          letter: destination.letter, text: destination.preview, target: .cables([destination]))
      })
  }
}
