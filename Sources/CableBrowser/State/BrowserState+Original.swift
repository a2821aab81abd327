import CableArchive
import Cables
import TerminalUI

extension BrowserState {
  /// Shows the text as it came, or as it reads again: the hit at hand, or else the first row, stays on its row.
  mutating func toggleOriginal() -> [Effect] {
    guard case .cable(let page) = detail.page else { return [] }
    let text = page.cable.text
    let rows = layout.detail.rows
    let hit = visibleHit
    let top = detail.topLine(visibleRows: rows)
    let isAtTop = top == 0 && hit == nil
    let passage = hit?.lowerBound ?? detail.place
    let row = hit.map { detail.layout.line(at: $0.lowerBound) - top } ?? 0
    let source = isAtTop ? nil : detail.document.source(ofOffset: passage)
    let isReading = detail.view == .reading
    detail.view = isReading ? .original : .reading
    detail.selectedLink = nil
    detail.rebuild(finder: finder, columns: textColumns)
    detail.place = 0
    guard let source else { return [] }
    let counterpart =
      isReading
      ? text.originalRange(of: source..<source + 1).lowerBound
      : text.cleanOffset(ofOriginal: source)
    let offset = detail.document.offset(ofSource: counterpart)
    detail.place = offset
    guard hit != nil else { return [] }
    detail.scroll(toLine: detail.layout.line(at: offset) - row, visibleRows: rows)
    // White space may differ, so the counterpart of the hit is the one that ends behind its beginning.
    if detail.find != nil {
      detail.currentFound = detail.found.firstIndex { $0.upperBound > offset }
    } else {
      detail.currentHit = detail.hits.firstIndex { $0.upperBound > offset }
    }
    return []
  }

  /// The hit gone to last, if it is on the screen.
  private var visibleHit: Range<Int>? {
    let hits = detail.find == nil ? detail.hits : detail.found
    let current = detail.find == nil ? detail.currentHit : detail.currentFound
    guard let current, hits.indices.contains(current) else { return nil }
    let visible = detail.visibleRange(visibleRows: layout.detail.rows)
    return visible.contains(hits[current].lowerBound) ? hits[current] : nil
  }
}
