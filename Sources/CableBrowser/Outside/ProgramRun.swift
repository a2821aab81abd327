import Glibc

/// A program that is to have the terminal for a while.
struct ProgramRun: Sendable, Equatable {
  /// What it is given.
  enum Input: Sendable, Equatable {
    /// On its standard input.
    case piped([UInt8])
    /// In a file that it can only read, gone when it has ended.
    case copy([UInt8], name: String)
  }

  /// The command line, as a shell reads it.
  var command: String
  var input: Input
  /// Whether its output stays until Enter, because it may be over at once.
  var waits = false

  /// The editor that the reader prefers.
  static var editor: String { chosen("VISUAL") ?? chosen("EDITOR") ?? "vi" }

  /// What a variable of the environment names; nil where that is nothing.
  static func chosen(_ variable: String) -> String? {
    guard let value = getenv(variable).map({ String(cString: $0) }),
      value.contains(where: { $0 != " " })
    else { return nil }
    return value
  }

  /// The arguments of the shell that runs it; `file` is where a copy lies.
  func arguments(file: String?) -> [String] {
    if waits {
      let script = """
        trap : INT; ( eval "$1" ); status=$?; stty sane </dev/tty 2>/dev/null
        printf '\\n%s ended with status %d. Enter goes back. ' "$1" "$status"
        read -r answer </dev/tty; exit $status
        """
      return ["/bin/sh", "-c", script, "sh", command]
    }
    guard let file else { return ["/bin/sh", "-c", "exec \(command)"] }
    return ["/bin/sh", "-c", "exec \(command) \"$@\"", "sh", file]
  }

  /// What a reader has to know of how it ended; nil where all is well.
  func remark(status: Int32) -> String? {
    switch status {
    case 0: nil
    case 126: "\(command) cannot be run"
    case 127: "There is no program \(command)"
    case 129...: "\(command) was ended by \(Self.name(ofSignal: status - 128))"
    default: waits ? nil : "\(command) ended with status \(status)"
    }
  }

  private static func name(ofSignal signal: Int32) -> String {
    strsignal(signal).map { String(cString: $0).lowercased() } ?? "signal \(signal)"
  }
}
