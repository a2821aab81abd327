import TerminalUI

/// A choice among links, places or the cables one link can lead to; in several tabs where there are kinds of them.
struct Picker: Sendable {
  struct Entry: Sendable {
    /// The key that chooses it at once, the reference's own letter.
    var letter: String?
    var text: String
    var target: Link.Target
    /// The name of the saved search it stands for.
    var savedName: String?
    /// The reference it stands for.
    var ends: ReferenceEnds?
  }

  struct Tab: Sendable {
    var name: String
    var entries: [Entry]
  }

  var title: String
  private(set) var tabs: [Tab]
  /// The tab that is shown.
  private(set) var tab = 0
  var selected = 0
  /// Shown are the entries that hold its words.
  private(set) var filter = LineEditor()
  /// Whether keys go into the filter.
  var isTyping = false

  /// Creates a choice of one kind.
  init(title: String, entries: [Entry], selected: Int = 0) {
    self.init(title: title, tabs: [Tab(name: "", entries: entries)])
    self.selected = selected
  }

  /// Creates a choice with a tab for each kind that has entries.
  init(title: String, tabs: [Tab]) {
    self.title = title
    self.tabs = tabs.filter { !$0.entries.isEmpty }
  }

  var isEmpty: Bool { tabs.isEmpty }

  /// The entries of the tab that the filter leaves.
  var entries: [Entry] {
    guard tabs.indices.contains(tab) else { return [] }
    let words = filter.text.lowercased().split(separator: " ")
    if words.isEmpty { return tabs[tab].entries }
    return tabs[tab].entries.filter { entry in
      let text = entry.text.lowercased()
      return words.allSatisfy { text.contains($0) }
    }
  }

  /// Shows another tab.
  mutating func step(by step: Int) {
    guard !tabs.isEmpty else { return }
    tab = (tab + step + tabs.count) % tabs.count
    selected = 0
  }

  /// Changes the filter; the choice begins anew.
  mutating func edit(_ edit: (inout LineEditor) -> Bool) -> Bool {
    let before = filter.text
    let isTaken = edit(&filter)
    if filter.text != before { selected = 0 }
    return isTaken
  }

  /// Takes the filter away.
  mutating func clearFilter() {
    filter = LineEditor()
    selected = 0
    isTyping = false
  }
}
