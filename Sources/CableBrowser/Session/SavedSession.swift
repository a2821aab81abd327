import CableArchive
import Cables

/// Where a reader was in an archive, as it is kept until the archive is browsed again.
struct SavedSession: Codable, Equatable {
  /// A place of the history.
  struct Place: Codable, Equatable {
    /// The row of a cable in the archive; nil for an absent one.
    var row: Int64?
    /// The id of an absent cable.
    var absent: String?
    var offset: Int
    var query: String
    var listRow: Int64?
    var isInList: Bool
  }

  /// What is understood; anything else is passed over as if there were none.
  static let version = 1

  var version = SavedSession.version
  var query: String
  /// What of the query facets put there.
  var placed: [String]?
  var order: String
  var arrangement: String
  var listShare: Int?
  var isMaximised: Bool
  var place: Place?
  var back: [Place]
  var forward: [Place]
  var searches: [String]
  var lines: [String]

  /// Places, searches and lines that are kept.
  private static let keptCount = 100

  /// Takes down where a reader is.
  init(_ state: BrowserState) {
    query = state.list.queryText
    let placed = state.placed[state.list.queryText] ?? []
    self.placed = placed.isEmpty ? nil : placed.sorted()
    order = state.list.order.name
    arrangement = state.choice.arrangement.rawValue
    listShare = state.choice.listShare
    isMaximised = state.choice.isMaximised
    place = state.place.map(Place.init)
    back = state.history.back.suffix(Self.keptCount).map(Place.init)
    forward = state.history.forward.suffix(Self.keptCount).map(Place.init)
    searches = state.pastSearches.suffix(Self.keptCount)
    lines = state.console.past.suffix(Self.keptCount)
  }
}

extension SavedSession.Place {
  init(_ place: History.Place) {
    switch place.key {
    case .row(let rowID): row = rowID
    case .absent(let id): absent = id.description
    }
    offset = place.offset
    query = place.query
    listRow = place.listRow
    isInList = place.focus == .list
  }

  /// The place; nil where nothing names its page.
  var place: History.Place? {
    let key: Page.Key
    if let row {
      key = .row(row)
    } else if let id = absent.flatMap({ CableID($0) }) {
      key = .absent(id)
    } else {
      return nil
    }
    return History.Place(
      key: key, offset: max(0, offset), selectedLink: nil, view: .reading, query: query,
      listRow: listRow, focus: isInList ? .list : .detail)
  }
}

extension BrowserState {
  /// Goes back to where a reader was when the archive was left.
  mutating func restore(_ saved: SavedSession) -> [Effect] {
    choice.arrangement = PaneChoice.Arrangement(rawValue: saved.arrangement) ?? choice.arrangement
    choice.listShare = saved.listShare.map { max(10, min($0, 90)) }
    choice.isMaximised = saved.isMaximised
    list.order = SortOrder.allCases.first { $0.name == saved.order } ?? list.order
    pastSearches = saved.searches
    console.past = saved.lines
    history = History(
      back: saved.back.compactMap(\.place), forward: saved.forward.compactMap(\.place))
    rearrange()
    var effects: [Effect] = []
    // A query that an older version wrote may not be one any more.
    if case .success = Query.parse(saved.query) {
      placed[saved.query] = saved.placed.map { Set($0) }
      effects = search(saved.query, keeping: saved.place?.listRow)
      if !saved.query.isEmpty {
        let key = keymap.keys(of: .resetSession).first ?? ":\(Command.ID.resetSession.rawValue)"
        say("The search of the last time: \(saved.query) – Esc shows all, \(key) begins anew")
      }
    }
    guard let place = saved.place?.place else { return effects }
    hasActed = true
    focus = place.focus
    followsList = place.focus == .list && place.listRow.map { .row($0) } == place.key
    rearrange()
    visited = place
    return effects + open(place.key, .place(place))
  }

  /// Forgets where the reader was: all cables, no history, the panes as they come.
  mutating func resetSession() -> [Effect] {
    choice = PaneChoice()
    list.order = .newestFirst
    history = History()
    visited = nil
    focus = .list
    followsList = true
    rearrange()
    say("Begun anew")
    return search("") + previewSelection()
  }
}
