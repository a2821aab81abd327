/// A diplomatic telegram: what its header says, what it refers to, and its text.
///
/// Every value that the text does not give is nil or empty. Ranges are in bytes of `text.clean`.
public struct Cable: Sendable, Equatable {
  /// The text as it came and as it reads.
  public var text: CableText
  /// The canonical id; nil where nothing names the cable.
  public var id: CableID?
  /// When it was sent.
  public var date: CableDate?
  /// The level of the class line.
  public var classification: Classification?
  /// Handling captions in the order of the text, once each: `SIPDIS`, `NOFORN`, `EXDIS`, `SENSITIVE`.
  public var captions: [String] = []
  /// The post that sent it, in key form (`ROME`).
  public var origin: String?
  /// The subject, lines joined, without its portion mark.
  public var subject: String?
  /// Where the subject stands, in bytes of the clean text.
  public var subjectRange: Range<Int>?
  /// The portion mark of the subject without parentheses.
  public var subjectPortion: String?
  /// The TAGS as codes in the order of the text, names in parentheses left out: `PREL`, `IRAQI FREEDOM`.
  public var tags: [String] = []
  /// The people and bodies named in parentheses behind a TAG.
  ///
  /// `OVIP (STEINBERG, JAMES B.)` gives `STEINBERG, JAMES B.` for the key `OVIP`.
  public var tagNames: [String: String] = [:]
  /// The items of the REF block.
  public var references: [Reference] = []
  /// The places in the body that point to other cables, in reading order.
  public var mentions: [Mention] = []
  /// The transmission id, `VZCZCXRO2781`.
  public var transmissionID: String?
  /// The precedences of the date-time group line, highest first as written.
  public var precedences: [Precedence] = []
  /// The FM line, `AMEMBASSY ROME`.
  public var from: String?
  /// The addressees for action.
  public var to: [Addressee] = []
  /// The addressees for information.
  public var info: [Addressee] = []
  /// Who classified the cable, `A/ECMIN DAVID MULENEX`.
  public var classifiedBy: String?
  /// The reasons as written, `1.5 (D) AND (E)`.
  public var reasons: String?
  /// When or on what event it is to be declassified: an ISO 8601 date, or the words.
  public var declassifyOn: String?
  /// The summary's text, between its heading and its end mark.
  public var summaryRange: Range<Int>?
  /// The surnames under the text.
  public var signers: [String] = []
  /// The numbered paragraphs.
  public var paragraphs: [Paragraph] = []
  /// The body from its first line to the signature, in reading order.
  public var blocks: [Block] = []
  /// Whether the text says that it is an extract of the original.
  public var isPartial = false
  /// What could not be taken at its word.
  public var warnings: [CableWarning] = []

  /// Creates a cable of which only the text is known.
  public init(text: CableText) {
    self.text = text
  }
}
