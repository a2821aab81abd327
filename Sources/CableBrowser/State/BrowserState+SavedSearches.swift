import CableArchive
import CableNotebook
import TerminalUI

// Searches that are kept under a name.
extension BrowserState {
  /// Saves the query at hand under a name.
  mutating func saveSearch(_ name: String) -> [Effect] {
    keep(.search(name, list.queryText))
  }

  /// Forgets a saved search: the named one, or the one chosen among them.
  mutating func forgetSearch(_ typed: String) -> [Effect] {
    var name = typed
    if name.isEmpty, case .picker(let picker) = overlay,
      picker.entries.indices.contains(picker.selected)
    {
      name = picker.entries[picker.selected].savedName ?? ""
    }
    guard notebook.searches[name] != nil else {
      complain(name.isEmpty ? "No saved search is chosen here" : "No search is saved as \(name)")
      return []
    }
    guard case .picker(let picker) = overlay else { return keep(.search(name, nil)) }
    overlay = nil
    let effects = keep(.search(name, nil))
    // There may be more to forget.
    guard !notebook.searches.isEmpty else { return effects }
    _ = showSearches()
    if case .picker(var rest) = overlay {
      rest.selected = min(picker.selected, rest.entries.count - 1)
      overlay = .picker(rest)
    }
    return effects
  }

  /// Opens the choice among saved searches and those before.
  mutating func showSearches() -> [Effect] {
    let saved = notebook.searches.sorted { $0.key < $1.key }.map { name, query in
      Picker.Entry(letter: nil, text: "\(name)  \(query)", target: .query(query), savedName: name)
    }
    let past = pastSearches.reversed().map {
      Picker.Entry(letter: nil, text: $0, target: .query($0))
    }
    let picker = Picker(
      title: "Searches",
      tabs: [Picker.Tab(name: "saved", entries: saved), Picker.Tab(name: "before", entries: past)])
    guard !picker.isEmpty else {
      say(
        "No searches yet; \(keymap.keys(of: .saveSearch).first ?? ":save-search") saves the one at hand"
      )
      return []
    }
    overlay = .picker(picker)
    return []
  }
}
