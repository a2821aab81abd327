import Cables
import TerminalUI

/// The cable or the page of an absent one, wrapped to the pane.
struct DetailPane {
  let state: BrowserState
  let theme: Theme

  func draw(_ layout: PaneLayout, _ surface: inout Surface) {
    let rect = layout.detail
    guard !rect.isEmpty else { return }
    drawTitle(layout.detailTitle, rect, &surface)
    let detail = state.detail
    guard detail.page != nil else { return }
    var text = rect
    text.columns = state.textColumns
    DocumentView(
      document: detail.document, layout: detail.layout, theme: theme, hits: detail.hits,
      currentHit: detail.currentHit, found: detail.found, currentFound: detail.currentFound,
      selectedLink: state.selectedLink?.range
    ).draw(from: detail.topLine(visibleRows: rect.rows), in: text, &surface)
  }

  private func drawTitle(_ title: Rect, _ rect: Rect, _ surface: inout Surface) {
    let detail = state.detail
    var name = detail.page?.name ?? "No cable"
    switch detail.page {
    case .cable(let page):
      name += page.cable.classification.map { " · \($0.rawValue)" } ?? ""
      if detail.view == .original { name += " · original" }
    case .absent: name += " · not in archive"
    case nil: break
    }
    var remarks: [String] = []
    if detail.find != nil {
      remarks.append(
        detail.currentFound.map { "hit \($0 + 1)/\(detail.found.count)" }
          ?? (detail.found.count == 1 ? "1 hit" : "\(detail.found.count) hits"))
    } else if !detail.hits.isEmpty {
      remarks.append(
        detail.currentHit.map { "hit \($0 + 1)/\(detail.hits.count)" }
          ?? (detail.hits.count == 1 ? "1 hit" : "\(detail.hits.count) hits"))
    }
    if detail.page != nil { remarks.append("\(detail.percent(visibleRows: rect.rows))%") }
    surface.writeTitle(
      name, remarks, in: title,
      style: state.focus == .detail ? theme.focusedPaneTitle : theme.paneTitle, theme: theme)
  }
}
