import CableArchive
import CableNotebook
import Cables
import TerminalUI

// What a reader keeps of cables: bookmarks, labels, notes, what was read.
extension BrowserState {
  /// The names of the picked cables, or of the one at hand.
  private var namesAtHand: [String] {
    if !picked.isEmpty { return pickedNames }
    return nameAtHand.map { [$0] } ?? []
  }

  /// The cable of the pane that has the focus, an absent one included.
  private var nameAtHand: String? {
    if focus == .list, followsList { return list.selectedRow?.name }
    return detail.page?.name
  }

  /// Carries a change out here, and has it written; what was done is said when it is on the disk.
  mutating func keep(
    _ change: Change, isLasting: Bool = true, isSaid: Bool = true
  ) -> [Effect] {
    underway.append(change)
    notebook.apply(change)
    refreshKept()
    return [.keep(change, isLasting: isLasting, isSaid: isSaid)]
  }

  /// Shows what is kept of the cable at hand; the reading place stays.
  private mutating func refreshKept() {
    guard let page = detail.page, page.kept != notebook[page.name] else { return }
    var shown = page.kept
    let kept = notebook[page.name]
    detail.page?.kept = kept
    // Of reading the card says nothing.
    shown.isRead = kept.isRead
    guard shown != kept, detail.view == .reading || page.key.isAbsent else { return }
    let before = detail
    detail.rebuild(finder: finder, columns: textColumns)
    // What is kept stands in the card: what is above it stays where it is, what is below moves with it.
    let same = zip(before.document.text, detail.document.text).prefix { $0 == $1 }.count
    let grown = detail.document.text.count - before.document.text.count
    detail.place = before.place > same ? max(same, before.place + grown) : before.place
    detail.selectedLink = before.selectedLink
    detail.currentHit = before.currentHit.flatMap { detail.hits.indices.contains($0) ? $0 : nil }
    detail.currentFound = before.currentFound.flatMap {
      detail.found.indices.contains($0) ? $0 : nil
    }
  }

  private func counted(_ names: [String]) -> String {
    names.count == 1 ? names[0] : "\(names.count.grouped) cables"
  }

  // MARK: Bookmarks, labels, notes

  /// Bookmarks the cables at hand; takes the bookmarks away where all have one.
  mutating func toggleBookmark() -> [Effect] {
    let names = namesAtHand
    guard !names.isEmpty else { return [] }
    return keep(.bookmark(names, !names.allSatisfy { notebook[$0].isBookmarked }))
  }

  /// Gives labels to the cables at hand; a word with a hyphen in front takes one away.
  mutating func label(_ words: String) -> [Effect] {
    let names = namesAtHand
    guard !names.isEmpty else { return [] }
    guard !words.isEmpty else { return openCommandLine("\(Command.ID.label.rawValue) ") }
    var added: [String] = []
    var removed: [String] = []
    for word in words.split(whereSeparator: { $0 == " " || $0 == "," }) {
      let isRemoved = word.hasPrefix("-")
      guard word.count <= Notebook.longestLabel else {
        complain("A label has \(Notebook.longestLabel) letters at most")
        return []
      }
      guard let label = Notebook.label(String(word.drop { $0 == "-" || $0 == "#" })) else {
        complain("“\(word)” is no label: letters, digits, - and _")
        return []
      }
      if isRemoved { removed.append(label) } else { added.append(label) }
    }
    return keep(.label(names, added: added, removed: removed))
  }

  /// Writes a note on the cable at hand: the text given, or in the reader's editor.
  mutating func writeNote(_ text: String) -> [Effect] {
    guard let name = nameAtHand else { return [] }
    guard text.isEmpty else { return noteWritten(name, text, replacing: notebook[name].note) }
    noteSeen = notebook[name].note
    return [.editNote(name, unkeptNotes[name] ?? notebook[name].note ?? "")]
  }

  /// Takes what was written as the note on a cable; nothing but blanks takes the note away.
  mutating func noteWritten(_ name: String, _ text: String, replacing seen: String?) -> [Effect] {
    let before = notebook[name].note
    var after = Notebook()
    after.apply(.note(name, text))
    let text = after[name].note
    guard text != seen else {
      unkeptNotes[name] = nil
      say(seen == nil ? "No note was written" : "The note is as it was")
      return []
    }
    // What has come from elsewhere while the editor was open is not lost.
    return keep(.note(name, Change.note(text, replacing: seen, present: before)))
  }

  // MARK: Read and unread

  /// Takes down that a cable was opened for reading.
  mutating func noteReading() -> [Effect] {
    guard focus == .detail, !isOpening, let page = detail.page, case .cable = page else {
      if focus == .list { readKey = nil }
      return []
    }
    guard readKey != page.key else { return [] }
    readKey = page.key
    guard !notebook[page.name].isRead else { return [] }
    return keep(.read([page.name], true), isLasting: tracksReading, isSaid: false)
  }

  /// Counts the cables at hand as unread; as read where none was read.
  mutating func toggleRead() -> [Effect] {
    let names = namesAtHand
    guard !names.isEmpty else { return [] }
    return keep(.read(names, names.allSatisfy { !notebook[$0].isRead }), isLasting: tracksReading)
  }

  // MARK: The notebook

  /// Takes what the notebook holds by now; changes that are on their way are made again.
  mutating func take(_ contents: Notebook, damagedLines: Int = 0) {
    notebook = contents
    for change in underway { notebook.apply(change) }
    if damagedLines > 0 {
      complain(
        damagedLines == 1
          ? "1 line of the notebook cannot be read and was left as it is"
          : "\(damagedLines) lines of the notebook cannot be read and were left as they are")
    }
    refreshKept()
  }

  /// Says what was done, now that it is on the disk.
  mutating func kept(_ change: Change, _ contents: Notebook, isSaid: Bool) {
    if !underway.isEmpty { underway.removeFirst() }
    take(contents)
    if case .note(let name, _) = change { unkeptNotes[name] = nil }
    guard isSaid else { return }
    let isLasting = if case .read = change { tracksReading } else { hasNotebookFile }
    say(sentence(on: change, contents) + (isLasting ? "" : ", until the browser is left"))
  }

  /// Says what a change has done.
  private func sentence(on change: Change, _ contents: Notebook) -> String {
    switch change {
    case .bookmark(let names, let isSet):
      return isSet ? "Bookmarked \(counted(names))" : "No bookmark on \(counted(names)) any more"
    case .label(let names, let added, _):
      let labels = names.count == 1 ? contents[names[0]].labels : added
      return "\(counted(names)): "
        + (labels.isEmpty ? "no labels" : labels.map { "#\($0)" }.joined(separator: " "))
    case .note(let name, let text):
      let note = contents[name].note
      if note != text { return "Noted on \(name), which had another note by now: both are in it" }
      return note == nil ? "The note on \(name) was taken away" : "Noted on \(name)"
    case .read(let names, let isSet):
      return "\(counted(names)): \(isSet ? "read" : "unread")"
    case .search(let name, let query):
      return query.map { "Saved \($0) as \(name)" } ?? "Forgot the search \(name)"
    }
  }

  /// Says that a change could not be taken down, and takes it back here.
  mutating func notKept(_ change: Change, _ contents: Notebook, _ sentence: String) {
    if !underway.isEmpty { underway.removeFirst() }
    take(contents)
    guard case .note(let name, let text?) = change else {
      complain(sentence)
      return
    }
    holdUnkept(name, text, sentence)
  }

  /// Holds the text of a note that did not get as far as the notebook, for the next time it is written.
  mutating func holdUnkept(_ name: String, _ text: String, _ reason: String) {
    unkeptNotes[name] = text
    let key = keymap.keys(of: .note).first ?? ":\(Command.ID.note.rawValue)"
    let sentence = reason.hasSuffix(".") ? reason : reason + "."
    complain("\(sentence) The text is not lost yet: \(key) opens it again.")
  }
}
