internal import CNCurses
internal import Glibc

/// The terminal of the process: events in, surfaces out.
///
/// For the main thread only. There is one at a time, because signals and ncurses are one a process.
/// However the process ends while it is open, the user's terminal comes back as it was.
///
///     let terminal = try Terminal.open()
///     defer { terminal.close() }
///     while isRunning {
///       terminal.draw(screen(terminal.size))
///       for event in terminal.waitForEvents() { handle(event) }
///     }
public final class Terminal {
  // Only the main thread opens terminals, as it does everything else with them.
  private nonisolated(unsafe) static var isOneOpen = false

  /// The cells of the screen; at least one by one.
  public private(set) var size: Size
  /// The colours that can be shown: 0 for a terminal without, or when they are not wanted.
  public let colors: Int
  /// Wakes `waitForEvents()` from any thread.
  public let waker = Waker()

  /// Told before the process is stopped (true) and when it goes on; not of a stop that can't be caught.
  public var stopObserver: ((Bool) -> Void)?

  let tty: Int32
  private var decoder: InputDecoder
  private var painter: ScreenPainter
  private var cursor: Point?
  private var waitingEvents: [TerminalEvent] = []
  /// When the last bytes came.
  private var lastInput = ContinuousClock.now
  private var isOpen = true
  private var isLost = false
  private let modes: TerminalModes
  private let escapeDelay: Int32

  /// Takes the terminal of the process.
  ///
  /// - Throws: Why there is none to work with; nothing has been written to it then.
  public static func open(
    _ options: TerminalOptions = TerminalOptions()
  ) throws(TerminalError) -> Terminal {
    guard !isOneOpen else { throw TerminalError(.alreadyOpen, "The terminal is in use already.") }
    let tty = Glibc.open(options.device, O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard tty >= 0 else {
      throw TerminalError(.noTerminal, "There is no terminal to draw on.")
    }
    do {
      let terminal = try Terminal(options, tty: tty)
      isOneOpen = true
      return terminal
    } catch {
      Glibc.close(tty)
      throw error
    }
  }

  private init(_ options: TerminalOptions, tty: Int32) throws(TerminalError) {
    try Self.checkType(options.type, tty: tty)
    let isUTF8 = tui_use_utf8() != 0
    var error = tui_signals_install()
    if error == 0 { error = tui_screen_open(options.type, tty) }
    guard error == 0 else {
      tui_signals_restore()
      throw TerminalError(
        .system, "The terminal cannot be used: \(String(cString: strerror(error))).")
    }
    let isColored = options.usesColor ?? (environment("NO_COLOR") ?? "").isEmpty
    colors = isColored ? Int(tui_colors()) : 0
    let palette = Palette(colors: colors, hasItalic: tui_has("sitm") != 0)
    painter = ScreenPainter(palette: palette, isUTF8: isUTF8)
    decoder = InputDecoder(
      keys: KeySequence.all { name in tui_string(name).map { Array(String(cString: $0).utf8) } })
    escapeDelay = environment("ESCDELAY").flatMap { Int32($0) }.map { min(max($0, 1), 1_000) } ?? 25
    modes = TerminalModes(tty: tty)
    self.tty = tty
    size = Self.systemSize(tty)
    isMouseEnabled = options.isMouseEnabled
    tui_screen_resize(Int32(size.rows), Int32(size.columns))
    modes.switchOn(mouse: isMouseEnabled)
  }

  deinit {
    close()
  }

  /// Whether the mouse is reported; without, the user's terminal selects text with it.
  public var isMouseEnabled: Bool {
    didSet {
      if isOpen, isMouseEnabled != oldValue { modes.setMouse(isMouseEnabled) }
    }
  }

  // MARK: - Events

  /// Sleeps until something happens and returns all that did, the first first.
  ///
  /// It takes no processor time while nothing happens. A stop from outside (SIGTSTP) is carried out
  /// in here. Once the terminal is lost or the process was told to end, that is what it returns, at
  /// once, each time.
  ///
  /// - Returns: At least one event.
  public func waitForEvents() -> [TerminalEvent] {
    while waitingEvents.isEmpty {
      if isLost || !isOpen { return [.terminate(signal: SIGHUP)] }
      let found = tui_wait(tty, patience)
      if found & Int32(TUI_WAIT_INPUT) == 0, patience == 0 { waitingEvents += decoder.flush() }
      if found & Int32(TUI_WAIT_SIGNAL) != 0 { takeSignals() }
      if found & Int32(TUI_WAIT_INPUT) != 0 { read() }
      if found & Int32(TUI_WAIT_LOST) != 0 { lose() }
    }
    let events = waitingEvents.coalesced()
    waitingEvents = []
    return events
  }

  /// Milliseconds until an open sequence is not going to be completed; -1 when none is open.
  ///
  /// They count from the last input: a worker that wakes the loop all the time must not keep an
  /// Escape from being a key.
  private var patience: Int32 {
    guard let waiting = decoder.waiting else { return -1 }
    let limit: Int32 =
      switch waiting {
      case .escape: escapeDelay
      case .sequence: max(escapeDelay, 250)
      // A lost end of a paste must not make the program deaf for ever. It is long, because what
      // comes after a break would run as commands.
      case .paste: 10_000
      }
    let passed = (ContinuousClock.now - lastInput) / Duration.milliseconds(1)
    return Int32(max(0, (Double(limit) - passed).rounded(.up)))
  }

  private func read() {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    repeat {
      let count = Glibc.read(tty, &bytes, bytes.count)
      if count < 0, errno == EINTR || errno == EAGAIN { return }
      guard count > 0 else {
        lose()
        return
      }
      lastInput = .now
      waitingEvents += decoder.feed(bytes[..<count])
    } while tui_wait(tty, 0) == Int32(TUI_WAIT_INPUT)
  }

  private func takeSignals() {
    let signals = Int32(bitPattern: tui_signals_take())
    func came(_ event: Int) -> Bool { signals & Int32(event) != 0 }
    if came(TUI_STOP) { stop(wholeGroup: false) }
    if came(TUI_CONTINUED), !came(TUI_STOP) {
      // Stopped in a way that let us do nothing before (SIGSTOP): the shell had the terminal.
      leave()
      resume()
    }
    if came(TUI_RESIZED) { checkSize() }
    if came(TUI_WOKEN) { waitingEvents.append(.wake) }
    if came(TUI_INTERRUPTED) { waitingEvents.append(.interrupt) }
    if came(TUI_TERMINATED) { waitingEvents.append(.terminate(signal: SIGTERM)) }
    if came(TUI_HUNG_UP) { waitingEvents.append(.terminate(signal: SIGHUP)) }
  }

  private func lose() {
    guard !isLost else { return }
    isLost = true
    waitingEvents.append(.terminate(signal: SIGHUP))
  }

  // MARK: - Drawing

  /// Shows a surface, sending only what changed, and the cursor at a cell, or none for nil.
  ///
  /// - Complexity: O(n) in the cells.
  public func draw(_ surface: Surface, cursor: Point? = nil) {
    guard isOpen, !isLost else { return }
    painter.paint(surface, on: size)
    self.cursor = cursor
    show()
  }

  /// Paints the whole screen again, after another program has written on it.
  public func redraw() {
    guard isOpen, !isLost else { return }
    tui_forget_screen()
    show()
  }

  private func show() {
    let place = cursor.flatMap { Rect(size).contains($0) ? $0 : nil }
    tui_show(Int32(place?.row ?? -1), Int32(place?.column ?? -1))
  }

  private static func systemSize(_ tty: Int32) -> Size {
    var rows: Int32 = 1
    var columns: Int32 = 1
    tui_screen_size(tty, &rows, &columns)
    return Size(columns: Int(columns), rows: Int(rows))
  }

  /// Takes over a changed size; the screen is empty until the next `draw`.
  private func checkSize() {
    let now = Self.systemSize(tty)
    guard now != size else { return }
    size = now
    tui_screen_resize(Int32(now.rows), Int32(now.columns))
    painter.forget()
    waitingEvents.append(.resize(now))
  }

  // MARK: - Leaving and coming back

  /// Stops the process as Ctrl-Z does a program that knows nothing of terminals.
  ///
  /// The whole process group is stopped, so that the shell also sees a script or a `make` around it
  /// stop. It returns when the user brings the process back to the foreground; the screen is painted
  /// again then, and a `TerminalEvent.resumed` (and, where it changed, the size) comes next.
  public func suspend() {
    guard isOpen, !isLost else { return }
    stop(wholeGroup: true)
  }

  private func stop(wholeGroup: Bool) {
    stopObserver?(true)
    leave()
    tui_stop(wholeGroup ? 1 : 0)
    resume()
    stopObserver?(false)
  }

  /// Gives the terminal to the shell or another program.
  func leave() {
    modes.switchOff()
    tui_screen_leave()
  }

  /// Takes the terminal back from whoever had it.
  func resume() {
    comeBack()
    waitingEvents.append(.resumed)
  }

  /// Takes the terminal back and paints it as it was.
  func comeBack() {
    tui_screen_resume()
    modes.switchOn(mouse: isMouseEnabled)
    checkSize()
    redraw()
  }

  /// Gives the terminal back as it was; what comes after has no effect.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    if !isLost { modes.switchOff() }
    tui_screen_close()
    tui_signals_restore()
    Glibc.close(tty)
    Self.isOneOpen = false
  }

  private static func checkType(_ type: String?, tty: Int32) throws(TerminalError) {
    let name = type ?? environment("TERM") ?? ""
    let hint = "try TERM=xterm-256color"
    switch Int(tui_check_type(type, tty)) {
    case TUI_TYPE_UNKNOWN where name.isEmpty:
      throw TerminalError(.unknownType, "The terminal type is not set (TERM); \(hint).")
    case TUI_TYPE_UNKNOWN:
      throw TerminalError(.unknownType, "The terminal type \"\(name)\" is not known here; \(hint).")
    case TUI_TYPE_DUMB:
      throw TerminalError(
        .dumbTerminal, "A terminal of type \"\(name)\" cannot place its cursor; \(hint).")
    default: return
    }
  }
}

/// The value of an environment variable, nil where it is not set.
func environment(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}
