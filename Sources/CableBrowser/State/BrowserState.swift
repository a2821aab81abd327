import CableArchive
import CableNotebook
import TerminalUI

/// Everything the browser knows: a value that events change and screens draw.
struct BrowserState: Sendable {
  /// A line at the bottom of the screen.
  struct Message: Sendable, Equatable {
    enum Kind: Sendable {
      case note
      /// Stays until a key.
      case error
    }

    var text: String
    var kind = Kind.note
  }

  /// What is to be done with a page once it is loaded.
  enum Arrival: Sendable {
    /// A preview, from its top.
    case top
    case place(History.Place)
    case firstHit
    case lastHit
    case firstLink
    case lastLink
  }

  var size: Size
  /// The files that are read, and the archive they could be imported into; nil for an archive.
  var files: (paths: [String], home: String)?
  /// The archive that is browsed; nil for files.
  var archive: String?
  /// The import that was begun from here last.
  var importing: ImportState?
  /// The import before it, until it has begun to write.
  var importedBefore: ImportState?
  var focus = Focus.list
  var list = ListState()
  var detail = DetailState()
  var searchBar: SearchBar?
  var overlay: Overlay?
  var history = History()
  /// Places with a letter, and the one before the last jump.
  var marks: [String: History.Place] = [:]
  var placeBefore: History.Place?
  /// What pages that were shown are called.
  var pageTitles: [Page.Key: String] = [:]
  /// The last place that was opened or followed to, while the list previews others.
  var visited: History.Place?
  var message: Message?
  /// What is being typed to be found in the cable.
  var finding: FindEntry?
  /// What was found before, latest last.
  var pastFinds: [String] = []
  /// The command line and what was said.
  var console = Console()
  var loading = Loading()
  /// Cables in the archive.
  var cableCount = 0
  /// Searches that were kept, latest last.
  var pastSearches: [String] = []
  /// Finds the words of the query at hand.
  var finder = HitFinder(.all)

  /// What was found while the search at hand was typed, until its whole words are counted.
  var typedResult: TypedResult?
  /// What facets and charts put into queries, by the text of the query; values as terms of their own.
  var placed: [String: Set<String>] = [:]

  /// Keys of a sequence that is not complete.
  var pendingKeys: [Key] = []
  /// Digits typed before a command.
  var count: Int?

  /// Results of other generations than these are stale.
  var searchGeneration = 0
  var openGeneration = 0
  var facetGeneration = 0
  /// Row ids whose fetch is under way.
  var fetching: Set<Int64> = []
  /// The page that was asked for last; it is shown once it is loaded.
  var wantedKey: Page.Key?
  /// Whether the page asked for last has not arrived.
  var isOpening = false
  /// Whether the result of a new query has not arrived.
  var isSearching = false
  /// What was said when the query at hand failed; nil where it did not.
  var searchFailure: String?
  /// Whether any cable was shown.
  var hasShown = false
  /// The query whose result or count is taking long.
  var delayedGeneration: Int?
  /// The query whose result the list shows, as typed and as read.
  var shownQuery: (text: String, query: Query) = ("", .all)
  /// Commands typed ahead of what they act on.
  var waiting: [Waiting] = []
  var arrival = Arrival.top
  /// The row to select again when the result under way is there.
  var rowToKeep: Int64?
  /// Whether the search under way is that of the list once more, which stays as it is until all of the result is known.
  var isRelisting = false
  /// The first rows of a result that is known in part while the list stays as it is.
  var heldPage: [ListRow]?
  /// Whether the reader has done anything yet, or the last time is restored.
  var hasActed = false
  /// Whether the detail pane shows whatever is selected in the list; not while a page is read that was gone to.
  var followsList = true
  /// Whether the line between the panes is being moved with the mouse.
  var isDraggingDivider = false
  /// What the reader keeps, with the changes that are on their way to the disk.
  var notebook = Notebook()
  /// Changes that are on their way to the disk, the first made first.
  var underway: [Change] = []
  /// The note as it was when it was given to the editor.
  var noteSeen: String?
  /// Notes that could not be kept.
  var unkeptNotes: [String: String] = [:]
  /// Whether there is a file that what is kept goes to.
  var hasNotebookFile = true
  /// Whether what is read is kept when the browser is left.
  var tracksReading = false
  /// The cable whose reading was taken down last, until the list has the focus again.
  var readKey: Page.Key?
  /// The names of cables that are picked for what is done next, by row.
  var picked: [Int64: String] = [:]
  /// How far the writing of a result to a file is.
  var exporting: (written: Int, total: Int)?
  var hasQuit = false
  /// Keys, settings, looks.
  var configuration = Configuration.standard
  /// Colours that the terminal can show.
  var colors = 256

  /// Creates the state of a browser that has just started.
  init(size: Size) {
    self.size = size
  }

  var keymap: Keymap { configuration.keymap }

  /// How the panes share the room.
  var choice: PaneChoice {
    get { configuration.settings.panes }
    set { configuration.settings.panes = newValue }
  }

  /// Whether the browser takes the mouse; if not, the terminal selects text with it.
  var isMouseEnabled: Bool {
    get { configuration.settings.isMouseEnabled }
    set { configuration.settings.isMouseEnabled = newValue }
  }

  /// Rows of the screen that a cable of the list takes: with its best passage two.
  var rowHeight: Int { configuration.settings.showsPassages && !finder.isEmpty ? 2 : 1 }

  /// Cables that the list pane shows at once.
  var visibleRows: Int { layout.list.rows == 0 ? 0 : max(1, layout.list.rows / rowHeight) }

  /// Where everything stands.
  var layout: PaneLayout { PaneLayout(size: size, choice: choice, focus: focus) }

  /// Where keys go.
  var context: Command.Context {
    if console.line != nil { return .command }
    switch overlay {
    case .picker(let picker): return picker.isTyping ? .filter : .picker
    case .palette: return .filter
    case .help(let help): return help.isTyping ? .filter : .overlay
    case .text: return .overlay
    case .facets: return .facets
    case .chart: return .chart
    case .ends: return .ends
    case nil: break
    }
    if finding != nil { return .find }
    if searchBar != nil { return .search }
    return focus == .list ? .list : .detail
  }

  /// The place at hand, for the history.
  var place: History.Place? {
    detail.page.map {
      History.Place(
        key: $0.key, offset: detail.place, selectedLink: detail.selectedLink, view: detail.view,
        query: list.queryText, listRow: list.selectedRow?.rowID, focus: focus)
    }
  }

  mutating func say(_ text: String) {
    let note = Message(text: text)
    console.log.add(note)
    // An error stays until a key.
    if message?.kind != .error { message = note }
  }

  mutating func complain(_ text: String) {
    let error = Message(text: text, kind: .error)
    console.log.add(error)
    message = error
  }
}
