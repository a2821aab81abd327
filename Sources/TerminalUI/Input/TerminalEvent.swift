/// What the event loop wakes up for.
public enum TerminalEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// Something was done with the mouse.
  case mouse(MouseEvent)
  /// Text was pasted: exactly what the terminal sent, controls included.
  case paste(String)
  /// The terminal has a new size.
  case resize(Size)
  /// The program goes on after a stop; the screen is painted again already.
  case resumed
  /// A `Waker` was used.
  case wake
  /// An interrupt came from outside; Ctrl-C arrives as a key.
  case interrupt
  /// The program has to end: it was told to by a signal, or the terminal is gone (hang-up).
  case terminate(signal: Int32)
}

extension [TerminalEvent] {
  /// The events without those that a later one makes pointless.
  ///
  /// Of drags in a row the last counts, and the last of all sizes; one wake is as good as many.
  package func coalesced() -> [TerminalEvent] {
    guard count > 1 else { return self }
    let lastResize = lastIndex { if case .resize = $0 { true } else { false } }
    var kept: [TerminalEvent] = []
    for (index, event) in enumerated() {
      switch (kept.last, event) {
      case (.mouse(let before), .mouse(let now))
      where before.kind == .drag && now.kind == .drag && before.button == now.button:
        kept[kept.count - 1] = event
      case (_, .resize) where index != lastResize: continue
      case (_, .wake) where kept.contains(.wake): continue
      default: kept.append(event)
      }
    }
    return kept
  }
}
