/// A property by which a result is divided and counted.
public enum Facet: String, Sendable, CaseIterable {
  /// The TAGS; a cable counts under each of its own.
  case tag
  /// The post that sent the cable.
  case from
  /// The classification.
  case classification = "class"
  /// The year it was sent.
  case year
  /// The month it was sent; cables of which only the year is known count under none.
  case month
  /// The reader's own labels, as the notebook has them.
  case label
}

/// A value of a facet and how many cables of a result have it.
public struct FacetCount: Sendable, Equatable {
  /// The value: a TAG, a post's key, a classification, `2003`, `2003-10`.
  public var value: String
  /// How many cables of the result have it.
  public var count: Int
  /// What narrows a query to the value: `tag:KNNP`, `date:2003-10`; with a minus before it leaves the value out.
  public var term: String

  /// Creates a count; the term follows from facet and value.
  public init(_ facet: Facet, value: String, count: Int) {
    self.value = value
    self.count = count
    let isPlain = value.utf8.allSatisfy { $0 != 0x20 && $0 != 0x22 && $0 != 0x2C && $0 != 0x2A }
    let quoted = isPlain ? value : "\"" + value.filter { $0 != "\"" } + "\""
    switch facet {
    case .tag: term = "tag:\(quoted)"
    case .from: term = "from:\(quoted)"
    case .classification: term = "class:\(quoted.lowercased())"
    case .year, .month: term = "date:\(quoted)"
    case .label: term = "label:\(quoted)"
    }
  }
}
