import CableArchive
import TerminalUI

/// Rows that one notch of the wheel scrolls.
private let wheelRows = 3

extension BrowserState {
  /// Takes a click, a turn of the wheel or a drag.
  mutating func handle(_ mouse: MouseEvent) -> [Effect] {
    switch mouse.kind {
    case .wheelUp: return scroll(at: mouse.position, by: -wheelRows)
    case .wheelDown: return scroll(at: mouse.position, by: wheelRows)
    case .press where mouse.button == .left: return press(at: mouse.position)
    case .drag where isDraggingDivider: return drag(to: mouse.position)
    case .release:
      isDraggingDivider = false
      return []
    case .press, .drag: return []
    }
  }

  /// Scrolls the pane under the pointer; neither the focus nor the selected cable changes for that.
  private mutating func scroll(at point: Point, by rows: Int) -> [Effect] {
    if case .ends = overlay { return scrollEnd(end(at: point), by: rows) }
    if overlay != nil { return move(by: rows) }
    let layout = layout
    if layout.detail.contains(point) {
      detail.scroll(
        toLine: detail.topLine(visibleRows: layout.detail.rows) + rows,
        visibleRows: layout.detail.rows)
      return []
    }
    guard layout.list.contains(point) else { return [] }
    list.top = max(
      0,
      min(list.top + max(1, abs(rows) / rowHeight) * rows.signum(), list.knownCount - visibleRows))
    return fetchMissing()
  }

  private mutating func press(at point: Point) -> [Effect] {
    // What is typed is meant for the cable at hand, and a question above it waits for its answer.
    guard console.line == nil else { return [] }
    message = nil
    if case .picker(var picker) = overlay {
      let frame = OverlayScreen.frame(in: size)
      let top = OverlayScreen.pickerTop(picker, in: size)
      picker.selected = top + point.row - frame.row - 1
      guard frame.contains(point), picker.entries.indices.contains(picker.selected) else {
        return []
      }
      overlay = .picker(picker)
      return choose()
    }
    if case .palette(let palette) = overlay { return press(palette, at: point) }
    if case .ends = overlay {
      focusEnd(end(at: point))
      return []
    }
    switch overlay {
    case .facets(let panel): return press(panel, at: point)
    case .chart(let panel): return press(panel, at: point)
    default: break
    }
    guard overlay == nil else { return [] }
    let layout = layout
    if let divider = layout.divider, point.column == divider, point.row > 0 {
      isDraggingDivider = true
      return []
    }
    if layout.searchBar.contains(point) { return searchBar == nil ? openSearchBar() : [] }
    var effects: [Effect] = []
    if searchBar != nil { effects = keepSearch() }
    if finding != nil { effects = keepFind() }
    if layout.list.contains(point) { return effects + pressList(at: point, layout) }
    if layout.detail.contains(point) { return effects + pressDetail(at: point, layout) }
    return effects
  }

  /// Shows the facet clicked, or lets the value clicked in, or lets it go again.
  private mutating func press(_ panel: FacetPanel, at point: Point) -> [Effect] {
    let frame = OverlayScreen.frame(in: size)
    guard frame.contains(point) else { return [] }
    let (column, row) = (point.column - frame.column - 2, point.row - frame.row - 1)
    if row == 0 {
      let tabs = FacetView.tabs(facetTabs, shown: panel.facet, columns: frame.columns - 4)
      guard let tab = tabs.first(where: { $0.columns.contains(column) }),
        let there = facetTabs.firstIndex(of: tab.facet),
        let here = facetTabs.firstIndex(of: panel.facet)
      else { return [] }
      return there == here ? [] : stepFacet(by: there - here)
    }
    let rows = frame.rows - 3
    let value = FacetView.top(of: panel, rows: rows) + row - 1
    guard (1...max(1, rows)).contains(row), panel.counts?.indices.contains(value) == true else {
      return []
    }
    return moveInNarrowing(to: value) + toggleFacet(isExcluded: false)
  }

  /// Chooses the bar clicked; a click on the chosen one narrows to it.
  private mutating func press(_ panel: ChartPanel, at point: Point) -> [Effect] {
    let frame = OverlayScreen.frame(in: size)
    let bar = point.column - frame.column - 2
    guard frame.contains(point), chart(of: panel).bars.indices.contains(bar) else { return [] }
    return bar == panel.selected ? chooseNarrowing() : moveInNarrowing(to: bar)
  }

  /// Selects the row clicked; a click on the selected row opens it.
  private mutating func pressList(at point: Point, _ layout: PaneLayout) -> [Effect] {
    let rank = list.top + (point.row - layout.list.row) / rowHeight
    guard rank < list.knownCount else { return focus(.list) }
    if focus == .list, rank == list.selected { return openSelection() }
    return focus(.list) + select(rank)
  }

  /// Follows the link clicked.
  private mutating func pressDetail(at point: Point, _ layout: PaneLayout) -> [Effect] {
    let effects = focus(.detail)
    guard let offset = offset(at: point, layout),
      let index = detail.document.links.firstIndex(where: { $0.range.contains(offset) })
    else {
      let aside = offset(at: point, layout).flatMap { offset in
        detail.document.asides.first { $0.range.contains(offset) }
      }
      return aside.map { effects + go(to: $0.target) } ?? effects
    }
    detail.selectedLink = index
    return effects + go(to: detail.document.links[index].target)
  }

  /// The place of the document drawn at a point.
  private func offset(at point: Point, _ layout: PaneLayout) -> Int? {
    let index =
      detail.topLine(visibleRows: layout.detail.rows) + point.row - layout.detail.row
    guard detail.layout.lines.indices.contains(index) else { return nil }
    let line = detail.layout.lines[index]
    let column = point.column - layout.detail.column - line.indent
    guard column >= 0 else { return nil }
    return detail.document.text.withUnsafeBufferPointer { text in
      var used = 0
      var offset = line.range.lowerBound
      while offset < line.range.upperBound {
        let step = TextWidth.next(in: text, at: offset)
        used += step.columns
        if column < used { return offset }
        offset += max(1, step.length)
      }
      return nil
    }
  }

  /// Moves the line between the panes.
  private mutating func drag(to point: Point) -> [Effect] {
    choice.listShare = max(10, min(point.column * 100 / max(1, size.columns), 90))
    rearrange()
    return fetchMissing()
  }
}
