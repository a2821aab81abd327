import TerminalUI

/// What is said while a line is typed: it stands above the line, whole, because a question is answered with the next key.
struct LineMessageView {
  let message: BrowserState.Message
  let theme: Theme

  /// Draws the message above the row of the line, on as many rows as it needs.
  func draw(above line: Rect, _ surface: inout Surface) {
    var builder = DocumentBuilder()
    builder.item { $0.append(message.text) }
    let document = builder.finish()
    let layout = DocumentLayout(document, columns: max(1, line.columns - 2))
    // The ends are told: what has happened, and which keys answer.
    let room = max(1, line.row - 2)
    let rows = layout.lines.prefix(room - 1) + layout.lines.dropFirst(room - 1).suffix(1)
    let style = message.kind == .error ? theme.error : theme.plain
    for (index, row) in rows.enumerated() {
      let place = Rect(
        column: 0, row: line.row - rows.count + index, columns: line.columns, rows: 1)
      surface.fill(place)
      surface.write(
        String(decoding: document.text[row.range], as: UTF8.self),
        at: Point(column: 1, row: place.row), columns: line.columns - 2, style: style)
    }
  }
}
