public import Cables

/// A cable that points to another one, and how.
public struct Citation: Sendable, Equatable {
  /// The citing cable.
  public var row: ListRow
  /// The letter of the item in its REF block; nil without one, and for a mention in the body.
  public var letter: String?
  /// The words as written there.
  public var label: String
  /// Whether the year was concluded and not written.
  public var isYearInferred: Bool
  /// Whether it stands in the body only, not in the REF block.
  public var isMention: Bool

  /// Creates a citation.
  public init(
    row: ListRow, letter: String?, label: String, isYearInferred: Bool, isMention: Bool = false
  ) {
    self.row = row
    self.letter = letter
    self.label = label
    self.isYearInferred = isYearInferred
    self.isMention = isMention
  }
}

/// An item of a cable's REF block with what the archive knows of its target.
public struct ResolvedReference: Sendable, Equatable {
  /// The letter it is called by; nil for a single reference without one.
  public var letter: String?
  /// What it leads to.
  public var kind: Reference.Kind
  /// The item as written.
  public var label: String
  /// Remarks on the item.
  public var notes: [String]
  /// The cable it names; nil where the kind is not `cable`.
  public var target: CableID?
  /// Whether the year of the target was concluded and not written.
  public var isYearInferred: Bool
  /// The target, where the archive holds it.
  public var row: ListRow?
  /// How many cables of the archive cite the target, this one included.
  public var citedByCount: Int

  /// Creates a resolved reference.
  public init(
    letter: String?, kind: Reference.Kind, label: String, notes: [String] = [], target: CableID?,
    isYearInferred: Bool, row: ListRow?, citedByCount: Int
  ) {
    self.letter = letter
    self.kind = kind
    self.label = label
    self.notes = notes
    self.target = target
    self.isYearInferred = isYearInferred
    self.row = row
    self.citedByCount = citedByCount
  }
}

/// An id offered for what was typed so far.
public struct Completion: Sendable, Equatable {
  /// The id.
  public var id: CableID
  /// The cable, where the archive holds it.
  public var row: ListRow?

  /// Creates a completion.
  public init(id: CableID, row: ListRow?) {
    self.id = id
    self.row = row
  }
}

/// How much an archive holds.
public struct Totals: Sendable, Equatable {
  /// Cables that are listed.
  public var cables = 0
  /// Further texts of listed cables.
  public var furtherVersions = 0
  /// Exact copies that were met and not kept twice.
  public var copies = 0
  /// Cables that are cited and not held.
  public var absent = 0
  /// Items of REF blocks that name a cable.
  public var references = 0
  /// Bytes of the originals.
  public var originalBytes = 0

  /// Creates totals of an empty archive.
  public init() {}
}
