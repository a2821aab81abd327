/// What is wrong with a query, in words that say what to do.
public struct QueryError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A sentence for the reader.
  public let message: String
  /// The part of the text that it is about, in `Character`s of the text.
  public let range: Range<Int>

  /// Creates an error about a part of a query.
  public init(message: String, range: Range<Int>) {
    self.message = message
    self.range = range
  }

  /// The sentence for the reader.
  public var description: String { message }
}
