import Glibc

/// How the process of an import ended.
enum ImportEnding: Sendable, Equatable {
  /// By itself, with an exit status.
  case status(Int32)
  /// By a signal.
  case signal(Int32)
  /// It could not be started; the error.
  case notStarted(Int32)

  /// Reads what the system says of a process that has ended.
  init(waitStatus status: Int32) {
    let signal = status & 0x7F
    self = signal == 0 ? .status((status >> 8) & 0xFF) : .signal(signal)
  }

  /// What a reader is told, after "The import".
  var words: String {
    switch self {
    case .status(let status): "ended with status \(status)"
    case .signal(let signal): "was ended from outside (\(Self.text(strsignal(signal))))"
    case .notStarted(let number): "cannot be started: \(Self.text(strerror(number)))"
    }
  }

  private static func text(_ words: UnsafeMutablePointer<CChar>?) -> String {
    words.map { String(cString: $0).lowercased() } ?? "?"
  }
}
