/// A cable as data for other programs: what `reftel parse` prints, one object a line.
///
/// All keys are always there; what is absent is null or empty.
public struct CableRecord: Codable, Sendable, Equatable {
  /// An item of the REF block.
  public struct Citation: Codable, Sendable, Equatable {
    /// The letter it is called by.
    public var letter: String?
    /// What it leads to, the name of a `Reference.Kind`.
    public var kind: String
    /// The cable it names.
    public var canonicalID: String?
    /// Whether its year was concluded.
    public var yearInferred: Bool
    /// The item as written.
    public var label: String
    /// Remarks on it.
    public var notes: [String]
  }

  /// A place in the body that points to other cables.
  public struct Pointer: Codable, Sendable, Equatable {
    /// The words as written.
    public var text: String
    /// The ids meant; empty where they can't be resolved.
    public var targets: [String]
  }

  /// A numbered paragraph.
  public struct Section: Codable, Sendable, Equatable {
    /// The number.
    public var number: Int
    /// The portion mark without parentheses.
    public var portion: String?
    /// The text, a line for each block.
    public var text: String
  }

  /// A stretch of the body that is set as one piece.
  public struct Passage: Codable, Sendable, Equatable {
    /// What it is, the name of a `Block.Kind`: `paragraph`, `text`, `item`, `heading`, `table`, `signature`.
    public var kind: String
    /// The number, of a paragraph only.
    public var number: Int?
    /// The portion mark without parentheses.
    public var portion: String?
    /// The text on one line; of a table its lines as they stand.
    public var text: String
  }

  /// The file it came from.
  public var file: String?
  /// The canonical id.
  public var canonicalID: String?
  /// The date in ISO 8601.
  public var date: String?
  /// `minute`, `day`, `month` or `year`.
  public var datePrecision: String?
  /// Whether the date was concluded.
  public var dateInferred: Bool
  /// The level, `SECRET`.
  public var classification: String?
  /// Captions, `NOFORN`.
  public var captions: [String]
  /// The post in key form.
  public var origin: String?
  /// The subject.
  public var subject: String?
  /// The subject's portion mark.
  public var subjectPortion: String?
  /// TAGS.
  public var tags: [String]
  /// The REF block.
  public var references: [Citation]
  /// The body's pointers.
  public var mentions: [Pointer]
  /// The transmission id.
  public var transmissionID: String?
  /// Precedences in words.
  public var precedences: [String]
  /// The sender.
  public var from: String?
  /// The addressees for action.
  public var to: [String]
  /// The addressees for information.
  public var info: [String]
  /// Who classified it.
  public var classifiedBy: String?
  /// Why.
  public var reasons: String?
  /// Until when: a date or words.
  public var declassifyOn: String?
  /// The summary.
  public var summary: String?
  /// Names under the text.
  public var signers: [String]
  /// Numbered paragraphs.
  public var paragraphs: [Section]
  /// Everything below the header in order, headings and unnumbered text among it.
  public var body: [Passage]
  /// Whether it is an extract.
  public var partial: Bool
  /// `kind: message` each.
  public var warnings: [String]

  /// Makes the record of a cable.
  public init(_ cable: Cable, file: String?) {
    self.file = file
    canonicalID = cable.id?.description
    date = cable.date?.iso8601
    datePrecision = cable.date?.precision.rawValue
    dateInferred = cable.date?.isInferred ?? false
    classification = cable.classification?.rawValue
    captions = cable.captions
    origin = cable.origin
    subject = cable.subject
    subjectPortion = cable.subjectPortion
    tags = cable.tags
    references = cable.references.map { reference in
      Citation(
        letter: reference.letter, kind: reference.kind.rawValue,
        canonicalID: reference.target?.description, yearInferred: reference.isYearInferred,
        label: reference.label, notes: reference.notes)
    }
    mentions = cable.mentions.map { mention in
      Pointer(text: mention.text, targets: mention.targets.map(\.description))
    }
    transmissionID = cable.transmissionID
    precedences = cable.precedences.map(\.rawValue)
    from = cable.from
    to = cable.to.map(\.name)
    info = cable.info.map(\.name)
    classifiedBy = cable.classifiedBy
    reasons = cable.reasons
    declassifyOn = cable.declassifyOn
    summary = cable.summaryRange.map { cable.flow(in: $0) }
    signers = cable.signers
    paragraphs = cable.paragraphs.map { paragraph in
      Section(
        number: paragraph.number, portion: paragraph.portion,
        text: cable.flow(in: paragraph.range))
    }
    body = cable.blocks.map { block in
      Passage(
        kind: block.kind.rawValue, number: block.number, portion: block.portion,
        text: cable.flow(in: block.range))
    }
    if body.isEmpty, !cable.text.clean.isEmpty {
      body = [
        Passage(
          kind: Block.Kind.text.rawValue, number: nil, portion: nil,
          text: String(decoding: cable.text.clean, as: UTF8.self))
      ]
    }
    partial = cable.isPartial
    warnings = cable.warnings.map { "\($0.kind.rawValue): \($0.message)" }
  }

  /// Writes all keys, null where a value is absent.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(file, forKey: .file)
    try container.encode(canonicalID, forKey: .canonicalID)
    try container.encode(date, forKey: .date)
    try container.encode(datePrecision, forKey: .datePrecision)
    try container.encode(dateInferred, forKey: .dateInferred)
    try container.encode(classification, forKey: .classification)
    try container.encode(captions, forKey: .captions)
    try container.encode(origin, forKey: .origin)
    try container.encode(subject, forKey: .subject)
    try container.encode(subjectPortion, forKey: .subjectPortion)
    try container.encode(tags, forKey: .tags)
    try container.encode(references, forKey: .references)
    try container.encode(mentions, forKey: .mentions)
    try container.encode(transmissionID, forKey: .transmissionID)
    try container.encode(precedences, forKey: .precedences)
    try container.encode(from, forKey: .from)
    try container.encode(to, forKey: .to)
    try container.encode(info, forKey: .info)
    try container.encode(classifiedBy, forKey: .classifiedBy)
    try container.encode(reasons, forKey: .reasons)
    try container.encode(declassifyOn, forKey: .declassifyOn)
    try container.encode(summary, forKey: .summary)
    try container.encode(signers, forKey: .signers)
    try container.encode(paragraphs, forKey: .paragraphs)
    try container.encode(body, forKey: .body)
    try container.encode(partial, forKey: .partial)
    try container.encode(warnings, forKey: .warnings)
  }
}

extension CableRecord.Citation {
  /// Writes all keys, null where a value is absent.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(letter, forKey: .letter)
    try container.encode(kind, forKey: .kind)
    try container.encode(canonicalID, forKey: .canonicalID)
    try container.encode(yearInferred, forKey: .yearInferred)
    try container.encode(label, forKey: .label)
    try container.encode(notes, forKey: .notes)
  }
}

extension CableRecord.Passage {
  /// Writes all keys, null where a value is absent.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(number, forKey: .number)
    try container.encode(portion, forKey: .portion)
    try container.encode(text, forKey: .text)
  }
}

extension CableRecord.Section {
  /// Writes all keys, null where a value is absent.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(number, forKey: .number)
    try container.encode(portion, forKey: .portion)
    try container.encode(text, forKey: .text)
  }
}
