import CableArchive
import Cables

/// A reference as a pair of pages: the cable that cites, and the one it cites.
struct ReferenceEnds: Sendable, Equatable {
  var citing: Page.Key
  var cited: Page.Key
  /// The id by which the other is cited.
  var citedID: CableID
  /// The link of the citing cable's document from which it was asked for.
  var link: Int?
}

/// The two ends of a reference, each with a place of its own.
struct Comparison: Sendable {
  /// One of the two.
  enum End: Sendable {
    case citing
    case cited
  }

  var citing = DetailState()
  var cited = DetailState()
  /// The end that the keys go to.
  var focus = End.citing
  /// Links of the citing cable that lead to the other, in the order of the text.
  private(set) var places: [Int] = []
  /// The choice it was asked for in, which closing it comes back to.
  var origin: Picker?

  /// Puts two pages side by side, not yet wrapped.
  init(_ ends: ReferenceEnds, citing page: Page, cited other: Page, finder: HitFinder) {
    citing.show(page, finder: finder, columns: 1)
    cited.show(other, finder: finder, columns: 1)
    let links = citing.document.links
    places = links.indices.filter { index in
      let link = links[index]
      guard link.kind == .reference || link.kind == .mention,
        case .cables(let destinations) = link.target
      else { return false }
      return destinations.contains { $0.id == ends.citedID || $0.key == ends.cited }
    }.sorted { links[$0].range.lowerBound < links[$1].range.lowerBound }
    // Where the text speaks of the other cable there is more to read than in its list of references.
    citing.selectedLink =
      places.first { $0 == ends.link }
      ?? places.first { links[$0].kind == .mention } ?? places.first
  }

  /// The end that the keys go to.
  var focused: DetailState { self[focus] }

  /// One of the ends.
  subscript(end: End) -> DetailState {
    get { end == .citing ? citing : cited }
    set {
      switch end {
      case .citing: citing = newValue
      case .cited: cited = newValue
      }
    }
  }

  /// The number of the place that is selected, from 1.
  var placeNumber: Int? {
    citing.selectedLink.flatMap { places.firstIndex(of: $0) }.map { $0 + 1 }
  }

  /// Selects another place where the citing cable cites the other.
  ///
  /// - Returns: Whether it went on from the last to the first, or the other way; nil where there is one at most.
  mutating func step(by step: Int) -> Bool? {
    guard places.count > 1, let number = placeNumber else { return nil }
    let next = number - 1 + step
    let wrapped = (next % places.count + places.count) % places.count
    citing.selectedLink = places[wrapped]
    return wrapped != next
  }

  /// Scrolls the citing cable to the place that is selected.
  mutating func reveal(visibleRows: Int) {
    guard let link = citing.selectedLink, citing.document.links.indices.contains(link) else {
      return
    }
    citing.reveal(citing.document.links[link].range.lowerBound, visibleRows: visibleRows)
  }
}
