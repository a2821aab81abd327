import CableArchive
import TerminalUI

/// The top row: the query, and how much it finds.
struct SearchBarView {
  let state: BrowserState
  let theme: Theme

  private static let label = " Search  "

  /// Draws the bar.
  ///
  /// - Returns: Where the cursor stands, while the bar is being typed into.
  func draw(_ rect: Rect, _ surface: inout Surface) -> Point? {
    let labelColumns = surface.write(
      Self.label, at: Point(column: 0, row: rect.row),
      style: state.searchBar == nil ? theme.dim : theme.title)
    let counter = counter
    let counterColumns = TextWidth.columns(of: counter)
    let field = max(8, rect.columns - labelColumns - counterColumns - 3)
    let start = Point(column: labelColumns, row: rect.row)
    var cursor: Point?
    if let bar = state.searchBar {
      let window = bar.editor.window(columns: field)
      surface.write(window.text, at: start, columns: field)
      cursor = Point(column: start.column + window.cursorColumn, row: rect.row)
      markError(bar, window.cursorColumn, start, field, &surface)
    } else if state.list.queryText.isEmpty {
      surface.writeTruncated("/ searches all cables", at: start, columns: field, style: theme.dim)
    } else {
      drawQuery(start, field, &surface)
    }
    let counterStart = rect.columns - counterColumns - 1
    if counterStart > start.column + 8 {
      surface.write(counter, at: Point(column: counterStart, row: rect.row), style: theme.dim)
    }
    return cursor
  }

  /// Writes the query at rest, its filters set off as chips.
  private func drawQuery(_ start: Point, _ field: Int, _ surface: inout Surface) {
    surface.writeTruncated(state.list.queryText, at: start, columns: field, style: theme.title)
    let text = state.list.queryText
    var rest = text.startIndex
    for piece in Narrowing.pieces(of: text) {
      guard let range = text[rest...].firstRange(of: piece) else { return }
      rest = range.upperBound
      let column = TextWidth.columns(of: String(text[..<range.lowerBound]))
      guard column < field else { return }
      guard Query.isFilter(piece) else { continue }
      let columns = min(TextWidth.columns(of: piece), field - column)
      surface.restyle(
        Rect(column: start.column + column, row: start.row, columns: columns, rows: 1),
        adding: theme.selectedRow)
    }
  }

  /// Underlines the words of a query that are wrong.
  private func markError(
    _ bar: SearchBar, _ cursorColumn: Int, _ start: Point, _ field: Int, _ surface: inout Surface
  ) {
    guard let error = bar.error else { return }
    let characters = Array(bar.editor.text)
    let range = error.range.clamped(to: 0..<characters.count)
    let before = TextWidth.columns(of: String(characters[..<range.lowerBound]))
    let columns = max(1, TextWidth.columns(of: String(characters[range])))
    let hidden = TextWidth.columns(of: String(characters[..<bar.editor.cursor])) - cursorColumn
    let left = max(0, before - hidden)
    guard left < field else { return }
    surface.restyle(
      Rect(
        column: start.column + left, row: start.row, columns: min(columns, field - left), rows: 1),
      adding: theme.error.adding(Style(attributes: .underline)))
  }

  /// The count of what is shown.
  private var counter: String {
    let list = state.list
    let found = list.isCountKnown ? list.knownCount.grouped : "…"
    let whole = state.cableCount
    let noun = whole == 1 ? "cable" : "cables"
    let order = state.size.columns >= 70 ? " · \(list.order.rawValue)" : ""
    if list.queryText.isEmpty { return "\(whole.grouped) \(noun)\(order)" }
    return "\(found) of \(whole.grouped) \(noun)\(order)"
  }
}

extension Int {
  /// The number with its thousands set apart: `251,287`.
  var grouped: String {
    var digits = String(magnitude)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return (self < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
  }
}
