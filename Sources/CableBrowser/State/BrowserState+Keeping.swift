import CableArchive
import CableNotebook
import Cables
import TerminalUI

// What a reader keeps of cables: bookmarks, labels, notes, what was read, saved searches.
extension BrowserState {
  /// The names of the picked cables, or of the one at hand.
  private var namesAtHand: [String] {
    if !picked.isEmpty { return pickedNames }
    return nameAtHand.map { [$0] } ?? []
  }

  /// The cable of the pane that has the focus.
  private var nameAtHand: String? {
    if focus == .list, followsList { return list.selectedRow?.name }
    guard case .cable(let page) = detail.page else { return nil }
    return page.row.name
  }

  /// The names of picked cables, the newest first.
  var pickedNames: [String] {
    picked.sorted { $0.key > $1.key }.map(\.value)
  }

  /// Carries a change out here, and has it written.
  private mutating func keep(_ change: Change, isLasting: Bool = true) -> [Effect] {
    notebook.apply(change)
    refreshKept()
    return [.keep(change, isLasting: isLasting)]
  }

  /// Shows what is kept of the cable at hand; the reading place stays.
  private mutating func refreshKept() {
    guard case .cable(var page) = detail.page, page.kept != notebook[page.row.name] else { return }
    var shown = page.kept
    page.kept = notebook[page.row.name]
    detail.page = .cable(page)
    // Of reading the card says nothing.
    shown.isRead = page.kept.isRead
    guard shown != page.kept, detail.view == .reading else { return }
    let before = detail
    detail.rebuild(finder: finder, columns: textColumns)
    // What is kept stands in the card, above whatever is read below it.
    let isBelowCard = before.layout.line(at: before.place) > 0
    let grown = detail.document.text.count - before.document.text.count
    detail.place = isBelowCard ? max(0, before.place + grown) : before.place
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
    let isSet = !names.allSatisfy { notebook[$0].isBookmarked }
    say(isSet ? "Bookmarked \(counted(names))" : "No bookmark on \(counted(names)) any more")
    return keep(.bookmark(names, isSet))
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
      guard let label = Notebook.label(String(word.drop { $0 == "-" || $0 == "#" })) else {
        complain("“\(word)” is no label: letters, digits, - and _")
        return []
      }
      if isRemoved { removed.append(label) } else { added.append(label) }
    }
    let effects = keep(.label(names, added: added, removed: removed))
    let labels = names.count == 1 ? notebook[names[0]].labels : added
    say(
      "\(counted(names)): "
        + (labels.isEmpty ? "no labels" : labels.map { "#\($0)" }.joined(separator: " ")))
    return effects
  }

  /// Writes a note on the cable at hand: the text given, or in the reader's editor.
  mutating func writeNote(_ text: String) -> [Effect] {
    guard let name = nameAtHand else { return [] }
    guard text.isEmpty else { return noteWritten(name, text) }
    return [.editNote(name, notebook[name].note ?? "")]
  }

  /// Takes what was written as the note on a cable; nothing but blanks takes the note away.
  mutating func noteWritten(_ name: String, _ text: String) -> [Effect] {
    let before = notebook[name].note
    let effects = keep(.note(name, text))
    let now = notebook[name].note
    guard now != before else {
      say(now == nil ? "No note was written" : "The note is as it was")
      return []
    }
    say(now == nil ? "The note on \(name) was taken away" : "Noted on \(name)")
    return effects
  }

  // MARK: Read and unread

  /// Takes down that a cable was opened for reading.
  mutating func noteReading() -> [Effect] {
    guard focus == .detail, !isOpening, case .cable(let page) = detail.page else {
      if focus == .list { readKey = nil }
      return []
    }
    guard readKey != page.row.rowID else { return [] }
    readKey = page.row.rowID
    guard !notebook[page.row.name].isRead else { return [] }
    return keep(.read([page.row.name], true), isLasting: tracksReading)
  }

  /// Counts the cables at hand as unread; as read where none was read.
  mutating func toggleRead() -> [Effect] {
    let names = namesAtHand
    guard !names.isEmpty else { return [] }
    let isSet = names.allSatisfy { !notebook[$0].isRead }
    say("\(counted(names)): \(isSet ? "read" : "unread")")
    return keep(.read(names, isSet), isLasting: tracksReading)
  }

  // MARK: Picking

  /// Picks the selected cable, or lets it go again, and goes on to the next.
  mutating func pick() -> [Effect] {
    guard let row = list.selectedRow else { return [] }
    picked[row.rowID] = picked[row.rowID] == nil ? row.name : nil
    say(picked.isEmpty ? "None picked" : "\(picked.count.grouped) picked; Esc lets go of them")
    return move(by: 1)
  }

  // MARK: Searches

  /// Saves the query at hand under a name.
  mutating func saveSearch(_ name: String) -> [Effect] {
    guard !list.queryText.isEmpty else {
      say("There is no search to save")
      return []
    }
    say("Saved \(list.queryText) as \(name)")
    return keep(.search(name, list.queryText))
  }

  /// Forgets a saved search.
  mutating func forgetSearch(_ name: String) -> [Effect] {
    guard notebook.searches[name] != nil else {
      complain("No search is saved as \(name)")
      return []
    }
    say("Forgot the search \(name)")
    return keep(.search(name, nil))
  }

  /// Opens the choice among saved searches and those before.
  mutating func showSearches() -> [Effect] {
    let saved = notebook.searches.sorted { $0.key < $1.key }.map { name, query in
      Picker.Entry(letter: nil, text: "\(name)  \(query)", target: .query(query))
    }
    let past = pastSearches.reversed().map {
      Picker.Entry(letter: nil, text: $0, target: .query($0))
    }
    let picker = Picker(
      title: "Searches",
      tabs: [Picker.Tab(name: "saved", entries: saved), Picker.Tab(name: "before", entries: past)])
    guard !picker.isEmpty else {
      say("No searches yet; :\(Command.ID.saveSearch.rawValue) saves the one at hand")
      return []
    }
    overlay = .picker(picker)
    return []
  }

  // MARK: The notebook

  /// Takes what the notebook's file holds, or what others have written there.
  mutating func take(_ news: NotebookFile.News) -> [Effect] {
    for change in news.changes { notebook.apply(change) }
    if news.damagedLines > 0 {
      complain(
        "\(news.damagedLines) \(news.damagedLines == 1 ? "line" : "lines") of the notebook cannot be "
          + "read and \(news.damagedLines == 1 ? "was" : "were") left as they are")
    }
    refreshKept()
    // A result that asks for what is kept may be another one now.
    guard list.query.asksForNotebook else { return [] }
    return search(list.query, keeping: rowToKeep ?? list.selectedRow?.rowID)
  }
}
