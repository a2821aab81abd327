/// A search as a value, read from what a reader typed.
///
/// ```swift
/// let query = try Query.parse("libya tag:KNNP -draft").get()
/// ```
/// Reading a query touches no archive. Equal texts read in the same way give equal queries.
public struct Query: Sendable, Hashable {
  /// The text as typed.
  public var text: String
  /// Whether it is still being typed; its last word may then stand for the most frequent ones that begin so.
  public var isTyped: Bool
  /// What it says.
  package var root: QueryNode
  /// The cable that was named, where the whole text is a cable's name; it comes first in a result.
  package var named: IDPattern?

  package init(
    text: String, root: QueryNode, named: IDPattern? = nil, isTyped: Bool = false
  ) {
    self.text = text
    self.isTyped = isTyped
    self.root = root
    self.named = named
  }

  /// What `is:` takes.
  package static let traits = [
    "bookmarked", "inferred", "partial", "read", "undated", "unread",
  ]

  /// What `has:` takes.
  package static let possessions = ["date", "label", "note", "refs"]

  /// Whether the result depends on what the reader keeps.
  public var asksForNotebook: Bool { root.asksForNotebook }

  /// The query that finds every cable.
  public static let all = Query(text: "", root: .everything)

  /// Reads a query; any text gives a query or a message, and none traps.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - isTyping: Whether the text is still being typed: then its last word is the start of a word, and what
  ///     is unfinished at the end (a quotation mark, a lone `OR`) is overlooked.
  /// - Returns: The query, or what is wrong with it and where.
  /// - Complexity: O(n) over the characters.
  public static func parse(
    _ text: String, isTyping: Bool = false
  ) -> Result<Query, QueryError> {
    Result { () throws(QueryError) in
      var parser = QueryParser(text, isTyping: isTyping)
      var query = try parser.query()
      query.isTyped = isTyping && query.root != .everything
      return query
    }
  }
}
