import CableArchive
import CableNotebook
import Cables

/// What a reader has opened: a cable of the archive, or one that is only cited.
enum Page: Sendable {
  case cable(CablePage)
  case absent(AbsentPage)
}

/// A cable with what the archive knows around it.
struct CablePage: Sendable {
  var row: ListRow
  var cable: Cable
  /// One for each item of the REF block, in its order.
  var references: [ResolvedReference]
  /// What its bare mentions of other cables lead to.
  var mentioned: [CableID: ListRow]
  /// Who cites it, newest first.
  var citations: [Citation]
  /// All texts the archive holds of the cable, the listed one first; empty where there is one only.
  var versions: [ListRow] = []
  /// What the reader keeps of it.
  var kept = Notebook.Entry()
  /// Files this text and exact copies of it were read from.
  var sources: [SourceLocation] = []
}

/// A cable that is cited but not in the archive.
struct AbsentPage: Sendable {
  var id: CableID
  /// Who cites it, newest first.
  var citations: [Citation]
  /// Cables of the same post with the nearest numbers.
  var neighbours: [ListRow]
  /// What the reader keeps of it.
  var kept = Notebook.Entry()
}

extension Page {
  /// What names the page: the row of a cable, or the id of an absent one.
  enum Key: Sendable, Hashable {
    case row(Int64)
    case absent(CableID)

    var isAbsent: Bool { if case .absent = self { true } else { false } }
  }

  var key: Key {
    switch self {
    case .cable(let page): .row(page.row.rowID)
    case .absent(let page): .absent(page.id)
    }
  }

  /// The id, where it has one.
  var id: CableID? {
    switch self {
    case .cable(let page): page.row.id
    case .absent(let page): page.id
    }
  }

  /// The id or file name in the pane's title.
  var name: String {
    switch self {
    case .cable(let page): page.row.name
    case .absent(let page): page.id.description
    }
  }
}

extension Page {
  /// What the reader keeps of the cable, there or absent.
  var kept: Notebook.Entry {
    get {
      switch self {
      case .cable(let page): page.kept
      case .absent(let page): page.kept
      }
    }
    set {
      switch self {
      case .cable(var page):
        page.kept = newValue
        self = .cable(page)
      case .absent(var page):
        page.kept = newValue
        self = .absent(page)
      }
    }
  }
}
