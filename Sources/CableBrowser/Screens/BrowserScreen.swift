import TerminalUI

/// The whole screen: a state in, a surface out.
struct BrowserScreen {
  let state: BrowserState
  let theme: Theme

  /// Creates a screen of a state.
  init(_ state: BrowserState) {
    self.state = state
    theme = state.theme
  }

  /// Draws the screen.
  ///
  /// - Returns: The surface, and where the cursor stands while something is typed.
  func draw() -> (surface: Surface, cursor: Point?) {
    var (surface, cursor) = compose()
    surface.ground(theme.plain)
    return (surface, cursor)
  }

  private func compose() -> (surface: Surface, cursor: Point?) {
    var surface = Surface(size: state.size)
    let layout = state.layout
    guard !layout.isTooSmall else {
      drawNotice(&surface)
      return (surface, nil)
    }
    let cursor = SearchBarView(state: state, theme: theme).draw(layout.searchBar, &surface)
    surface.drawRules(layout, theme)
    ListPane(state: state, theme: theme).draw(layout, &surface)
    DetailPane(
      detail: state.detail, isFocused: state.focus == .detail, textColumns: state.textColumns,
      theme: theme
    ).draw(title: layout.detailTitle, in: layout.detail, &surface)
    StatusLine(state: state, theme: theme).draw(layout.status, &surface)
    if let overlay = state.overlay {
      OverlayScreen(overlay: overlay, state: state, theme: theme).draw(&surface)
    }
    if let message = state.message, isLineTyped {
      LineMessageView(message: message, theme: theme).draw(above: layout.status, &surface)
    }
    if let entry = state.console.line {
      let cursor = CommandLineView(entry: entry, theme: theme).draw(layout.status, &surface)
      return (surface, cursor)
    }
    if let entry = state.finding, state.overlay == nil {
      let cursor = FindLineView(entry: entry, detail: state.detail, theme: theme)
        .draw(layout.status, &surface)
      return (surface, cursor)
    }
    return (surface, state.overlay == nil ? cursor : nil)
  }

  /// Whether a line that is typed has taken the place of messages.
  private var isLineTyped: Bool {
    state.console.line != nil || (state.finding != nil && state.overlay == nil)
  }

  private func drawNotice(_ surface: inout Surface) {
    let smallest = PaneLayout.smallest
    let lines = [
      "Too small:", "\(state.size.columns)×\(state.size.rows), needs",
      "\(smallest.columns)×\(smallest.rows).", "q quits.",
    ]
    for (row, line) in lines.enumerated() where row < state.size.rows {
      surface.write(line, at: Point(column: 0, row: row), columns: state.size.columns)
    }
  }
}

extension Surface {
  /// Draws the lines that carry the panes' titles, and the one between them.
  mutating func drawRules(_ layout: PaneLayout, _ theme: Theme) {
    for title in [layout.listTitle, layout.detailTitle] where !title.isEmpty {
      fill(title, with: "─", style: theme.dim)
    }
    guard let divider = layout.divider, !layout.list.isEmpty, !layout.detail.isEmpty else { return }
    write("┬", at: Point(column: divider, row: layout.listTitle.row), style: theme.dim)
    fill(
      Rect(column: divider, row: layout.list.row, columns: 1, rows: layout.list.rows),
      with: "│", style: theme.dim)
  }
}

extension Surface {
  /// Writes a pane's title onto its rule: the name on the left, what of it is shown on the right.
  ///
  /// The last remarks are left out where the name would have to be cut for them.
  mutating func writeTitle(
    _ name: String, _ remarks: [String], in rect: Rect, style: Style, theme: Theme
  ) {
    guard rect.columns > 4 else { return }
    var remarks = remarks
    func isTight(_ remark: String) -> Bool {
      TextWidth.columns(of: name) + TextWidth.columns(of: remark) + 7 > rect.columns
    }
    while remarks.count > 1, isTight(remarks.joined(separator: " · ")) { remarks.removeLast() }
    let remark = remarks.joined(separator: " · ")
    let remarkColumns = TextWidth.columns(of: remark)
    let hasRoom = !remark.isEmpty && rect.columns > remarkColumns + 14
    let left = rect.columns - 4 - (hasRoom ? remarkColumns + 3 : 0)
    let used = writeTruncated(
      name, at: Point(column: rect.column + 2, row: rect.row), columns: left, style: style)
    write(" ", at: Point(column: rect.column + 1, row: rect.row))
    write(" ", at: Point(column: rect.column + 2 + used, row: rect.row))
    guard hasRoom else { return }
    let column = rect.column + rect.columns - remarkColumns - 2
    write(" \(remark) ", at: Point(column: column - 1, row: rect.row), style: theme.dim)
  }
}
