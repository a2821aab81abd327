/// A reason why there is no terminal to work with, or a program that did not start.
public struct TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// The process has no terminal.
    case noTerminal
    /// The terminal type is not set, or the system does not know it.
    case unknownType
    /// The terminal cannot place its cursor.
    case dumbTerminal
    /// The terminal is open already; there is one a process.
    case alreadyOpen
    /// A program could not be started.
    case programNotStarted
    /// The system refused something.
    case system
  }

  /// What is wrong.
  public let reason: Reason
  /// A sentence for the user, with what to try where there is something.
  public let description: String

  init(_ reason: Reason, _ description: String) {
    self.reason = reason
    self.description = description
  }
}
