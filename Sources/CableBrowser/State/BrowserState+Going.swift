import CableArchive
import Cables
import TerminalUI

// Ways to a cable beside its links: its name, the history, what is selected.
extension BrowserState {
  /// Asks for the cable of a typed name.
  mutating func goTo(typed: String) -> [Effect] {
    [.locate(typed)]
  }

  /// Goes to the cable that was asked for, or to the page of one that is not there.
  mutating func located(_ typed: String, _ rows: [ListRow]) -> [Effect] {
    let destinations = rows.compactMap { row in row.id.map { Link.Destination(id: $0, row: row) } }
    if !destinations.isEmpty { return go(to: .cables(destinations)) }
    guard let id = CableID(typed) else {
      complain("\(typed) names no cable; an id is written like 03ROME1605 or Rome 1605")
      return []
    }
    return go(to: .cables([Link.Destination(id: id)]))
  }

  /// Opens the choice among the places of the history, the latest first.
  mutating func showHistory() -> [Effect] {
    let now = place.map { [(0, $0)] } ?? []
    let back = history.back.reversed().enumerated().map { (-$0.offset - 1, $0.element) }
    let forward = history.forward.enumerated().map {
      (history.forward.count - $0.offset, $0.element)
    }
    let places = forward + now + back
    guard places.count > 1 else {
      say("There is no history yet")
      return []
    }
    overlay = .picker(
      Picker(
        title: "History",
        entries: places.map { step, place in
          Picker.Entry(
            letter: nil,
            text: (step == 0 ? "* " : "  ") + (pageTitles[place.key] ?? "a cable")
              + (place.query.isEmpty ? "" : "  / \(place.query)"),
            target: .history(step))
        }, selected: forward.count))
    return []
  }

  /// Searches for the cable of the selected link, or the words of the hit gone to last.
  mutating func searchSelected() -> [Effect] {
    let words: String
    if case .cables(let destinations) = selectedLink?.target, let first = destinations.first {
      words = first.id.description
    } else if let current = detail.currentFound ?? detail.currentHit {
      let hits = detail.currentFound == nil ? detail.hits : detail.found
      guard hits.indices.contains(current) else { return [] }
      words = String(decoding: detail.document.text[hits[current]], as: UTF8.self)
    } else {
      say("Select a link with Tab, or go to a hit with n; * searches for it")
      return []
    }
    let quoted = words.replacing("\"", with: " ")
    let query = quoted.contains(" ") ? "\"\(quoted)\"" : quoted
    return go(to: .query(query))
  }

  /// Asks for a look at where the selected link leads.
  mutating func peek() -> [Effect] {
    guard case .cables(let destinations) = selectedLink?.target, let first = destinations.first
    else {
      say("No link to a cable is selected: Tab selects one")
      return []
    }
    return [.peek(first.key)]
  }

  /// Shows a page over the panes; the reader stays where they are.
  mutating func peeked(_ page: Page) -> [Effect] {
    let document =
      switch page {
      case .cable(let page): Document(reading: page)
      case .absent(let page): Document(absent: page)
      }
    overlay = .text(title: "Peek: \(page.name)", document: document, top: 0)
    return []
  }

  // MARK: Marks

  /// Gives the place at hand a letter.
  mutating func setMark(_ key: String) -> [Effect] {
    guard let place else { return [] }
    guard key.count == 1, key != "'" else {
      say("A mark is a letter or a digit")
      return []
    }
    marks[key] = place
    say("Marked \(detail.page?.name ?? "") as \(key); '\(key) comes back")
    return []
  }

  /// Goes to the place of a letter, or with ' to the place before the last jump.
  mutating func goToMark(_ key: String) -> [Effect] {
    guard let target = key == "'" ? placeBefore : marks[key] else {
      let known = marks.keys.sorted().joined(separator: " ")
      say(
        key == "'"
          ? "There is no place before"
          : "No mark \(key)" + (known.isEmpty ? "" : "; there are \(known)"))
      return []
    }
    return jump(to: target)
  }

  /// Remembers the place at hand for ''.
  mutating func rememberPlace() {
    guard let place else { return }
    placeBefore = place
  }

  /// Remembers what a page is called, for the choice of the history.
  mutating func remember(_ page: Page) {
    if pageTitles.count > 5_000 { pageTitles = [:] }
    switch page {
    case .cable(let page): pageTitles[page.row.key] = "\(page.row.name)  \(page.row.subject)"
    case .absent(let page): pageTitles[.absent(page.id)] = "\(page.id)  not in archive"
    }
  }
}

extension ListRow {
  fileprivate var key: Page.Key { .row(rowID) }
}
