import CableArchive
import CableNotebook
import Cables
import TerminalUI

/// The list of cables: a row each, in the columns chosen.
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
    let chosen = state.configuration.settings.columns.filter { $0 != .marks || state.showsMarks }
    let places = ListColumns(chosen, list: state.list, columns: rect.columns).places
    let marksLead = chosen.contains(.marks) && !places.contains { $0.column == .marks }
    for line in 0..<state.visibleRows {
      let rank = state.list.top + line
      guard rank < state.list.knownCount else { break }
      let row = rect.row + line * state.rowHeight
      drawRow(
        rank, places, marksLead: marksLead,
        Rect(column: rect.column, row: row, columns: rect.columns, rows: 1), &surface)
      guard state.rowHeight > 1, row + 1 < rect.row + rect.rows else { continue }
      drawPassage(
        rank, Rect(column: rect.column + 3, row: row + 1, columns: rect.columns - 3, rows: 1),
        &surface)
    }
  }

  private func drawTitle(_ title: Rect, _ rect: Rect, _ surface: inout Surface) {
    let list = state.list
    let last = min(list.knownCount, list.top + state.visibleRows)
    let total = list.isCountKnown ? list.knownCount.grouped : "…"
    var remark = list.isEmpty ? "" : "\((list.top + 1).grouped)–\(last.grouped) of \(total)"
    // Where both ends have no room, one has.
    if remark.count + 14 >= title.columns { remark = "\(last.grouped) of \(total)" }
    let picked = state.picked.isEmpty ? "" : "\(state.picked.count.grouped) picked"
    surface.writeTitle(
      list.queryText.isEmpty ? "Cables" : "Found", [picked, remark].filter { !$0.isEmpty },
      in: title,
      style: state.focus == .list ? theme.focusedPaneTitle : theme.paneTitle, theme: theme)
  }

  /// Writes the best passage of a cable so that its first hit is in sight.
  private func drawPassage(_ rank: Int, _ rect: Rect, _ surface: inout Surface) {
    guard rect.columns > 0, let row = state.list.rows[rank],
      let passage = state.list.passages[row.rowID], !passage.isEmpty
    else { return }
    var text = passage
    let bytes = Array(passage.utf8)
    if let hit = state.finder.hits(in: bytes).first {
      let before = TextWidth.columns(of: String(decoding: bytes[..<hit.lowerBound], as: UTF8.self))
      // A third of the line leads up to the hit.
      if before > rect.columns * 2 / 3 {
        var words = String(decoding: bytes[..<hit.lowerBound], as: UTF8.self)[...]
        while TextWidth.columns(of: String(words)) > rect.columns / 3,
          let blank = words.firstIndex(of: " ")
        {
          words = words[words.index(after: blank)...]
        }
        text = "…" + words + String(decoding: bytes[hit.lowerBound...], as: UTF8.self)
      }
    }
    let start = Point(column: rect.column, row: rect.row)
    surface.writeTruncated(text, at: start, columns: rect.columns, style: theme.dim)
    markHits(text, start, rect.column + rect.columns, false, &surface)
  }

  private func drawEmpty(_ rect: Rect, _ surface: inout Surface) {
    let text: String
    if !state.loading.isDone {
      text = "Reading…"
    } else if state.cableCount == 0 {
      text = "No cables were read."
    } else if state.searchFailure != nil {
      text = "This could not be read."
    } else if state.isSearching, state.shownQuery.text.isEmpty {
      // Not even all cables have been listed: where the reader was is still being looked up.
      text = "Searching…"
    } else {
      text =
        Query.unknownField(in: state.list.queryText).map {
          "Nothing found; no field \($0) Esc shows all."
        }
        ?? "Nothing found. Esc shows all."
    }
    surface.writeTruncated(
      text, at: Point(column: rect.column + 1, row: rect.row), columns: rect.columns - 1,
      style: theme.dim)
  }

  /// Draws a row; where its marks have no column left, they lead where nothing else does.
  private func drawRow(
    _ rank: Int, _ places: [ListColumns.Place], marksLead: Bool, _ rect: Rect,
    _ surface: inout Surface
  ) {
    let isSelected = rank == state.list.selected
    let isPicked = state.list.rows[rank].map { state.picked[$0.rowID] != nil } ?? false
    let start = Point(column: rect.column, row: rect.row)
    if isPicked || isSelected {
      surface.write(isPicked ? "+" : ">", at: start, columns: 1)
    } else if marksLead, let row = state.list.rows[rank] {
      surface.write(state.notebook[row.name].letter, at: start, columns: 1, style: theme.key)
    }
    guard let row = state.list.rows[rank] else {
      surface.writeTruncated(
        "…", at: Point(column: rect.column + 1, row: rect.row), columns: rect.columns - 1,
        style: theme.dim)
      return
    }
    var subject: ListColumns.Place?
    for place in places {
      if place.column == .subject { subject = place }
      if place.column == .date { markInferred(row, place, rect, &surface) }
      let (text, style) = content(place, row)
      surface.writeTruncated(
        text, at: Point(column: rect.column + place.start, row: rect.row), columns: place.columns,
        style: style)
    }
    if isSelected {
      surface.restyle(rect, adding: state.focus == .list ? theme.selectedRow : theme.unfocusedRow)
    }
    guard let subject else { return }
    let column = rect.column + subject.start
    markHits(
      row.subject, Point(column: column, row: rect.row), column + subject.columns, isSelected,
      &surface)
  }

  /// What a column says of a cable, and its look.
  private func content(_ place: ListColumns.Place, _ row: ListRow) -> (String, Style) {
    switch place.column {
    case .marks:
      (
        place.columns < 3
          ? state.notebook[row.name].letter : state.notebook[row.name].letters, theme.key
      )
    case .date: (row.date.map { String($0.iso8601.prefix(10)) } ?? "–", theme.plain)
    case .classification:
      (
        row.classification.map { String($0.letter) } ?? "?",
        row.classification.map { theme.style($0) } ?? theme.dim
      )
    case .id: (row.name, theme.plain)
    case .post: (row.post ?? "", theme.plain)
    case .subject: (row.subject, theme.plain)
    case .tags: (state.list.tags[row.rowID]?.joined(separator: " ") ?? "", theme.dim)
    case .cited: (row.citedByCount > 0 ? "←\(row.citedByCount)" : "", theme.dim)
    }
  }

  /// Puts a tilde behind a date that was concluded from something else.
  private func markInferred(
    _ row: ListRow, _ place: ListColumns.Place, _ rect: Rect, _ surface: inout Surface
  ) {
    guard row.date?.isInferred == true, place.columns > 10 else { return }
    surface.write(
      "~", at: Point(column: rect.column + place.start + 10, row: rect.row), columns: 1,
      style: theme.dim)
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

extension Notebook.Entry {
  /// The letters of the list: a bookmark or that it was read, labels, a note.
  var letters: String {
    (isBookmarked ? "*" : isRead ? "r" : " ") + (labels.isEmpty ? " " : "#")
      + (note == nil ? " " : "n")
  }
}

extension Notebook.Entry {
  /// The one letter that a narrow list has room for: what the reader put there goes before what was read.
  var letter: String {
    isBookmarked ? "*" : note != nil ? "n" : !labels.isEmpty ? "#" : isRead ? "r" : " "
  }
}

extension BrowserState {
  /// Whether the list has room for what the reader keeps: where reading is kept, or something is marked.
  var showsMarks: Bool { tracksReading || notebook.markedCount > 0 }
}
