import CableArchive
import TerminalUI

/// The months of a result as bars, one of them chosen.
struct ChartView {
  let state: BrowserState
  let panel: ChartPanel
  let theme: Theme

  private static let eighths = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// The bars that the screen has room for.
  static func barColumns(in size: Size) -> Int {
    max(1, OverlayScreen.frame(in: size).columns - 4)
  }

  func draw(_ inside: Rect, _ surface: inout Surface) {
    guard panel.counts != nil else {
      surface.writeTruncated(
        "Counting …", at: Point(column: inside.column, row: inside.row), columns: inside.columns,
        style: theme.dim)
      return
    }
    let bars = state.chart(of: panel).bars
    guard bars.indices.contains(panel.selected) else {
      surface.writeTruncated(
        "No cable of the result has a month", at: Point(column: inside.column, row: inside.row),
        columns: inside.columns, style: theme.dim)
      return
    }
    let chosen = bars[panel.selected]
    surface.writeTruncated(
      "\(chosen.period)  \(chosen.count.grouped) \(chosen.count == 1 ? "cable" : "cables")",
      at: Point(column: inside.column, row: inside.row), columns: inside.columns,
      style: theme.title)
    let height = inside.rows - 3
    guard height > 0 else { return }
    let largest = max(1, bars.map(\.count).max() ?? 1)
    for (index, bar) in bars.enumerated() {
      draw(
        bar, share: Double(bar.count) / Double(largest), isChosen: index == panel.selected,
        Rect(column: inside.column + index, row: inside.row + 1, columns: 1, rows: height),
        &surface)
    }
    drawScale(
      bars,
      Rect(column: inside.column, row: inside.row + 1 + height, columns: inside.columns, rows: 2),
      &surface)
  }

  private func draw(
    _ bar: DateChart.Bar, share: Double, isChosen: Bool, _ rect: Rect, _ surface: inout Surface
  ) {
    // Whatever is there shows: one cable is an eighth of a row at least.
    var eighths = Int((share * Double(rect.rows * 8)).rounded())
    if bar.count > 0 { eighths = max(1, eighths) }
    for row in 0..<rect.rows {
      let filled = min(8, eighths - row * 8)
      guard filled > 0 else { break }
      surface.write(
        Self.eighths[filled - 1],
        at: Point(column: rect.column, row: rect.row + rect.rows - 1 - row),
        style: isChosen ? theme.hit : theme.plain)
    }
  }

  /// A mark under the chosen bar, and the years.
  private func drawScale(_ bars: [DateChart.Bar], _ rect: Rect, _ surface: inout Surface) {
    surface.write(
      "▲", at: Point(column: rect.column + panel.selected, row: rect.row), style: theme.title)
    var free = 0
    for (index, bar) in bars.enumerated() {
      let year = bar.months.lowerBound / 12
      let isFirst = index == 0 || bars[index - 1].months.lowerBound / 12 != year
      guard isFirst, index >= free, index + 4 <= rect.columns else { continue }
      surface.write(
        "\(year)", at: Point(column: rect.column + index, row: rect.row + 1), style: theme.dim)
      free = index + 6
    }
  }
}
