import TerminalUI

/// A text or a choice over the panes.
struct OverlayScreen {
  let overlay: Overlay
  let state: BrowserState
  let theme: Theme

  /// Where the frame stands.
  static func frame(in size: Size) -> Rect {
    let columns = min(size.columns, 92)
    let margin = size.rows > 14 ? 2 : 1
    return Rect(
      column: (size.columns - columns) / 2, row: margin - 1, columns: columns,
      rows: size.rows - margin)
  }

  /// Rows of text inside the frame.
  static func textRows(in size: Size) -> Int { max(1, frame(in: size).rows - 2) }

  /// The rows of a text at the width of the frame.
  static func lines(of document: Document, in size: Size) -> [DocumentLayout.Line] {
    layout(document, in: size).lines
  }

  /// The first entry of a choice that shows.
  static func pickerTop(_ picker: Picker, in size: Size) -> Int {
    let rows = min(textRows(in: size), picker.entries.count)
    return max(0, min(picker.selected - rows / 2, picker.entries.count - rows))
  }

  private static func layout(_ document: Document, in size: Size) -> DocumentLayout {
    DocumentLayout(document, columns: max(1, frame(in: size).columns - 4))
  }

  func draw(_ surface: inout Surface) {
    if case .ends(let comparison) = overlay {
      ComparisonView(state: state, comparison: comparison, theme: theme).draw(&surface)
      return
    }
    var frame = Self.frame(in: surface.size)
    if case .picker(let picker) = overlay {
      frame.rows = min(frame.rows, max(1, picker.entries.count) + 2)
    }
    guard frame.columns > 6, frame.rows > 2 else { return }
    surface.fill(frame)
    drawBorder(frame, &surface)
    let inside = Rect(
      column: frame.column + 2, row: frame.row + 1, columns: frame.columns - 4,
      rows: frame.rows - 2)
    switch overlay {
    case .text(let title, let document, let top):
      draw(title, document, top, frame, inside, &surface)
    case .help(let help):
      let filter = help.filter.text
      draw(
        filter.isEmpty && !help.isTyping ? "Help" : "Help / \(filter)", state.document(of: help),
        help.top, frame, inside, &surface)
    case .palette(let palette):
      PaletteView(state: state, palette: palette, theme: theme).draw(frame, inside, &surface)
    case .facets(let panel):
      drawTitle("Narrow", "Space lets in · x keeps out · Enter closes", frame, &surface)
      FacetView(state: state, panel: panel, theme: theme).draw(inside, &surface)
    case .chart(let panel):
      drawTitle("Months", "←→ choose · Enter narrows · Esc closes", frame, &surface)
      ChartView(state: state, panel: panel, theme: theme).draw(inside, &surface)
    case .ends: break
    case .picker(let picker):
      drawTitle(title(of: picker), "Enter goes · Esc closes", frame, &surface)
      draw(picker, inside, &surface)
    }
  }

  private func draw(
    _ title: String, _ document: Document, _ top: Int, _ frame: Rect, _ inside: Rect,
    _ surface: inout Surface
  ) {
    let layout = Self.layout(document, in: surface.size)
    let last = max(0, layout.lines.count - inside.rows)
    let shown = min(top, last)
    let remark =
      layout.lines.count > inside.rows
      ? "\(min(100, (shown + inside.rows) * 100 / max(1, layout.lines.count)))% · q closes"
      : "q closes"
    drawTitle(title, remark, frame, &surface)
    DocumentView(document: document, layout: layout, theme: theme)
      .draw(from: shown, in: inside, &surface)
  }

  private func drawBorder(_ frame: Rect, _ surface: inout Surface) {
    let right = frame.column + frame.columns - 1
    let bottom = frame.row + frame.rows - 1
    for row in [frame.row, bottom] {
      surface.fill(
        Rect(column: frame.column, row: row, columns: frame.columns, rows: 1), with: "─",
        style: theme.dim)
    }
    for column in [frame.column, right] {
      surface.fill(
        Rect(column: column, row: frame.row, columns: 1, rows: frame.rows), with: "│",
        style: theme.dim)
    }
    for (corner, column, row) in [
      ("┌", frame.column, frame.row), ("┐", right, frame.row), ("└", frame.column, bottom),
      ("┘", right, bottom),
    ] {
      surface.write(corner, at: Point(column: column, row: row), style: theme.dim)
    }
  }

  private func drawTitle(
    _ title: String, _ remark: String, _ frame: Rect, _ surface: inout Surface
  ) {
    surface.writeTitle(
      title, [remark],
      in: Rect(column: frame.column + 1, row: frame.row, columns: frame.columns - 2, rows: 1),
      style: theme.title, theme: theme)
  }

  /// The title with the kinds there are, the one shown in brackets, and the filter.
  private func title(of picker: Picker) -> String {
    var title = picker.title
    if picker.tabs.count > 1 || picker.tabs.first?.name.isEmpty == false {
      let names = picker.tabs.enumerated().map {
        $0.offset == picker.tab ? "[\($0.element.name)]" : $0.element.name
      }
      title += "  " + names.joined(separator: " · ")
    }
    return picker.isTyping || !picker.filter.isEmpty ? "\(title) / \(picker.filter.text)" : title
  }

  private func draw(_ picker: Picker, _ inside: Rect, _ surface: inout Surface) {
    if picker.entries.isEmpty {
      surface.writeTruncated(
        "Nothing here holds these words", at: inside.origin, columns: inside.columns,
        style: theme.dim)
    }
    let top = Self.pickerTop(picker, in: surface.size)
    for row in 0..<inside.rows {
      let index = top + row
      guard picker.entries.indices.contains(index) else { return }
      let entry = picker.entries[index]
      let isSelected = index == picker.selected
      surface.writeTruncated(
        (isSelected ? "> " : "  ") + entry.text,
        at: Point(column: inside.column, row: inside.row + row), columns: inside.columns)
      if isSelected {
        surface.restyle(
          Rect(column: inside.column, row: inside.row + row, columns: inside.columns, rows: 1),
          adding: theme.selectedRow)
      }
    }
  }
}
