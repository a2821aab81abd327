public import CableArchive
public import CableNotebook
import Dispatch
public import TerminalUI

/// The browser without a terminal: keys in, screens out, for scripts, bug reports and tests.
public final class HeadlessBrowser {
  private let session: BrowserSession
  private var state: BrowserState

  /// Opens a collection; returns when all is read.
  ///
  /// - Throws: `NothingToBrowse` where there is no cable at all; `ArchiveError` if the archive can't be opened.
  public convenience init(
    _ collection: CableCollection, size: Size, configuration: Configuration = .standard,
    notebook: NotebookFile? = nil
  ) throws {
    try self.init(
      collection, size: size, configuration: configuration, restoring: nil, notebook: notebook)
  }

  /// Opens a collection, of which no more than so many bytes are read into memory, where it was left.
  init(
    _ collection: CableCollection, size: Size, limit: Int = CollectionLoader.usualLimit,
    configuration: Configuration = .standard, restoring saved: SavedSession?,
    notebook: NotebookFile? = nil, tracksReading: Bool = false
  ) throws {
    let condition = WakeCondition()
    session = try BrowserSession(collection, limit: limit, notebook: notebook) { condition.wake() }
    self.condition = condition
    state = BrowserState(size: size)
    state.adopt(configuration)
    state.adopt(collection, home: "your archive")
    try session.start()
    state.tracksReading = tracksReading
    session.run([.readNotebook])
    if let saved { session.run(state.restore(saved)) }
    waitUntilIdle()
  }

  private let condition: WakeCondition

  /// Where the reader is, as it would be kept.
  var saved: SavedSession { SavedSession(state) }

  /// Whether what is saved is written; not where keys are typed at random.
  package var writesFiles = true

  /// Whether the keys so far have quit the browser.
  public var hasQuit: Bool { state.hasQuit }

  /// Sends keys, each answered in full before the next.
  public func send(_ keys: [Key]) {
    for key in keys where !state.hasQuit {
      handle(.key(key))
      waitUntilIdle()
    }
  }

  /// Sends keys without waiting in between, as fast typing does; returns when all is answered.
  package func sendFast(_ keys: [Key]) {
    for key in keys where !state.hasQuit { handle(.key(key)) }
    waitUntilIdle()
  }

  /// Changes the size of the screen.
  public func resize(to size: Size) {
    handle(.resize(size))
    waitUntilIdle()
  }

  /// Pastes text.
  package func paste(_ text: String) {
    handle(.paste(text))
    waitUntilIdle()
  }

  /// Sends an event of the mouse.
  package func send(_ mouse: MouseEvent) {
    handle(.mouse(mouse))
    waitUntilIdle()
  }

  /// The screen as it stands.
  public var screen: Surface { BrowserScreen(state).draw().surface }

  /// Where the cursor stands, while something is typed.
  package var cursor: Point? { BrowserScreen(state).draw().cursor }

  /// What was put onto the clipboard last.
  package private(set) var clipboard: String?
  /// The program that would have had the terminal last, and what it was given.
  package private(set) var program: (command: String, input: [UInt8])?

  /// What the reader makes of a note in the editor.
  package var editNote: ((String) -> String)?

  private func handle(_ event: BrowserEvent) {
    let effects = state.handle(event)
    for effect in effects {
      switch effect {
      case .copy(let text): clipboard = text
      case .editNote(let name, let text):
        program = (ProgramRun.editor, Array(text.utf8))
        if let edited = editNote?(text) { session.mailbox.post(.noteWritten(name, edited)) }
      case .runProgram(let run):
        switch run.input {
        case .piped(let bytes), .copy(let bytes, _): program = (run.command, bytes)
        }
      case .importFiles:
        session.mailbox.post(.importSaid("Nothing is imported without a terminal"))
        session.mailbox.post(.importEnded(.status(1)))
      default: break
      }
    }
    session.run(
      effects.filter { effect in
        switch effect {
        case .importFiles: false
        case .save, .export: writesFiles
        default: true
        }
      })
  }

  private func waitUntilIdle() {
    while true {
      // Asked first: whatever is idle by now has posted its result.
      let isIdle = session.isIdle
      let events = session.mailbox.drain()
      for event in events { handle(event) }
      if isIdle && events.isEmpty { return }
      if events.isEmpty { condition.wait() }
    }
  }
}

/// Lets a thread wait until another has something for it.
private final class WakeCondition: Sendable {
  private let semaphore = DispatchSemaphore(value: 0)

  func wake() { semaphore.signal() }

  func wait() { semaphore.wait() }
}
