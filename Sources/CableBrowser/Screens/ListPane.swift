import CableArchive
import Cables
import TerminalUI

/// The list of cables: date, class letter, id, subject, one row each.
struct ListPane {
  let state: BrowserState
  let theme: Theme

  func draw(_ layout: PaneLayout, _ surface: inout Surface) {
    let rect = layout.list
    guard !rect.isEmpty else { return }
    drawTitle(layout.listTitle, rect, &surface)
    guard !state.list.isEmpty else {
      drawEmpty(rect, &surface)
      return
    }
    for line in 0..<rect.rows {
      let rank = state.list.top + line
      guard rank < state.list.knownCount else { break }
      drawRow(
        rank, Rect(column: rect.column, row: rect.row + line, columns: rect.columns, rows: 1),
        &surface)
    }
  }

  private func drawTitle(_ title: Rect, _ rect: Rect, _ surface: inout Surface) {
    let list = state.list
    let last = min(list.knownCount, list.top + rect.rows)
    let total = list.isCountKnown ? list.knownCount.grouped : "…"
    let remark = list.isEmpty ? "" : "\((list.top + 1).grouped)–\(last.grouped) of \(total)"
    surface.writeTitle(
      list.queryText.isEmpty ? "Cables" : "Found", [remark], in: title,
      style: state.focus == .list ? theme.focusedPaneTitle : theme.paneTitle, theme: theme)
  }

  private func drawEmpty(_ rect: Rect, _ surface: inout Surface) {
    let text: String
    if !state.loading.isDone {
      text = "Reading…"
    } else if state.cableCount == 0 {
      text = "No cables were read."
    } else {
      text = "Nothing found. Esc shows all."
    }
    surface.writeTruncated(
      text, at: Point(column: rect.column + 1, row: rect.row), columns: rect.columns - 1,
      style: theme.dim)
  }

  private func drawRow(_ rank: Int, _ rect: Rect, _ surface: inout Surface) {
    let isSelected = rank == state.list.selected
    var column = rect.column
    let end = rect.column + rect.columns
    func write(_ text: String, _ columns: Int, _ style: Style) {
      let room = min(columns, end - column)
      guard room > 0 else { return }
      surface.writeTruncated(
        text, at: Point(column: column, row: rect.row), columns: room, style: style)
      column += columns
    }
    write(isSelected ? ">" : " ", 1, theme.plain)
    guard let row = state.list.rows[rank] else {
      write("…", 10, theme.dim)
      return
    }
    write(row.date.map { String($0.iso8601.prefix(10)) } ?? "–", 10, theme.plain)
    write(row.date?.isInferred == true ? "~" : " ", 1, theme.dim)
    write(
      row.classification.map { String($0.letter) } ?? "?", 2,
      row.classification.map { theme.style($0) } ?? theme.dim)
    write(row.name, state.list.idColumns, theme.plain)
    column += 1
    let subjectColumn = column
    write(row.subject, max(0, end - column), theme.plain)
    if isSelected {
      surface.restyle(rect, adding: state.focus == .list ? theme.selectedRow : theme.unfocusedRow)
    }
    markHits(row.subject, Point(column: subjectColumn, row: rect.row), end, isSelected, &surface)
  }

  private func markHits(
    _ subject: String, _ start: Point, _ end: Int, _ isSelected: Bool, _ surface: inout Surface
  ) {
    guard !state.finder.isEmpty, start.column < end else { return }
    let bytes = Array(subject.utf8)
    let style = isSelected && state.focus == .list ? theme.currentHit : theme.hit
    for hit in state.finder.hits(in: bytes) {
      let left = TextWidth.columns(of: String(decoding: bytes[..<hit.lowerBound], as: UTF8.self))
      let columns = TextWidth.columns(of: String(decoding: bytes[hit], as: UTF8.self))
      let column = start.column + left
      guard column < end else { break }
      surface.restyle(
        Rect(column: column, row: start.row, columns: min(columns, end - column), rows: 1),
        adding: style)
    }
  }
}
