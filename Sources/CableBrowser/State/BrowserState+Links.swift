import CableArchive
import Cables
import TerminalUI

extension BrowserState {
  /// Selects a link and scrolls to it.
  mutating func selectLink(_ index: Int) {
    guard detail.document.links.indices.contains(index) else { return }
    detail.selectedLink = index
    detail.reveal(detail.document.links[index].range.lowerBound, visibleRows: layout.detail.rows)
  }

  /// Selects the next or previous link; from what is on screen where none is selected.
  mutating func stepLink(by step: Int) -> [Effect] {
    guard detail.page != nil else { return [] }
    let links = detail.document.links
    guard !links.isEmpty else { return [] }
    if focus != .detail { _ = focus(.detail) }
    guard let selected = detail.selectedLink else {
      selectLink(firstLink(step))
      return []
    }
    var next = selected + step
    if !links.indices.contains(next) {
      next = step > 0 ? 0 : links.count - 1
      say(step > 0 ? "Wrapped to the first link" : "Wrapped to the last link")
    }
    selectLink(next)
    return []
  }

  /// The link to begin with: the first in order, or after scrolling the first on the screen.
  private func firstLink(_ step: Int) -> Int {
    let links = detail.document.links
    let rows = layout.detail.rows
    if detail.topLine(visibleRows: rows) == 0 { return step > 0 ? 0 : links.count - 1 }
    let visible = detail.visibleRange(visibleRows: rows)
    let index =
      step > 0
      ? links.firstIndex { $0.range.lowerBound >= visible.lowerBound }
      : links.lastIndex { $0.range.lowerBound < visible.upperBound }
    return index ?? (step > 0 ? 0 : links.count - 1)
  }

  /// The link that Enter would follow.
  var selectedLink: Link? {
    detail.selectedLink.flatMap {
      detail.document.links.indices.contains($0) ? detail.document.links[$0] : nil
    }
  }

  mutating func followSelectedLink() -> [Effect] {
    guard let link = selectedLink else { return move(by: 1) }
    return go(to: link.target)
  }

  /// Opens the choice of all links of the page.
  mutating func showLinks() -> [Effect] {
    var references: [Picker.Entry] = []
    var citations: [Picker.Entry] = []
    for link in detail.document.links where link.kind != .mention {
      var entries: [Picker.Entry] = []
      switch link.target {
      case .cables(let destinations):
        entries += destinations.map { destination in
          Picker.Entry(
            letter: link.kind == .reference ? destination.letter : nil,
            text: (link.kind == .citation ? "cited by " : "") + destination.preview,
            target: .cables([destination]), ends: ends(of: link, to: destination))
        }
      case .query, .none, .history, .ends, .named:
        entries.append(Picker.Entry(letter: nil, text: link.preview, target: link.target))
      }
      if link.kind == .citation { citations += entries } else { references += entries }
    }
    let asides = detail.document.asides.map {
      Picker.Entry(letter: nil, text: "\($0.preview)  \($0.text)", target: $0.target)
    }
    let picker = Picker(
      title: "Links of \(detail.page?.name ?? "")",
      tabs: [
        Picker.Tab(name: "refers to", entries: references),
        Picker.Tab(name: "cited by", entries: citations),
        Picker.Tab(name: "TAGS and posts", entries: asides),
      ])
    guard !picker.isEmpty else {
      say("This cable has no references and is not cited")
      return []
    }
    overlay = .picker(picker)
    return []
  }

  /// Opens the choice of all texts of the cable.
  mutating func showVersions() -> [Effect] {
    guard case .cable(let page) = detail.page, let id = page.row.id else { return [] }
    return [.versions(id)]
  }

  /// Shows the texts of a cable, the one that is read selected.
  mutating func showVersions(of id: CableID, _ versions: [CableVersion]) {
    guard overlay == nil, case .cable(let page) = detail.page, page.row.id == id else { return }
    let lines = CableVersion.lines(versions, reading: page.row.rowID)
    overlay = .picker(
      Picker(
        title: "Texts of \(page.row.name), the fullest first",
        entries: zip(versions, lines).map { version, line in
          Picker.Entry(
            letter: nil, text: line, target: .cables([Link.Destination(id: id, row: version.row)]))
        }, selected: versions.firstIndex { $0.row.rowID == page.row.rowID } ?? 0))
  }

  /// Goes where the chosen entry leads.
  mutating func choose() -> [Effect] {
    guard case .picker(let picker) = overlay, picker.entries.indices.contains(picker.selected)
    else { return [] }
    overlay = nil
    return go(to: picker.entries[picker.selected].target)
  }
}
