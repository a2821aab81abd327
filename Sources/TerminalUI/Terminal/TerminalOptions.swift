/// How to use a terminal.
public struct TerminalOptions: Hashable, Sendable {
  /// Whether to ask for the mouse, which takes selecting text away from the user's terminal.
  public var isMouseEnabled: Bool
  /// Whether to use colours; nil to do as the environment variable `NO_COLOR` says.
  public var usesColor: Bool?
  /// The terminal, for tests another than that of the process.
  package var device = "/dev/tty"
  /// The terminal type, nil for that of the environment.
  package var type: String?

  /// Creates options.
  public init(isMouseEnabled: Bool = true, usesColor: Bool? = nil) {
    self.isMouseEnabled = isMouseEnabled
    self.usesColor = usesColor
  }
}
