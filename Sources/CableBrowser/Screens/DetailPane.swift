import Cables
import TerminalUI

/// A cable or the page of an absent one, wrapped to a pane.
struct DetailPane {
  let detail: DetailState
  let isFocused: Bool
  /// The width that the text is set in.
  let textColumns: Int
  let theme: Theme
  /// What the cable is there for, before its name.
  var word: String?
  /// Which of several places shows.
  var place: String?

  func draw(title: Rect, in rect: Rect, _ surface: inout Surface) {
    guard !rect.isEmpty else { return }
    drawTitle(title, rect, &surface)
    guard detail.page != nil else { return }
    var text = rect
    text.columns = textColumns
    DocumentView(
      document: detail.document, layout: detail.layout, theme: theme, hits: detail.hits,
      currentHit: detail.currentHit, found: detail.found, currentFound: detail.currentFound,
      selectedLink: detail.selectedLinkRange
    ).draw(from: detail.topLine(visibleRows: rect.rows), in: text, &surface)
  }

  private func drawTitle(_ title: Rect, _ rect: Rect, _ surface: inout Surface) {
    var name = (word.map { "\($0) " } ?? "") + (detail.page?.name ?? "No cable")
    switch detail.page {
    case .cable(let page):
      name += page.cable.classification.map { " · \($0.rawValue)" } ?? ""
      if detail.view == .original { name += " · original" }
    case .absent: name += " · not in archive"
    case nil: break
    }
    var remarks: [String] = []
    if let place {
      remarks.append(place)
    } else if detail.find != nil {
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
      name, remarks, in: title, style: isFocused ? theme.focusedPaneTitle : theme.paneTitle,
      theme: theme)
  }
}
