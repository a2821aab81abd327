internal import Glibc
public import TerminalUI

/// A real terminal: a shell in a tmux server of the test's own, gone with the value.
///
/// Tests never sleep: they wait until the screen, or anything else, is as it should be, and look
/// again whenever the terminal has been written to.
public final class TmuxTerminal {
  /// What did not happen in time, with the screen as it was then.
  public struct Timeout: Error, CustomStringConvertible {
    /// A sentence, and the screen.
    public let description: String
  }

  /// The state of the terminal that a program has to give back.
  public struct Flags: Equatable, Sendable, CustomStringConvertible {
    /// Whether the alternate screen is shown.
    public var isAlternate: Bool
    /// Whether the cursor is shown.
    public var hasCursor: Bool
    /// Whether the mouse is reported.
    public var hasMouse: Bool
    /// Whether the arrow keys are in application mode.
    public var hasKeypad: Bool

    /// How a shell has it.
    public static let shell = Flags(
      isAlternate: false, hasCursor: true, hasMouse: false, hasKeypad: false)

    /// The flags by name.
    public var description: String {
      "alternate \(isAlternate), cursor \(hasCursor), mouse \(hasMouse), keypad \(hasKeypad)"
    }
  }

  /// What the shell asks with; the blank after it is not on the captured screen.
  private static let prompt = "shell>"
  /// Seconds until a wait is given up; far more than anything takes, even on a busy machine.
  private static let patience = 20.0

  private let folder: TemporaryFolder
  private let socket: String
  private let tap: Int32
  private var output: String { folder.path + "/output" }

  /// Starts a shell on a terminal, and waits for its prompt.
  ///
  /// - Parameters:
  ///   - size: The size of the terminal.
  ///   - environment: Variables of the shell beside its few own.
  /// - Throws: `Timeout` when no prompt comes; what kept tmux from starting.
  public init(
    _ size: Size = Size(columns: 80, rows: 24), environment: [String: String] = [:]
  ) throws {
    folder = try TemporaryFolder()
    socket = folder.path + "/socket"
    let pipe = folder.path + "/tap"
    mkfifo(pipe, 0o600)
    tap = open(pipe, O_RDWR | O_NONBLOCK | O_CLOEXEC)
    // As little as possible from whoever runs the tests: the rest must not depend on them.
    var variables = [
      "PATH": getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin",
      "HOME": folder.path, "LANG": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no",
      "PS1": Self.prompt + " ", "HISTFILE": "/dev/null",
      "TMUX": "\(socket),0,0",
    ]
    variables.merge(environment) { $1 }
    let settings = variables.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    try tmux(
      ["start-server", ";", "set-option", "-g", "status", "off", ";"]
        + ["set-option", "-g", "escape-time", "0", ";"]
        + ["set-option", "-s", "set-clipboard", "on", ";"]
        + ["set-option", "-g", "default-terminal", "tmux-256color", ";"]
        + ["new-session", "-d", "-c", folder.path, "-x", "\(size.columns)", "-y", "\(size.rows)"]
        + ["env", "-i", "TERM=tmux-256color"] + settings
        + ["bash", "--norc", "--noprofile", "-i"])
    try tmux(["pipe-pane", "-o", "exec cat > '\(pipe)'"])
    try wait("the prompt of the shell") { $0.hasPrefix(Self.prompt) }
  }

  deinit {
    _ = try? tmux(["kill-server"])
    close(tap)
  }

  // MARK: - Doing

  /// Types a line for the shell.
  public func run(_ line: String) throws {
    try type(line)
    // Entered once it is seen: from then on an empty prompt means that the command is over.
    // Where the line is wrapped at a blank, the screen has lost it.
    let typed = line.filter { !$0.isWhitespace }
    try wait("the line to stand behind the prompt") {
      $0.filter { !$0.isWhitespace }.hasSuffix(typed)
    }
    try press("Enter")
  }

  /// Types text as it is; control characters are sent as bytes.
  public func type(_ text: String) throws {
    let bytes = text.utf8.map { String($0, radix: 16) }
    try tmux(["send-keys", "-H"] + bytes)
  }

  /// Presses keys, by tmux's names: `Enter`, `C-z`, `PPage`.
  public func press(_ keys: String...) throws {
    try tmux(["send-keys"] + keys)
  }

  /// Pastes text as the user's terminal does.
  public func paste(_ text: String) throws {
    try tmux(["set-buffer", text, ";", "paste-buffer", "-p"])
  }

  /// Gives the terminal a size.
  public func resize(_ size: Size) throws {
    try tmux(["resize-window", "-x", "\(size.columns)", "-y", "\(size.rows)"])
  }

  /// Closes the window over what runs in it.
  public func closeWindow() throws {
    try tmux(["kill-session"])
  }

  /// Writes onto the screen past the program that has it, as a stray message does.
  public func scribble(_ text: String) throws {
    let path = try value(of: "pane_tty")
    let file = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC)
    defer { close(file) }
    let bytes = Array(text.utf8)
    _ = write(file, bytes, bytes.count)
  }

  // MARK: - Looking

  /// The screen as text, blanks at the ends of rows left out.
  public func screen() throws -> String {
    try tmux(["capture-pane", "-p"])
  }

  /// The screen as text with the sequences that make its colours and attributes.
  public func styledScreen() throws -> String {
    try tmux(["capture-pane", "-p", "-e"])
  }

  /// The state that programs switch.
  public func flags() throws -> Flags {
    let text = try value(of: "alternate_on} #{cursor_flag} #{mouse_any_flag} #{keypad_cursor_flag")
    let values = text.split(separator: " ").map { $0 == "1" }
    return Flags(
      isAlternate: values[0], hasCursor: values[1], hasMouse: values[2], hasKeypad: values[3])
  }

  /// The process id of the program that the shell runs under a name.
  public func process(named name: String) throws -> Int32 {
    try process(named: name, of: Int32(value(of: "pane_pid")) ?? 0)
  }

  /// The process id of a program that another process has started.
  public func process(named name: String, of parent: Int32) throws -> Int32 {
    let found = try ProgramOutput.of(
      ["pgrep", "-x", "-P", "\(parent)", name], through: output)
    guard let process = Int32(found.prefix { $0.isNumber }) else {
      throw Timeout(description: "no process named \(name)")
    }
    return process
  }

  /// What was put onto the clipboard last.
  public func clipboard() throws -> String {
    try tmux(["show-buffer"])
  }

  // MARK: - Waiting

  /// Waits until the screen holds a text.
  public func wait(for text: String) throws {
    try wait("“\(text)” on the screen") { $0.contains(text) }
  }

  /// Waits until the screen is as it should be.
  ///
  /// - Parameters:
  ///   - goal: What is waited for, for the message.
  ///   - isReached: Looks at the screen.
  /// - Throws: `Timeout` when it takes too long.
  public func wait(_ goal: String, until isReached: (String) throws -> Bool) throws {
    let start = ContinuousClock.now
    while true {
      let screen = (try? screen()) ?? "(no screen)"
      if try isReached(screen) { return }
      if ContinuousClock.now - start > .seconds(Self.patience) {
        throw Timeout(description: "waited in vain for \(goal); the screen:\n\(screen)")
      }
      waitForOutput()
    }
  }

  /// Waits until a program that the shell ran has ended, and the terminal is the shell's again.
  ///
  /// - Returns: The exit status of the program.
  public func waitForShell() throws -> Int {
    try wait("the shell to have the terminal again") {
      try $0.split(separator: "\n").last?.trimmingSuffix(" ") == Self.prompt.trimmingSuffix(" ")
        && flags() == .shell
    }
    try run("echo status=$?.")
    var status: Int?
    try wait("the status of the program") { screen in
      let line = screen.split(separator: "\n").last { $0.hasPrefix("status=") }
      status = line.flatMap { Int($0.dropFirst("status=".count).prefix { $0.isNumber }) }
      return status != nil
    }
    return status ?? -1
  }

  /// Waits until the terminal is written to, or a moment has passed for what leaves no mark there.
  private func waitForOutput() {
    var ready = pollfd(fd: tap, events: Int16(POLLIN), revents: 0)
    poll(&ready, 1, 100)
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while read(tap, &buffer, buffer.count) > 0 { continue }
  }

  private func value(of format: String) throws -> String {
    let value = try tmux(["display-message", "-p", "#{\(format)}"])
    return String(value.prefix { $0 != "\n" })
  }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let server = ["env", "-u", "TMUX", "tmux", "-u", "-S", socket, "-f", "/dev/null"]
    return try ProgramOutput.of(server + arguments, through: output)
  }
}

extension StringProtocol {
  /// The text without a character repeated at its end.
  fileprivate func trimmingSuffix(_ character: Character) -> String {
    var text = String(self)
    while text.last == character { text.removeLast() }
    return text
  }
}
