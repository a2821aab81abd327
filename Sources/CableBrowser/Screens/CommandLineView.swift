import TerminalUI

/// The command line on the bottom row, and what is known of the command typed.
struct CommandLineView {
  let entry: CommandEntry
  let theme: Theme

  /// Draws the line.
  ///
  /// - Returns: Where the cursor stands.
  func draw(_ rect: Rect, _ surface: inout Surface) -> Point? {
    guard !rect.isEmpty else { return nil }
    surface.fill(rect)
    surface.write(":", at: Point(column: 0, row: rect.row), style: theme.title)
    let usage = usage
    let usageColumns = TextWidth.columns(of: usage)
    let typed = TextWidth.columns(of: entry.editor.text)
    let hasUsage = typed + usageColumns + 6 < rect.columns
    let columns = rect.columns - 1 - (hasUsage ? usageColumns + 2 : 0)
    let window = entry.editor.window(columns: columns)
    surface.write(window.text, at: Point(column: 1, row: rect.row), columns: columns)
    if hasUsage {
      surface.write(
        usage, at: Point(column: rect.columns - usageColumns - 1, row: rect.row), style: theme.dim)
    }
    drawChoice(Rect(column: 0, row: rect.row - 1, columns: rect.columns, rows: 1), &surface)
    return Point(column: 1 + window.cursorColumn, row: rect.row)
  }

  /// Draws the ways to go on in the row above, from one on that leaves the chosen one in sight.
  private func drawChoice(_ rect: Rect, _ surface: inout Surface) {
    guard let choice = entry.choice, rect.row > 0 else { return }
    surface.fill(rect, style: theme.selectedRow)
    let widths = choice.candidates.map { TextWidth.columns(of: $0) + 2 }
    let selected = choice.selected ?? 0
    var first = 0
    while first < selected, widths[first...selected].reduce(2, +) > rect.columns { first += 1 }
    var column = 1
    for index in first..<choice.candidates.count {
      guard column + widths[index] <= rect.columns else {
        surface.write("…", at: Point(column: column, row: rect.row), style: theme.selectedRow)
        return
      }
      surface.write(
        choice.candidates[index], at: Point(column: column, row: rect.row),
        style: index == choice.selected ? theme.title : theme.selectedRow)
      column += widths[index]
    }
  }

  /// What can follow the name typed.
  private var usage: String {
    let name = entry.editor.text.prefix { $0 != " " }
    guard !name.isEmpty, let id = try? Invocation.command(named: String(name)),
      let command = Command[id]
    else { return "" }
    return command.arguments.isEmpty ? command.summary : command.usage
  }
}
