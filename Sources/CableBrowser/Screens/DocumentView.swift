import TerminalUI

/// Draws the rows of a wrapped document that show.
struct DocumentView {
  let document: Document
  let layout: DocumentLayout
  let theme: Theme
  var hits: [Range<Int>] = []
  var currentHit: Int?
  /// Where what the reader wants found stands.
  var found: [Range<Int>] = []
  var currentFound: Int?
  var selectedLink: Range<Int>?

  /// Draws rows from one on, as many as fit.
  func draw(from first: Int, in rect: Rect, _ surface: inout Surface) {
    for row in 0..<rect.rows {
      guard layout.lines.indices.contains(first + row) else { return }
      draw(
        layout.lines[first + row],
        Rect(column: rect.column, row: rect.row + row, columns: rect.columns, rows: 1), &surface)
    }
  }

  private func draw(_ line: DocumentLayout.Line, _ rect: Rect, _ surface: inout Surface) {
    let item = document.items[line.item]
    if line.isFirst, !item.label.isEmpty, line.indent > 0 {
      surface.writeTruncated(
        item.label, at: Point(column: rect.column, row: rect.row),
        columns: min(line.indent, rect.columns), style: theme.dim)
    }
    let room = rect.columns - line.indent
    guard room > 0, !line.range.isEmpty else { return }
    let start = Point(column: rect.column + line.indent, row: rect.row)
    if item.setting == .cut {
      surface.writeTruncated(
        String(decoding: document.text[line.range], as: UTF8.self), at: start, columns: room,
        style: theme.style(item.role))
    } else {
      surface.write(
        utf8: document.text[line.range], at: start, columns: room, style: theme.style(item.role))
    }

    var index = max(
      0, document.spans.firstIndex(after: line.range.lowerBound) { $0.range.upperBound })
    while index < document.spans.count,
      document.spans[index].range.lowerBound < line.range.upperBound
    {
      let span = document.spans[index]
      mark(span.range, theme.style(span.role), on: line, start, room, &surface)
      index += 1
    }
    markHits(hits, currentHit, theme.hit, theme.currentHit, on: line, start, room, &surface)
    markHits(
      found, currentFound, theme.found, theme.currentFound, on: line, start, room, &surface)
    if let selectedLink { mark(selectedLink, theme.selectedLink, on: line, start, room, &surface) }
  }

  private func markHits(
    _ hits: [Range<Int>], _ current: Int?, _ style: Style, _ currentStyle: Style,
    on line: DocumentLayout.Line, _ start: Point, _ room: Int, _ surface: inout Surface
  ) {
    var index = hits.firstIndex(after: line.range.lowerBound) { $0.upperBound }
    while index < hits.count, hits[index].lowerBound < line.range.upperBound {
      mark(
        hits[index], index == current ? currentStyle : style, on: line, start, room, &surface)
      index += 1
    }
  }

  /// Restyles what of a range stands on a row.
  private func mark(
    _ range: Range<Int>, _ style: Style, on line: DocumentLayout.Line, _ start: Point, _ room: Int,
    _ surface: inout Surface
  ) {
    let part = range.clamped(to: line.range)
    guard !part.isEmpty else { return }
    let left = columns(line.range.lowerBound..<part.lowerBound)
    let width = min(columns(part), room - left)
    guard width > 0 else { return }
    surface.restyle(
      Rect(column: start.column + left, row: start.row, columns: width, rows: 1), adding: style)
  }

  private func columns(_ range: Range<Int>) -> Int {
    document.text.withUnsafeBufferPointer { text in
      var columns = 0
      var offset = range.lowerBound
      while offset < range.upperBound {
        let step = TextWidth.next(in: text, at: offset)
        columns += step.columns
        offset += max(1, step.length)
      }
      return columns
    }
  }
}
