import TerminalUI

/// The two ends of a reference in the place of the panes.
struct ComparisonView {
  let state: BrowserState
  let comparison: Comparison
  let theme: Theme

  func draw(_ surface: inout Surface) {
    let layout = state.endsLayout
    let rows = state.size.rows - 2
    surface.fill(Rect(column: 0, row: 1, columns: state.size.columns, rows: rows))
    surface.drawRules(layout, theme)
    draw(.citing, "cites", layout.listTitle, layout.list, &surface)
    draw(.cited, "cited", layout.detailTitle, layout.detail, &surface)
  }

  private func draw(
    _ end: Comparison.End, _ word: String, _ title: Rect, _ rect: Rect, _ surface: inout Surface
  ) {
    var place: String?
    if end == .citing, let number = comparison.placeNumber, comparison.places.count > 1 {
      place = "place \(number)/\(comparison.places.count)"
    }
    DetailPane(
      detail: comparison[end], isFocused: comparison.focus == end,
      textColumns: state.endColumns(end), theme: theme, word: word, place: place
    ).draw(title: title, in: rect, &surface)
  }
}
