import Glibc
import TerminalUI
import TestSupport

/// The built program on a real terminal, browsing the seeds.
struct ReftelTerminal {
  /// The terminal, with a shell that runs the program.
  let terminal: TmuxTerminal

  /// The built program; it lies beside the tests.
  static let program: String = {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let path = String(
      decoding: buffer.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    return path.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/reftel"
  }()

  /// The command line that browses the seeds.
  static let browse = "\(program) \(Seeds.folder)"

  /// Starts the browser and waits until it shows all seeds.
  ///
  /// - Parameters:
  ///   - size: The size of the terminal.
  ///   - environment: Variables of the shell.
  ///   - variables: Set for the program alone, as before a command in a shell: `LANG=C`.
  /// - Throws: `TmuxTerminal.Timeout` when the seeds do not appear.
  init(
    _ size: Size = Size(columns: 80, rows: 24), environment: [String: String] = [:],
    variables: String = ""
  ) throws {
    terminal = try TmuxTerminal(size, environment: environment)
    try terminal.run("\(variables) \(Self.browse)")
    try terminal.wait(for: "5 cables")
    try terminal.wait(for: "¶1 (C) On September 6")
  }

  /// Searches and keeps the result: two cables, of which the first is shown.
  func searchLibya() throws {
    try terminal.type("/libya")
    try terminal.wait(for: "2 of 5 cables")
    try terminal.press("Enter")
    try terminal.wait(for: "─ 03ROME4715 · SECRET ────── 5 hits")
  }

  /// Goes from the list into the cable that is shown.
  func read() throws {
    try terminal.press("Enter")
    try terminal.wait(for: "Enter follow")
  }

  /// The process of the program.
  func process() throws -> pid_t {
    try terminal.process(named: "reftel")
  }

  /// The settings of the terminal line, as the shell has them.
  static func settings(of terminal: TmuxTerminal) throws -> Set<String> {
    let modes = "stty -a | grep -oE -- '-?(icanon|echo|isig|icrnl|opost)\\b'"
    try terminal.run("printf 'line: %s.\\n' \"$(\(modes) | tr '\\n' ' ')\"")
    var settings: Substring?
    try terminal.wait("the settings of the line") { screen in
      settings = screen.split(separator: "\n").last { $0.hasPrefix("line: ") && $0.hasSuffix(".") }
      return settings != nil
    }
    return Set(
      (settings ?? "").dropFirst("line: ".count).dropLast().split(separator: " ").map(String.init))
  }
}
