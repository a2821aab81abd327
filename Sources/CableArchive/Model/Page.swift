/// The order of a result.
public enum SortOrder: String, Sendable, CaseIterable {
  /// By date, the latest cable first; cables without a date last.
  case newestFirst = "newest first"
  /// By date, cables without a date first.
  case oldestFirst = "oldest first"
  /// The cables with the most hits of the words first, those in subjects counting four times; the latest first among
  /// equals. Queries without words, and those that ask for citations, have no relevance and come newest first.
  case mostRelevant = "relevance"

  /// The order in one word, as it is typed.
  public var name: String { String(rawValue.prefix { $0 != " " }) }
}

/// A place in a result between two rows, from which a page goes on.
///
/// An anchor stays valid when cables are added: it names a row, not a count.
public struct PageAnchor: Sendable, Hashable {
  /// The row; nil for the end of the result.
  let rowID: Int64?

  /// The place of a row.
  public init(_ row: ListRow) {
    rowID = row.rowID
  }

  private init() {
    rowID = nil
  }

  /// The end of a result, to page back from.
  public static let end = PageAnchor()

  /// The place of a row of which only the row id is known.
  public init(rowID: Int64) {
    self.rowID = rowID
  }
}

/// A stretch of a result.
public struct Page: Sendable, Equatable {
  /// The rows in the order of the result, also when the page was asked for backwards.
  public var rows: [ListRow]
  /// Whether the result goes on beyond the page in the direction asked for.
  public var hasMore: Bool

  /// Creates a page.
  public init(rows: [ListRow], hasMore: Bool) {
    self.rows = rows
    self.hasMore = hasMore
  }
}
