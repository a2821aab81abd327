import CableArchive
import Cables
import TerminalUI

extension BrowserState {
  /// Explains abbreviations, marks and TAGS of the cable.
  mutating func explain() -> [Effect] {
    guard case .cable(let page) = detail.page else { return [] }
    let visible = detail.visibleRange(visibleRows: layout.detail.rows)
    let shown = String(decoding: detail.document.text[visible], as: UTF8.self)
    let document = Document(explaining: page, shown: shown)
    guard !document.items.isEmpty else {
      say("There is nothing to explain in this cable")
      return []
    }
    overlay = .text(title: "What is meant in \(page.row.name)", document: document, top: 0)
    return []
  }

  /// Asks for the tree of references.
  mutating func showTree() -> [Effect] {
    guard case .cable(let page) = detail.page else { return [] }
    return [.tree(page.row.rowID)]
  }

  /// Shows the tree of references.
  mutating func grown(_ tree: ReferenceTree) -> [Effect] {
    func tab(_ name: String, _ rows: [ReferenceTree.Row]) -> Picker.Tab {
      Picker.Tab(
        name: name,
        entries: rows.map {
          Picker.Entry(
            letter: nil, text: $0.text, target: .cables([$0.destination]), ends: $0.ends)
        })
    }
    let picker = Picker(
      title: tree.name,
      tabs: [tab("refers to", tree.backward), tab("is cited by", tree.forward)])
    guard !picker.isEmpty else {
      say("This cable refers to none and is not cited")
      return []
    }
    overlay = .picker(picker)
    return []
  }
}
