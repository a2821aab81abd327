/// One thing a reader can ask for.
///
/// The table `Command.all` is the one source of what there is to do: key dispatch, the footer, help and
/// `docs/keys.md` are made from it.
public struct Command: Sendable, Identifiable {
  /// The name of a command, as typed and as written in documents.
  public enum ID: String, Sendable, CaseIterable {
    case down
    case up
    case pageDown = "page-down"
    case pageUp = "page-up"
    case halfPageDown = "half-page-down"
    case halfPageUp = "half-page-up"
    case top
    case bottom
    case open
    case focusList = "focus-list"
    case focusDetail = "focus-detail"
    case switchPane = "switch-pane"
    case stack
    case maximise
    case widen
    case narrow
    case nextCable = "next-cable"
    case previousCable = "previous-cable"
    case original
    case warnings
    case versions
    case search
    case nextHit = "next-hit"
    case previousHit = "previous-hit"
    case nextLink = "next-link"
    case previousLink = "previous-link"
    case follow
    case links
    case back
    case forward
    case help
    case redraw
    case mouse
    case suspend
    case interrupt
    case peel
    case close
    case quit
    case keepSearch = "keep-search"
    case restoreSearch = "restore-search"
    case earlierSearch = "earlier-search"
    case laterSearch = "later-search"
    case choose
  }

  /// Where the keys of a command act.
  public enum Context: String, Sendable, CaseIterable {
    /// The list of cables has the focus.
    case list
    /// The cable has the focus.
    case detail
    /// The search bar is being typed into.
    case search
    /// Help or another text lies over the panes.
    case overlay
    /// A choice lies over the panes.
    case picker

    /// The heading in help.
    public var title: String {
      switch self {
      case .list: "In the list"
      case .detail: "In the cable"
      case .search: "In the search bar"
      case .overlay: "In help and messages"
      case .picker: "In a choice of links"
      }
    }
  }

  /// The heading a command stands under in help.
  public enum Group: String, Sendable, CaseIterable {
    case move = "Move"
    case read = "Read"
    case search = "Search"
    case links = "Links and history"
    case panes = "Panes"
    case application = "Application"
  }

  /// The name.
  public let id: ID
  /// The heading in help.
  public let group: Group
  /// What it does, one line.
  public let summary: String
  /// A word or two for the footer; nil keeps it out of there.
  public let hint: String?
  /// Where its keys act.
  public let contexts: Set<Context>
  /// The keys it comes with, in key notation, the most telling first.
  public let keys: [String]
}
