public import CableArchive
public import CableNotebook
import Glibc
import Synchronization
public import TerminalUI

/// The browser on a terminal.
public enum Browser {
  /// How the browser was left.
  public enum Exit: Sendable {
    /// By the reader.
    case quit
    /// By the reader, who was not shown a single cable, because none could be read; a sentence.
    case unreadable(String)
    /// By a signal, or because the terminal is gone.
    case terminated(signal: Int32)
    /// For another collection, which is to be opened in its place.
    case opening(Departure)
  }

  /// Opens a collection, and browses it until the reader leaves.
  ///
  /// Runs on the thread that owns the terminal, the main thread.
  ///
  /// - Parameters:
  ///   - collection: What is browsed.
  ///   - home: The archive that files are imported into where the reader names none.
  ///   - options: How the terminal is used.
  ///   - configuration: Keys, settings and looks.
  ///   - sessionFile: Where the reader's place is kept; nil keeps nothing, nor what is read.
  ///   - departure: What the reader takes along from another collection; nil where this is the first.
  ///   - notebook: Where bookmarks, labels, notes and saved searches are kept; nil keeps them until the browser is left.
  ///   - tell: Told what there is to say once the terminal is the shell's again.
  /// - Returns: How it was left.
  /// - Throws: `NothingToBrowse` where there is no cable at all; `TerminalError` where there is no terminal that can
  ///   be drawn on; `ArchiveError` if the archive can't be opened.
  public static func run(
    _ collection: CableCollection, home: String, options: TerminalOptions = TerminalOptions(),
    configuration: Configuration = .standard, session sessionFile: SessionFile? = nil,
    arriving departure: Departure? = nil, notebook: NotebookFile? = nil,
    tell: (String) -> Void = { _ in }
  ) throws -> Exit {
    let wake = LateWake()
    let session = try BrowserSession(collection, notebook: notebook) { wake.wake() }
    defer {
      let isImporting = session.isImporting
      session.stop()
      if isImporting { tell("The import was stopped; the same import goes on from there.") }
    }
    // Before the terminal is touched: if there is nothing to browse, the shell's screen stays as it is.
    try session.start()
    let terminal = try Terminal.open(options)
    defer { terminal.close() }
    wake.connect(terminal.waker)
    var state = BrowserState(size: terminal.size)
    state.colors = terminal.colors
    state.adopt(configuration)
    state.isMouseEnabled = options.isMouseEnabled && state.isMouseEnabled
    terminal.isMouseEnabled = state.isMouseEnabled
    state.adopt(collection, home: home)
    state.tracksReading = sessionFile != nil
    state.hasNotebookFile = notebook != nil
    session.run([.readNotebook])
    if let departure {
      session.run(state.arrive(from: departure))
      terminal.isMouseEnabled = state.isMouseEnabled
    } else if let saved = sessionFile?.read() {
      session.run(state.restore(saved))
    }
    terminal.stopObserver = { session.pauseImport($0) }
    // Whatever ends the browser but a crash.
    defer { sessionFile?.write(SavedSession(state)) }
    var next: Departure?
    while true {
      for event in terminal.waitForEvents() {
        if case .terminate(let signal) = event { return .terminated(signal: signal) }
        guard let event = BrowserEvent(event) else { continue }
        next = next ?? carryOut(state.handle(event), &state, session, terminal)
      }
      for event in session.mailbox.drain() {
        next = next ?? carryOut(state.handle(event), &state, session, terminal)
      }
      if let next { return .opening(next) }
      if state.hasQuit { return state.unreadable.map { .unreadable($0) } ?? .quit }
      let (surface, cursor) = BrowserScreen(state).draw()
      terminal.draw(surface, cursor: cursor)
    }
  }

  /// Wakes a terminal that may not be open yet; what came before is drained when the loop begins.
  private final class LateWake: Sendable {
    private let waker = Mutex<Waker?>(nil)

    func wake() { waker.withLock { $0 }?.wake() }

    func connect(_ waker: Waker) {
      self.waker.withLock { $0 = waker }
      waker.wake()
    }
  }

  /// Carries out effects; answers what is to be browsed instead, if an effect leads there.
  private static func carryOut(
    _ effects: [Effect], _ state: inout BrowserState, _ session: BrowserSession,
    _ terminal: Terminal
  ) -> Departure? {
    var next: Departure?
    for effect in effects {
      switch effect {
      case .redraw: terminal.redraw()
      case .takeMouse(let isTaken): terminal.isMouseEnabled = isTaken
      case .suspend: terminal.suspend()
      case .copy(let text): terminal.copyToClipboard(text)
      case .runProgram(let run):
        if let remark = carryOut(run, terminal) { session.mailbox.post(.troubled(remark)) }
      case .editNote(let name, let text):
        session.mailbox.post(editNote(on: name, text, terminal))
      case .browseArchive(let path):
        do throws(ArchiveError) {
          next = try Departure(state, from: session.archive, to: path)
        } catch {
          state.complain(error.sentence)
        }
      default: session.run([effect])
      }
    }
    return next
  }

  /// Runs a program; answers what is to be said of how it ended.
  private static func carryOut(_ run: ProgramRun, _ terminal: Terminal) -> String? {
    do {
      switch run.input {
      case .piped(let bytes):
        return run.remark(
          status: try terminal.runProgram(run.arguments(file: nil), input: bytes))
      case .copy(let bytes, let name):
        let copy = try TemporaryCopy(bytes, name: name)
        defer { copy.remove() }
        return run.remark(status: try terminal.runProgram(run.arguments(file: copy.path)))
      }
    } catch {
      return "\(error)"
    }
  }

  /// Has a note written in the reader's editor.
  private static func editNote(
    on name: String, _ text: String, _ terminal: Terminal
  ) -> BrowserEvent {
    let run = ProgramRun(command: ProgramRun.editor, input: .piped([]))
    let note: EditedNote
    do throws(TemporaryCopy.Failure) {
      note = try EditedNote(on: name, text)
    } catch {
      return .troubled("\(error)")
    }
    do throws(TerminalError) {
      return note.finish(
        run.remark(status: try terminal.runProgram(run.arguments(file: note.path))))
    } catch {
      return note.finish("\(error)")
    }
  }
}

extension BrowserEvent {
  /// What a terminal's event means to the browser; nil for one that only calls for drawing.
  init?(_ event: TerminalEvent) {
    switch event {
    case .key(let key): self = .key(key)
    case .paste(let text): self = .paste(text)
    case .resize(let size): self = .resize(size)
    case .interrupt: self = .interrupt
    case .mouse(let mouse): self = .mouse(mouse)
    case .resumed, .wake, .terminate: return nil
    }
  }
}
