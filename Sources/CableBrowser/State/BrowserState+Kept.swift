import CableNotebook
import Cables
import TerminalUI

// The choice among all that is kept, whether it is in the archive or not: no search finds what is absent.
extension BrowserState {
  /// Opens the choice among the cables that the reader marked.
  mutating func showKept() -> [Effect] {
    let marked = notebook.entries.filter { $0.value.hasMarks }.sorted { $0.key < $1.key }
    func tab(_ name: String, _ isIncluded: (Notebook.Entry) -> Bool) -> Picker.Tab {
      Picker.Tab(
        name: name,
        entries: marked.filter { isIncluded($0.value) }.map { entry($0.key, $0.value) })
    }
    let picker = Picker(
      title: "Kept",
      tabs: [
        tab("bookmarks", \.isBookmarked), tab("labels") { !$0.labels.isEmpty },
        tab("notes") { $0.note != nil },
      ])
    guard !picker.isEmpty else {
      say(
        "Nothing is kept yet; \(keymap.keys(of: .bookmark).first ?? ":bookmark") bookmarks a cable"
      )
      return []
    }
    overlay = .picker(picker)
    return []
  }

  private func entry(_ name: String, _ kept: Notebook.Entry) -> Picker.Entry {
    let parts = [kept.labels.map { "#\($0)" }.joined(separator: " "), kept.note ?? ""]
    let words = parts.joined(separator: "  ").split { $0.isNewline }.joined(separator: " ")
    return Picker.Entry(
      letter: nil,
      text: "\(kept.letters) \(name)"
        + String(repeating: " ", count: max(0, 14 - TextWidth.columns(of: name))) + "  \(words)",
      // A file's name leads nowhere by itself.
      target: CableID(name) == nil
        ? .none("\(name) has no id; is:bookmarked, has:label and has:note find it where it is")
        : .named(name))
  }
}
