/// What the collection says about a cable besides its text: a table's columns, a page's metadata, the file's name.
///
/// The text is trusted over the hints; where they disagree the cable carries a warning with both values.
public struct CableHints: Sendable, Equatable {
  /// The name of the file without its folders, `03ROME1605.txt`.
  public var fileName: String?
  /// The id the collection gives, in any spelling.
  public var id: String?
  /// The date the collection gives.
  public var date: CableDate?
  /// Whether the minute of `date` is known to be false (web pages repeat the hour there).
  public var isMinuteFalse = false
  /// The classification the collection gives, `SECRET//NOFORN`.
  public var classification: String?
  /// The origin the collection gives, `Embassy Rome`.
  public var origin: String?
  /// The subject or title the collection gives.
  public var title: String?
  /// The references the collection gives, as ids in any spelling.
  public var references: [String] = []

  /// Creates hints that say nothing.
  public init() {}
}
