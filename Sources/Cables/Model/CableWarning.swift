/// Something about a cable's text that the parser could not take at its word.
public struct CableWarning: Sendable, Equatable {
  /// What is wrong; the raw value is the stable name in reports.
  public enum Kind: String, Sendable, CaseIterable {
    /// No class line, or one that names no level.
    case classificationMissing = "classification-missing"
    /// The class line was damaged and was repaired.
    case classificationRepaired = "classification-repaired"
    /// File name, footer and body name different cables.
    case identityDisagrees = "identity-disagrees"
    /// Neither footer, class line nor file name name the cable.
    case identityMissing = "identity-missing"
    /// No date could be found.
    case dateMissing = "date-missing"
    /// Two sources of the date disagree.
    case dateDisagrees = "date-disagrees"
    /// No subject line.
    case subjectMissing = "subject-missing"
    /// A TAG that is in no table.
    case tagUnknown = "tag-unknown"
    /// An item of the REF block that names no known post.
    case referenceUnread = "reference-unread"
    /// Bytes that are no UTF-8 were read as another encoding or replaced.
    case encodingRepaired = "encoding-repaired"
    /// Control characters were in the text.
    case controlCharacters = "control-characters"
    /// Paragraph numbers were damaged and were repaired.
    case numbersRepaired = "numbers-repaired"
    /// The text has no body.
    case bodyMissing = "body-missing"
    /// The text does not look like a cable.
    case notACable = "not-a-cable"
  }

  /// What is wrong.
  public var kind: Kind
  /// A sentence for the reader, with the values concerned.
  public var message: String
  /// Where in the clean text, in bytes, if anywhere.
  public var range: Range<Int>?

  /// Creates a warning.
  public init(kind: Kind, message: String, range: Range<Int>? = nil) {
    self.kind = kind
    self.message = message
    self.range = range
  }
}
