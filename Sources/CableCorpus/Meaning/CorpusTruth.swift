public import Cables

/// What a generated cable was meant to say, field by field.
public struct CorpusTruth: Sendable, Equatable {
  /// The canonical id.
  public var id: CableID
  /// When it was sent, as exactly as the text written of it can tell.
  public var date: CableDate
  /// The level.
  public var classification: Classification
  /// Handling captions in the order of the text.
  public var captions: [String] = []
  /// The post that sent it, in key form.
  public var origin: String
  /// The subject without its portion mark; nil where none is written.
  public var subject: String?
  /// The portion mark of the subject.
  public var subjectPortion: String?
  /// The TAGS as codes.
  public var tags: [String] = []
  /// The people named behind TAGS.
  public var tagNames: [String: String] = [:]
  /// The items of the REF block, one for each target.
  public var references: [CorpusReference] = []
  /// The places in the body that point to other cables, in reading order.
  public var mentions: [CorpusMention] = []
  /// The transmission id; nil where the text has no header.
  public var transmissionID: String?
  /// The precedences of the date-time group line; empty where the text has no header.
  public var precedences: [Precedence] = []
  /// The FM line; nil where the text has no header.
  public var from: String?
  /// The addressees for action.
  public var to: [Addressee] = []
  /// The addressees for information.
  public var info: [Addressee] = []
  /// Who classified the cable.
  public var classifiedBy: String?
  /// The reasons.
  public var reasons: String?
  /// When or on what event it is to be declassified: an ISO 8601 date, or words.
  public var declassifyOn: String?
  /// The summary's text without its heading and end mark.
  public var summary: String?
  /// The surnames under the text.
  public var signers: [String] = []
  /// The numbered paragraphs.
  public var paragraphs: [CorpusParagraph] = []
  /// Whether the text says that it is an extract.
  public var isPartial = false

  /// Creates a truth of which only the identity is known.
  public init(id: CableID, date: CableDate, classification: Classification) {
    self.id = id
    self.date = date
    self.classification = classification
    origin = id.post
  }
}

/// One target of a generated REF block.
public struct CorpusReference: Sendable, Equatable {
  /// The letter it is called by; several targets share one where a list shares its post.
  public var letter: String?
  /// What it leads to.
  public var kind: Reference.Kind
  /// The cable that is meant; nil where it is none.
  public var target: CableID?
  /// The cable that the text alone, without an archive, leads to by the rules for missing years.
  public var targetByText: CableID?
  /// Whether the year is left out.
  public var isYearInferred = false
  /// The item as written without letter and notes; nil for a member of a list.
  public var label: String?
  /// Remarks on the item.
  public var notes: [String] = []
  /// Whether the collection has the target.
  public var isInCorpus = false

  /// Creates a reference.
  public init(letter: String?, kind: Reference.Kind, target: CableID?) {
    self.letter = letter
    self.kind = kind
    self.target = target
    targetByText = target
  }
}

/// A place in a generated body that points to other cables.
public struct CorpusMention: Sendable, Equatable {
  /// How it names its targets.
  public var kind: Mention.Kind
  /// The words as written.
  public var text: String
  /// The cables meant, in the order named, as far as the text alone tells.
  public var targets: [CableID]

  /// Creates a mention.
  public init(kind: Mention.Kind, text: String, targets: [CableID]) {
    self.kind = kind
    self.text = text
    self.targets = targets
  }
}

/// A numbered paragraph of a generated cable.
public struct CorpusParagraph: Sendable, Equatable {
  /// The number, from 1.
  public var number: Int
  /// The portion mark without parentheses.
  public var portion: String?
  /// The words, separated by single blanks, with those of sub-points and tables.
  public var text: String

  /// Creates a paragraph.
  public init(number: Int, portion: String?, text: String) {
    self.number = number
    self.portion = portion
    self.text = text
  }
}
