import CableArchive
import CableNotebook
import Cables
import TerminalUI

// The two ends of a reference.
extension BrowserState {
  /// Asks for both ends of the reference that is selected.
  mutating func compare() -> [Effect] {
    if case .picker(let picker) = overlay {
      guard picker.entries.indices.contains(picker.selected),
        let ends = picker.entries[picker.selected].ends
      else {
        say("This is no reference: it has no two ends")
        return []
      }
      return [.compare(ends)]
    }
    guard let link = selectedLink else {
      say("Select a reference with Tab first: this shows the cable that cites and the one cited")
      return []
    }
    guard case .cables(let destinations) = link.target else {
      say(link.preview)
      return []
    }
    let pairs = destinations.compactMap { destination in
      ends(of: link, to: destination).map { (destination, $0) }
    }
    guard let first = pairs.first else {
      say("This is no reference: it has no two ends")
      return []
    }
    if pairs.count == 1 { return [.compare(first.1)] }
    overlay = .picker(
      Picker(
        title: "Which reference?",
        entries: pairs.map { destination, ends in
          Picker.Entry(
            letter: destination.letter, text: destination.preview, target: .ends(ends), ends: ends)
        }))
    return []
  }

  /// The ends of the reference that a link of the page stands for; nil for other links.
  func ends(of link: Link, to destination: Link.Destination) -> ReferenceEnds? {
    guard let page = detail.page else { return nil }
    switch link.kind {
    case .reference, .mention:
      return ReferenceEnds(
        citing: page.key, cited: destination.key, citedID: destination.id,
        link: detail.document.links.firstIndex(of: link))
    case .citation:
      guard let id = page.id else { return nil }
      return ReferenceEnds(citing: destination.key, cited: page.key, citedID: id)
    case .neighbour, .search, .aside: return nil
    }
  }

  /// Shows both ends.
  mutating func compared(_ ends: ReferenceEnds, citing: Page, cited: Page) {
    var origin: Picker?
    switch overlay {
    case nil: break
    case .picker(let picker): origin = picker
    default: return
    }
    var pages = [citing, cited]
    for index in pages.indices { pages[index].kept = notebook[pages[index].name] }
    for page in pages { remember(page) }
    var comparison = Comparison(ends, citing: pages[0], cited: pages[1], finder: finder)
    comparison.origin = origin
    overlay = .ends(comparison)
    rearrangeEnds()
    guard case .ends(var comparison) = overlay else { return }
    comparison.reveal(visibleRows: endRows(.citing))
    overlay = .ends(comparison)
    say("Tab goes to the other end, Enter reads it, n to the next place, Esc back")
  }

  /// Where the ends stand: the citing one in the list's place, the cited one in the cable's.
  var endsLayout: PaneLayout {
    PaneLayout(
      size: size, choice: PaneChoice(arrangement: choice.arrangement, listShare: 50), focus: .list)
  }

  /// Where an end stands.
  func place(of end: Comparison.End) -> Rect {
    let layout = endsLayout
    return end == .citing ? layout.list : layout.detail
  }

  /// Rows of an end that show.
  func endRows(_ end: Comparison.End) -> Int { place(of: end).rows }

  /// The end under the pointer: whatever is not the cited one is the citing one.
  func end(at point: Point) -> Comparison.End {
    let layout = endsLayout
    return layout.detail.contains(point) || layout.detailTitle.contains(point) ? .cited : .citing
  }

  /// Wraps the ends to their places.
  mutating func rearrangeEnds() {
    guard case .ends(var comparison) = overlay else { return }
    for end in [Comparison.End.citing, .cited] {
      let columns = endColumns(end)
      if comparison[end].layout.columns != columns { comparison[end].wrap(columns: columns) }
    }
    overlay = .ends(comparison)
  }

  /// The width that the text of an end is set in.
  func endColumns(_ end: Comparison.End) -> Int {
    // No letter touches the line between the ends.
    let gap = end == .citing && endsLayout.divider != nil ? 1 : 0
    return max(1, min(place(of: end).columns - gap, configuration.settings.textColumns ?? .max))
  }

  /// Gives the keys to an end.
  mutating func focusEnd(_ end: Comparison.End) {
    guard case .ends(var comparison) = overlay else { return }
    comparison.focus = end
    overlay = .ends(comparison)
  }

  /// Gives the keys to the other end.
  mutating func switchEnds() {
    guard case .ends(let comparison) = overlay else { return }
    focusEnd(comparison.focus == .citing ? .cited : .citing)
  }

  /// Scrolls an end.
  mutating func scrollEnd(_ end: Comparison.End, by rows: Int) -> [Effect] {
    guard case .ends(let comparison) = overlay else { return [] }
    return scrollEnd(end, to: comparison[end].topLine(visibleRows: endRows(end)) + rows)
  }

  /// Scrolls an end to a row, clamped.
  mutating func scrollEnd(_ end: Comparison.End, to row: Int) -> [Effect] {
    guard case .ends(var comparison) = overlay else { return [] }
    comparison[end].scroll(toLine: row, visibleRows: endRows(end))
    overlay = .ends(comparison)
    return []
  }

  /// Goes to another place where the citing cable cites the other.
  mutating func stepPlace(by step: Int) -> [Effect] {
    guard case .ends(var comparison) = overlay else { return [] }
    guard let isWrapped = comparison.step(by: step) else {
      say("The other cable is cited in one place only")
      return []
    }
    if isWrapped { say(step > 0 ? "Wrapped to the first place" : "Wrapped to the last place") }
    comparison.reveal(visibleRows: endRows(.citing))
    overlay = .ends(comparison)
    return []
  }

  /// Reads the end that has the keys, from where it was scrolled to.
  mutating func readEnd() -> [Effect] {
    guard case .ends(let comparison) = overlay, let page = comparison.focused.page else {
      return []
    }
    overlay = nil
    return read(
      page.key, at: comparison.focused.place, selectedLink: comparison.focused.selectedLink)
  }

  /// Closes what lies over the panes; the ends of a reference go back to the choice they came from.
  mutating func closeOverlay() {
    if case .ends(let comparison) = overlay, let origin = comparison.origin {
      overlay = .picker(origin)
    } else {
      overlay = nil
    }
  }
}
