public import Cables

/// What a list shows of a cable, without its text.
public struct ListRow: Sendable, Equatable {
  /// The place of the cable in the archive; ascends with the date.
  public var rowID: Int64
  /// The canonical id; nil where nothing names the cable.
  public var id: CableID?
  /// The canonical id as text, or the file's name where there is none.
  public var name: String
  /// When it was sent.
  public var date: CableDate?
  /// The level of its class line.
  public var classification: Classification?
  /// The post that sent it, in key form.
  public var post: String?
  /// The subject; empty where there is none.
  public var subject: String
  /// How many cables of the archive cite it.
  public var citedByCount: Int
  /// Whether the text says that it is an extract.
  public var isPartial: Bool

  /// Creates a row.
  public init(
    rowID: Int64, id: CableID?, name: String, date: CableDate?,
    classification: Classification?, post: String?, subject: String, citedByCount: Int,
    isPartial: Bool
  ) {
    self.rowID = rowID
    self.id = id
    self.name = name
    self.date = date
    self.classification = classification
    self.post = post
    self.subject = subject
    self.citedByCount = citedByCount
    self.isPartial = isPartial
  }
}
