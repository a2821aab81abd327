import TerminalUI

/// The choice among all commands.
struct PaletteView {
  let state: BrowserState
  let palette: CommandPalette
  let theme: Theme

  /// The first command that shows.
  static func top(of palette: CommandPalette, rows: Int, in size: Size) -> Int {
    let visible = OverlayScreen.textRows(in: size) - 1
    return max(0, min(palette.selected - visible / 2, rows - visible))
  }

  /// Draws the filter on the first row inside the frame and the commands below.
  func draw(_ frame: Rect, _ inside: Rect, _ surface: inout Surface) {
    let rows = state.rows(of: palette)
    surface.writeTitle(
      "Commands", [rows.count == 1 ? "1 command" : "\(rows.count) commands", "Esc leaves"],
      in: Rect(column: frame.column + 1, row: frame.row, columns: frame.columns - 2, rows: 1),
      style: theme.title, theme: theme)
    let field = palette.filter.window(columns: inside.columns - 2)
    let start = Point(column: inside.column, row: inside.row)
    surface.write("/ \(field.text)", at: start, columns: inside.columns, style: theme.title)
    surface.restyle(
      Rect(column: start.column + 2 + field.cursorColumn, row: start.row, columns: 1, rows: 1),
      adding: Style(attributes: .reverse))
    let visible = inside.rows - 1
    let top = Self.top(of: palette, rows: rows.count, in: surface.size)
    for line in 0..<max(0, visible) where rows.indices.contains(top + line) {
      draw(
        rows[top + line], isSelected: top + line == palette.selected,
        Rect(
          column: inside.column, row: inside.row + 1 + line, columns: inside.columns, rows: 1),
        &surface)
    }
  }

  private func draw(
    _ row: BrowserState.PaletteRow, isSelected: Bool, _ rect: Rect, _ surface: inout Surface
  ) {
    let keys = row.keys.prefix(3).joined(separator: " ")
    let keyColumns = TextWidth.columns(of: keys)
    let room = rect.columns - keyColumns - 1
    let style = row.obstacle == nil ? theme.plain : theme.dim
    let name = "\(isSelected ? ">" : " ") \(row.command.id.rawValue)"
    let used = surface.writeTruncated(
      name, at: Point(column: rect.column, row: rect.row), columns: room, style: style)
    let summaryColumn = max(used + 1, 20)
    surface.writeTruncated(
      row.obstacle ?? row.command.summary,
      at: Point(column: rect.column + summaryColumn, row: rect.row),
      columns: max(0, room - summaryColumn), style: row.obstacle == nil ? theme.plain : theme.dim)
    surface.write(
      keys, at: Point(column: rect.column + rect.columns - keyColumns, row: rect.row),
      style: theme.key)
    if isSelected { surface.restyle(rect, adding: theme.selectedRow) }
  }
}
