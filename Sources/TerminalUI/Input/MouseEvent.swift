/// Something done with the mouse.
public struct MouseEvent: Hashable, Sendable {
  /// What was done.
  public enum Kind: Hashable, Sendable {
    /// A button went down.
    case press
    /// A button came up.
    case release
    /// The mouse moved with a button down.
    case drag
    /// The wheel turned away from the user.
    case wheelUp
    /// The wheel turned towards the user.
    case wheelDown
  }

  /// The button that was used.
  public enum Button: Hashable, Sendable {
    case left
    case middle
    case right
    /// None, with the wheel, and where a terminal doesn't say which button came up.
    case none
  }

  /// What was done.
  public var kind: Kind
  /// With which button.
  public var button: Button
  /// The cell under the pointer.
  public var position: Point
  /// What was held down on the keyboard.
  public var modifiers: Key.Modifiers

  /// Creates an event.
  public init(kind: Kind, button: Button, position: Point, modifiers: Key.Modifiers = []) {
    self.kind = kind
    self.button = button
    self.position = position
    self.modifiers = modifiers
  }

  /// Creates an event from a report of the terminal; nil for what no one uses, such as a move
  /// without a button.
  ///
  /// - Parameters:
  ///   - code: Button, motion, wheel and modifiers, as xterm packs them.
  ///   - column: Counted from 1.
  ///   - row: Counted from 1.
  ///   - isRelease: Whether the report ends a press; the older form says it in the code instead.
  init?(code: Int, column: Int, row: Int, isRelease: Bool) {
    var modifiers: Key.Modifiers = []
    if code & 4 != 0 { modifiers.insert(.shift) }
    if code & 8 != 0 { modifiers.insert(.alt) }
    if code & 16 != 0 { modifiers.insert(.control) }
    let button: Button =
      switch code & 3 {
      case 0: .left
      case 1: .middle
      case 2: .right
      default: .none
      }
    let position = Point(column: max(0, column - 1), row: max(0, row - 1))
    func event(_ kind: Kind, _ button: Button) -> MouseEvent {
      MouseEvent(kind: kind, button: button, position: position, modifiers: modifiers)
    }
    switch (code & ~0x1F, button) {
    case (64, .left): self = event(.wheelUp, .none)
    case (64, .middle): self = event(.wheelDown, .none)
    case (32, .left), (32, .middle), (32, .right): self = event(.drag, button)
    case (0, .none): self = event(.release, .none)
    case (0, _): self = event(isRelease ? .release : .press, button)
    default: return nil
    }
  }
}
