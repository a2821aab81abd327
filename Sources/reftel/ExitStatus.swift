/// How a command ends; thrown to end it there.
enum ExitStatus: Int32, Error {
  /// Something was found, or all went well.
  case found = 0
  /// Nothing was found, or something failed.
  case failed = 1
  /// The command line was wrong.
  case usage = 2
  /// There is no terminal that can be drawn on.
  case noTerminal = 3
  /// The reader interrupted.
  case interrupted = 130
}
