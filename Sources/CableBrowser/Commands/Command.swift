/// One thing a reader can ask for.
///
/// The table `Command.all` is the one source of what there is to do: the default keys, the command line and its
/// completion, the palette, the footer, help, `docs/keys.md`, the manual page and the check of configurations are made
/// from it.
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
    case resetSession = "reset-session"
    case importFiles = "import"
    case archive
    case stop
    case find
    case toggleExpression = "toggle-expression"
    case goTo = "goto"
    case history
    case peek
    case searchSelected = "lookup"
    case nextTab = "next-tab"
    case previousTab = "previous-tab"
    case mark
    case goToMark = "go-to-mark"
    case explain
    case tree
    case compare
    case pager
    case editor
    case pipe
    case save
    case saveOver = "save-over"
    case bookmark
    case label
    case note
    case unread
    case pick
    case pickAll = "pick-all"
    case saveSearch = "save-search"
    case forgetSearch = "forget-search"
    case searches = "queries"
    case kept
    case export
    case exportOver = "export-over"
    case copy
    case keepSearch = "keep-search"
    case restoreSearch = "restore-search"
    case earlierSearch = "earlier-search"
    case laterSearch = "later-search"
    case choose
    case facets
    case chart
    case include
    case exclude
    case nextFacet = "next-facet"
    case previousFacet = "previous-facet"
    case narrowToChoice = "narrow-to-choice"
    case clearNarrowing = "clear-narrowing"
    case date
    case passages
    case sort
    case percent
    case commandLine = "command-line"
    case palette
    case accept
    case cancel
    case complete
    case completeBack = "complete-back"
    case earlierLine = "earlier-line"
    case laterLine = "later-line"
    case filter
    case messages
    case set
    case bind
    case unbind
    case color
    case source
    case reload
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
    /// The values of a facet lie over the panes.
    case facets
    /// The chart of months lies over the panes.
    case chart
    /// The two ends of a reference lie over the panes.
    case ends
    /// The command line is being typed into.
    case command
    /// The filter of the palette or of help is being typed into.
    case filter
    /// What to find in the cable is being typed.
    case find

    /// The heading in help.
    public var title: String {
      switch self {
      case .list: "In the list"
      case .detail: "In the cable"
      case .search: "In the search bar"
      case .overlay: "In help and messages"
      case .picker: "In a choice of links"
      case .facets: "In facets"
      case .chart: "In the chart of months"
      case .ends: "With the two ends of a reference"
      case .command: "On the command line"
      case .filter: "In a filter"
      case .find: "While finding in the cable"
      }
    }

    /// Whether characters are text there, and so can't be keys of commands.
    public var takesText: Bool { [.search, .command, .filter, .find].contains(self) }
  }

  /// The heading a command stands under in help.
  public enum Group: String, Sendable, CaseIterable {
    case move = "Move"
    case read = "Read"
    case search = "Search"
    case narrow = "Narrow and sort"
    case links = "Links and history"
    case keeping = "Bookmarks, labels, notes"
    case outside = "Programs, files, clipboard"
    case panes = "Panes"
    case application = "Application"
    case configuration = "Configuration"
  }

  /// A key that a command comes with.
  public struct Binding: Sendable, Hashable {
    /// Where the key acts.
    public let contexts: Set<Context>
    /// The key or keys, in key notation.
    public let key: String
    /// What the command is given, as it would be typed.
    public let arguments: String
  }

  /// Keys of a command that act in the same places.
  public struct KeyGroup: Sendable {
    /// Where they act.
    public let contexts: Set<Context>
    /// The keys in key notation, the most telling first.
    public fileprivate(set) var keys: [String]

    /// The keys as a reader knows them.
    public var readable: String { keys.map(\.readableKey).joined(separator: " ") }
  }

  /// The name.
  public let id: ID
  /// Other names that can be typed.
  public let aliases: [String]
  /// The heading in help.
  public let group: Group
  /// What it does, one line.
  public let summary: String
  /// A word or two for the footer; nil keeps it out of there.
  public let hint: String?
  /// Where it makes sense.
  public let contexts: Set<Context>
  /// What can or must follow its name.
  public let arguments: [Argument]
  /// The keys it comes with, the most telling first.
  public let bindings: [Binding]

  /// The keys it comes with, in key notation, each once.
  public var keys: [String] {
    var keys: [String] = []
    for binding in bindings where !keys.contains(binding.key) { keys.append(binding.key) }
    return keys
  }

  /// The keys it comes with, those that act in the same places together; without keys a group of none.
  public var keyGroups: [KeyGroup] {
    var groups: [KeyGroup] = []
    for binding in bindings {
      if let index = groups.firstIndex(where: { $0.contexts == binding.contexts }) {
        groups[index].keys.append(binding.key)
      } else {
        groups.append(KeyGroup(contexts: binding.contexts, keys: [binding.key]))
      }
    }
    return groups.isEmpty ? [KeyGroup(contexts: contexts, keys: [])] : groups
  }

  /// The name and what follows it, `set [NAME [VALUE]]`.
  public var usage: String {
    var closing = ""
    var usage = id.rawValue
    for argument in arguments {
      usage += argument.isRequired ? " \(argument.name)" : " [\(argument.name)"
      if !argument.isRequired { closing += "]" }
    }
    return usage + closing
  }
}
