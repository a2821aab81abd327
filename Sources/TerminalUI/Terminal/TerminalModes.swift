internal import CNCurses

/// The modes of a terminal that ncurses does not switch: reports of the mouse, and pasted text that
/// says that it is pasted.
///
/// Mouse reports are asked for in the form that has no limit of columns (1006); ncurses itself would
/// neither report drags nor, under tmux, a place beyond column 223.
struct TerminalModes {
  private static let mouseOn = "\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h"
  private static let mouseOff = "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l"
  private static let pasteOn = "\u{1B}[?2004h"
  private static let pasteOff = "\u{1B}[?2004l"

  private let tty: Int32
  private let hasMouse: Bool
  private let hasPaste: Bool

  /// Creates the modes of an open terminal, and has them switched off should the process die.
  init(tty: Int32) {
    self.tty = tty
    // A terminal of another family would show these sequences as text.
    let isANSI = tui_string("cup").map { String(cString: $0).hasPrefix("\u{1B}[") } ?? false
    hasPaste = isANSI
    hasMouse = isANSI && tui_has("kmous") != 0
    tui_set_modes_off((hasPaste ? Self.pasteOff : "") + (hasMouse ? Self.mouseOff : ""))
  }

  /// Switches on what the terminal has.
  func switchOn(mouse: Bool) {
    send((hasPaste ? Self.pasteOn : "") + (hasMouse && mouse ? Self.mouseOn : ""))
  }

  /// Switches everything off again.
  func switchOff() {
    send((hasPaste ? Self.pasteOff : "") + (hasMouse ? Self.mouseOff : ""))
  }

  /// Switches reports of the mouse.
  func setMouse(_ isOn: Bool) {
    if hasMouse { send(isOn ? Self.mouseOn : Self.mouseOff) }
  }

  private func send(_ sequence: String) {
    let bytes = Array(sequence.utf8)
    tui_send(tty, bytes, bytes.count)
  }
}
