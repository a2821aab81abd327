import CableArchive
import Cables

/// A place in a document that leads somewhere.
struct Link: Sendable, Equatable {
  /// Where a link stands, which decides its turn for Tab.
  enum Kind: Sendable, Equatable {
    case reference
    case mention
    case citation
    case neighbour
    case search
    /// A TAG or a post: by mouse and choice, not in the turn of Tab.
    case aside
  }

  /// A cable a link can lead to, with what is known of it.
  struct Destination: Sendable, Equatable {
    /// The letter of the REF item, where it has one.
    var letter: String?
    var id: CableID
    /// The row in the archive; nil for an absent cable.
    var row: ListRow?
    var isYearInferred = false
    /// How many cables of the archive cite it.
    var citedByCount = 0
  }

  /// Where a link leads.
  enum Target: Sendable, Equatable {
    /// To one cable, or to a choice of several.
    case cables([Destination])
    /// Some places forward in the history, or back where negative.
    case history(Int)
    /// To the result of a query.
    case query(String)
    /// To the cable of a name, or to the page of one that is not there.
    case named(String)
    /// To both ends of a reference.
    case ends(ReferenceEnds)
    /// Nowhere, for the reason given.
    case none(String)
  }

  var kind: Kind
  var range: Range<Int>
  /// The words of the link, for the status line and the picker.
  var text: String
  var target: Target
}

extension Link {
  /// One line that says where the link leads, for the status line.
  var preview: String {
    switch target {
    case .none(let reason): return reason
    case .history, .ends: return text
    case .query(let query): return "Search for \(query)"
    case .named(let name): return name
    case .cables(let destinations):
      guard let first = destinations.first else { return text }
      if destinations.count == 1 { return first.preview }
      return destinations.map { ($0.letter.map { "\($0) " } ?? "") + $0.id.description }
        .joined(separator: ", ") + ": Enter to choose"
    }
  }
}

extension Link.Destination {
  /// The page it leads to.
  var key: Page.Key { row.map { .row($0.rowID) } ?? .absent(id) }

  /// The id with what is known of it: its subject, or that it is absent.
  var preview: String {
    let name = (letter.map { "\($0) " } ?? "") + id.description + (isYearInferred ? "~" : "")
    guard let row else { return "\(name)  \(absence)" }
    return "\(row.name == id.description ? name : "\(name) = \(row.name)")  \(row.subject)"
  }

  /// What is said of a cable that is not there.
  var absence: String {
    citedByCount > 0 ? "not in archive · cited by \(citedByCount)" : "not in archive"
  }
}
