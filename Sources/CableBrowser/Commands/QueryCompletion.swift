import CableArchive
import Cables

/// How a word of a query can go on: the names of fields, then what a field can hold.
enum QueryCompletion {
  /// Fields that take an id.
  private static let idFields = ["id:", "cites:", "citedby:"]

  private static let fields =
    idFields + [
      "after:", "before:", "class:", "date:", "from:", "has:", "is:", "label:", "note:", "subject:",
      "tag:", "to:",
    ]

  /// What of a word stays as it is, before what is completed, and where that goes on from.
  static func source(of word: String) -> (kept: String, source: CommandCompletion.Source) {
    let negation = word.hasPrefix("-") ? "-" : ""
    let rest = word.dropFirst(negation.count)
    guard let colon = rest.firstIndex(of: ":") else {
      return (negation, .words(fields.sorted()))
    }
    let field = rest[...colon].lowercased()
    let kept = negation + rest[...colon]
    if idFields.contains(field) {
      return (kept, .ids(String(rest[rest.index(after: colon)...])))
    }
    return (kept, field == "label:" ? .labels : .words(values(of: field)))
  }

  private static func values(of field: String) -> [String] {
    switch field {
    case "tag:": TagTable.standard.tags.map(\.code).filter { !$0.contains(" ") }.sorted()
    case "from:", "to:": PostTable.standard.posts.map(\.key).filter { !$0.contains(" ") }.sorted()
    case "class:": ["unclassified", "confidential", "secret", "topsecret"]
    case "has:": Query.possessions
    case "is:": Query.traits
    default: []
    }
  }
}
