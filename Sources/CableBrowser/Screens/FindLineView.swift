import TerminalUI

/// The line at the bottom in which a reader types what to find in the cable.
struct FindLineView {
  let entry: FindEntry
  let detail: DetailState
  let theme: Theme

  /// Draws the line.
  ///
  /// - Returns: Where the cursor stands.
  func draw(_ rect: Rect, _ surface: inout Surface) -> Point? {
    guard !rect.isEmpty else { return nil }
    surface.fill(rect)
    surface.write("/", at: Point(column: 0, row: rect.row), style: theme.title)
    let remark = remark
    let remarkColumns = TextWidth.columns(of: remark)
    let hasRemark = remarkColumns + 12 < rect.columns
    let columns = max(1, rect.columns - 1 - (hasRemark ? remarkColumns + 2 : 0))
    let window = entry.editor.window(columns: columns)
    surface.write(window.text, at: Point(column: 1, row: rect.row), columns: columns)
    if hasRemark {
      surface.write(
        remark, at: Point(column: rect.columns - remarkColumns - 1, row: rect.row),
        style: entry.error == nil ? theme.dim : theme.error)
    }
    return Point(column: 1 + window.cursorColumn, row: rect.row)
  }

  /// What is wrong, or how much is found and how the line is read.
  private var remark: String {
    if let error = entry.error { return error.message }
    guard !entry.editor.isEmpty, let pattern = detail.find else {
      return "words; Ctrl-R takes a regular expression"
    }
    let count = detail.found.count
    let kind = pattern.isExpression ? "regular expression" : "words"
    return "\(kind) · \(count == 1 ? "1 hit" : "\(count.grouped) hits")"
  }
}
