internal import CNCurses

/// Wakes the event loop from any thread, also while the terminal is closing or gone.
public struct Waker: Sendable {
  /// Makes the loop return a `TerminalEvent.wake`; several before it does are one.
  public func wake() {
    tui_wake()
  }
}
