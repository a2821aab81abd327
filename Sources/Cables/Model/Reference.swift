/// One item of a cable's REF block.
public struct Reference: Sendable, Equatable {
  /// What a reference leads to.
  public enum Kind: String, Sendable, CaseIterable {
    /// Another telegram.
    case cable
    /// An electronic mail.
    case email
    /// An intelligence, attaché or open-source report (IIR, TD-314, DAO, OSC).
    case report
    /// A memorandum.
    case memo
    /// A telephone conversation.
    case telcon
    /// A letter or a diplomatic note.
    case letter
    /// A military message named by its date-time group.
    case message
    /// A manual, law or regulation (`7 FAM 180`).
    case manual
    /// A separate telegram without a number.
    case septel
    /// A number or post that was blacked out.
    case redacted
    /// Anything else, kept as text.
    case other
  }

  /// The letter it is called by in the text, upper case; nil for a single reference without one.
  public var letter: String?
  /// What it leads to.
  public var kind: Kind
  /// The cable it names; nil where the kind is not `cable`.
  public var target: CableID?
  /// Whether the year of the target was not written but concluded.
  public var isYearInferred: Bool
  /// The item as written, white space folded, without letter and notes.
  public var label: String
  /// Remarks on the item: `NOTAL`, `AND PREVIOUS`, `EXCLUSIVE`.
  public var notes: [String]
  /// Where the label stands in the clean text, in bytes.
  public var range: Range<Int>

  /// Creates a reference.
  public init(
    letter: String?, kind: Kind, target: CableID?, isYearInferred: Bool, label: String,
    notes: [String] = [], range: Range<Int>
  ) {
    self.letter = letter
    self.kind = kind
    self.target = target
    self.isYearInferred = isYearInferred
    self.label = label
    self.notes = notes
    self.range = range
  }
}

/// A place in the body that points to other cables: `REF A`, `REFS B AND C`, `reftel`, `septel`, `06 Paris 5733`.
public struct Mention: Sendable, Equatable {
  /// How a mention names its targets.
  public enum Kind: String, Sendable, CaseIterable {
    /// By letters or as `reftel`: the targets stand in the REF block.
    case reference
    /// By post and number.
    case cable
    /// As a separate telegram without a number: never resolvable.
    case septel
  }

  /// How it names its targets.
  public var kind: Kind
  /// The words as written, white space folded.
  public var text: String
  /// Where the words stand in the clean text, in bytes.
  public var range: Range<Int>
  /// The cables meant, in the order named; empty for a septel or a letter that is not in the REF block.
  public var targets: [CableID]
  /// Indices into the cable's references; empty unless the kind is `reference`.
  public var referenceIndices: [Int]
  /// Whether the year of a bare cable mention was concluded.
  public var isYearInferred: Bool

  /// Creates a mention.
  public init(
    kind: Kind, text: String, range: Range<Int>, targets: [CableID] = [],
    referenceIndices: [Int] = [], isYearInferred: Bool = false
  ) {
    self.kind = kind
    self.text = text
    self.range = range
    self.targets = targets
    self.referenceIndices = referenceIndices
    self.isYearInferred = isYearInferred
  }
}
