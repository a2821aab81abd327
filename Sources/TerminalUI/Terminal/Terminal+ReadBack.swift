internal import CNCurses

extension Terminal {
  /// Returns what the terminal was last told to show in a row, without the blanks at its end.
  package func shownText(row: Int) -> String {
    var text = String.UnicodeScalarView()
    var column = 0
    while column < size.columns {
      let scalars = shownCell(Point(column: column, row: row)).scalars
      for scalar in scalars { text.append(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
      // ncurses says the same of both halves of a wide character.
      column += scalars.first.map { max(1, Glyph(displaying: $0).columns) } ?? 1
    }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// Returns the look that the terminal was last told to give a cell.
  package func shownLook(at point: Point) -> Palette.Look {
    shownCell(point).look
  }

  private func shownCell(_ point: Point) -> (scalars: [UInt32], look: Palette.Look) {
    var scalars = [UInt32](repeating: 0, count: 8)
    var attributes: UInt32 = 0
    var foreground: Int32 = 0
    var background: Int32 = 0
    let count = tui_read_back(
      Int32(point.row), Int32(point.column), &scalars, Int32(scalars.count), &attributes,
      &foreground, &background)
    let look = Palette.Look(
      foreground: Int(foreground), background: Int(background),
      attributes: Attributes(rawValue: UInt8(truncatingIfNeeded: attributes)))
    return (Array(scalars.prefix(Int(count))), look)
  }
}
