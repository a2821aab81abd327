/// Reads the text of one cable.
public struct CableParser: Sendable {
  /// Creates a parser with the built-in tables of posts and TAGS.
  public init() {}

  /// Parses one cable; any bytes yield a value, and what is wrong with them is in its warnings.
  ///
  /// The stages follow each other: bytes are decoded, the text is cleaned, then header, identity, references, body and
  /// mentions are read from the clean text. Nothing is kept between two calls.
  ///
  /// - Complexity: O(n) over the bytes.
  public func parse(_ bytes: [UInt8], hints: CableHints = CableHints()) -> Cable {
    let cleaner = TextCleaner(bytes)
    let lines = LineIndex(cleaner.text.clean)
    let header = HeaderParser(lines)
    let footer = FooterLine.find(lines)
    let identity = Identity(header, footer: footer, page: cleaner.page, hints: hints)

    var cable = Cable(text: cleaner.text)
    cable.isPartial = cleaner.isPartial
    cable.warnings = cleaner.warnings
    cable.id = identity.id
    cable.date = identity.date
    cable.origin = identity.origin
    fill(&cable, from: header, lines, footer: footer, hints: hints)

    let body = BodyParser(lines, from: header.bodyStart)
    let late = LateFields(lines.bytes, body.blocks, header: header)
    cable.classifiedBy = cable.classifiedBy ?? late.classifiedBy?.name
    cable.reasons = cable.reasons ?? late.classifiedBy?.reasons
    let citingYear = identity.id?.year ?? identity.date?.year
    cable.references = ReferenceReader(
      citing: identity.isNumberCertain ? identity.id : nil, citingYear: citingYear,
      bytes: lines.bytes
    ).references(of: header.referenceBlocks + late.referenceBlocks, warnings: &cable.warnings)

    cable.blocks = body.blocks
    cable.paragraphs = body.paragraphs
    cable.signers = body.signers
    cable.summaryRange = SummaryFinder.find(lines.bytes, body.blocks)
    var scanner = MentionScanner(
      lines.bytes, references: cable.references, citing: identity.id, citingYear: citingYear)
    for block in body.blocks where block.kind != .signature { scanner.scan(block.range) }
    cable.mentions = scanner.mentions

    cable.warnings += identity.warnings
    CableReview(header: header, body: body, hasFooter: footer != nil, hints: hints).warn(&cable)
    return cable
  }

  /// Takes over the fields of the header.
  private func fill(
    _ cable: inout Cable, from header: HeaderParser, _ lines: LineIndex, footer: FooterLine?,
    hints: CableHints
  ) {
    let transmission = header.transmission
    cable.transmissionID = transmission.id
    cable.precedences = transmission.precedences
    cable.from = transmission.from
    cable.to = transmission.to
    cable.info = transmission.info
    cable.classification =
      header.classLine?.level ?? GivenClassification.level(of: hints.classification)
      ?? footer.flatMap { GivenClassification.level(of: lines.bytes.text(in: $0.classification)) }
      ?? GivenClassification.level(of: header.preamble?.classification) ?? transmission.level
    cable.captions = header.captions
    cable.declassifyOn = header.declassifyOn
    cable.tags = header.tags?.codes ?? []
    cable.tagNames = header.tags?.names ?? [:]
    if let subject = header.subject {
      cable.subject = String(
        decoding: cable.text.flowBytes(in: subject).map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
      cable.subjectRange = subject
    } else {
      cable.subject = (hints.title ?? header.preamble?.title).flatMap { $0.isEmpty ? nil : $0 }
    }
    cable.subjectPortion = header.subjectPortion
    cable.classifiedBy = header.classifiedBy?.name
    cable.reasons = header.classifiedBy?.reasons
  }
}
