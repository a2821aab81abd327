import CableArchive
import TerminalUI

/// The values of a facet with their numbers, to choose from.
struct FacetView {
  let state: BrowserState
  let panel: FacetPanel
  let theme: Theme

  /// Columns of the number and of the bar behind it.
  private static let countColumns = 9
  private static let barColumns = 20

  func draw(_ inside: Rect, _ surface: inout Surface) {
    drawTabs(
      Rect(column: inside.column, row: inside.row, columns: inside.columns, rows: 1), &surface)
    let rows = Rect(
      column: inside.column, row: inside.row + 1, columns: inside.columns, rows: inside.rows - 1)
    guard let counts = panel.counts else {
      surface.writeTruncated(
        "Counting …", at: Point(column: rows.column, row: rows.row), columns: rows.columns,
        style: theme.dim)
      return
    }
    if counts.isEmpty {
      surface.writeTruncated(
        "Nothing to choose: no cable of the result has one",
        at: Point(column: rows.column, row: rows.row), columns: rows.columns, style: theme.dim)
    }
    let narrowing = Narrowing(state.list.queryText)
    let largest = counts.map(\.count).max() ?? 1
    let top = Self.top(of: panel, rows: rows.rows)
    for line in 0..<max(0, rows.rows) where counts.indices.contains(top + line) {
      draw(
        counts[top + line], isExcluded: narrowing.isExcluded(counts[top + line].term),
        isSelected: top + line == panel.selected, largest: largest,
        Rect(column: rows.column, row: rows.row + line, columns: rows.columns, rows: 1), &surface)
    }
  }

  /// The first value that shows.
  static func top(of panel: FacetPanel, rows: Int) -> Int {
    let count = panel.counts?.count ?? 0
    return max(0, min(panel.selected - rows / 2, count - rows))
  }

  /// The tabs that a width has room for, each with its columns; the one that shows is always among them.
  static func tabs(
    _ facets: [Facet], shown: Facet, columns: Int
  ) -> [(facet: Facet, columns: Range<Int>)] {
    var facets = facets[...]
    // Those on the left make way until the one that shows is in sight.
    while facets.first != shown,
      facets[...(facets.firstIndex(of: shown) ?? facets.startIndex)]
        .map({ $0.title.count + 3 }).reduce(-1, +) > columns
    {
      facets.removeFirst()
    }
    var tabs: [(facet: Facet, columns: Range<Int>)] = []
    var column = 0
    for facet in facets {
      let end = column + facet.title.count + 2
      guard end <= columns else { break }
      tabs.append((facet, column..<end))
      column = end + 1
    }
    return tabs
  }

  private func drawTabs(_ rect: Rect, _ surface: inout Surface) {
    for tab in Self.tabs(state.facetTabs, shown: panel.facet, columns: rect.columns) {
      let isShown = tab.facet == panel.facet
      surface.write(
        isShown ? "[\(tab.facet.title)]" : " \(tab.facet.title) ",
        at: Point(column: rect.column + tab.columns.lowerBound, row: rect.row),
        style: isShown ? theme.title : theme.dim)
    }
  }

  private func draw(
    _ count: FacetCount, isExcluded: Bool?, isSelected: Bool, largest: Int, _ rect: Rect,
    _ surface: inout Surface
  ) {
    let mark =
      switch isExcluded {
      case true: "-"
      case false: "+"
      default: " "
      }
    let hasBar = rect.columns >= 60
    let right = Self.countColumns + (hasBar ? Self.barColumns + 1 : 0)
    surface.writeTruncated(
      "\(isSelected ? ">" : " ")\(mark) \(state.describe(count, of: panel.facet))",
      at: Point(column: rect.column, row: rect.row), columns: max(0, rect.columns - right),
      style: isExcluded == nil ? theme.plain : theme.title)
    let number = count.count.grouped
    surface.write(
      number,
      at: Point(
        column: rect.column + rect.columns - right + Self.countColumns - number.count, row: rect.row
      ))
    if hasBar {
      let length = max(1, count.count * Self.barColumns / max(1, largest))
      surface.write(
        String(repeating: "▪", count: length),
        at: Point(column: rect.column + rect.columns - Self.barColumns, row: rect.row),
        style: theme.dim)
    }
    if isSelected { surface.restyle(rect, adding: theme.selectedRow) }
  }
}
