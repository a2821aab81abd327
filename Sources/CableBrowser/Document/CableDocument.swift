import CableArchive
import CableNotebook
import Cables

/// Columns of the header card's labels.
private let labelColumns = 7

/// Citing cables named in the header card; the rest follows under the text.
private let citationsInCard = 4

extension Document {
  /// The cable as it is read: subject, header card, body re-wrapped, citing cables.
  init(reading page: CablePage) {
    var builder = DocumentBuilder()
    builder.addSubject(page)
    builder.addCard(page)
    builder.blank()
    builder.addBody(page.cable)
    builder.addMentions(page)
    builder.addFurtherCitations(page.citations)
    self = builder.finish()
  }

  /// The cable exactly as it came.
  init(original page: CablePage) {
    var builder = DocumentBuilder()
    builder.item(.verbatim) { builder in
      builder.searchable(builder.appendVerbatim(original: page.cable.text.original))
    }
    self = builder.finish()
  }
}

extension DocumentBuilder {
  fileprivate mutating func addSubject(_ page: CablePage) {
    item(role: .title) { builder in
      let cable = page.cable
      if let portion = cable.subjectPortion, cable.subject != nil {
        builder.append("(\(portion)) ", role: Document.Role(portion: portion))
      }
      if let range = cable.subjectRange, cable.subject != nil {
        builder.searchable(builder.appendFlow(cable.text, range))
      } else {
        builder.searchable(builder.append(page.row.subject))
      }
    }
  }

  fileprivate mutating func field(
    _ label: String, _ setting: Document.Item.Setting = .flowing,
    _ fill: (inout DocumentBuilder) -> Void
  ) {
    item(setting, label: label, indent: labelColumns, fill)
  }

  fileprivate mutating func addCard(_ page: CablePage) {
    let cable = page.cable
    field("From") { builder in
      let range = builder.append(cable.originName ?? "unknown")
      if let origin = cable.origin {
        builder.link(
          .aside, range: range, text: cable.originName ?? origin, target: .query("from:\(origin)"))
      }
    }
    field("Date") { builder in
      guard let date = cable.date else {
        builder.append("unknown", role: .dim)
        return
      }
      builder.append(date.displayed)
      if date.isInferred { builder.append(" (inferred)", role: .dim) }
    }
    field("Class") { $0.appendClassification(cable) }
    addDeclassification(cable)
    addAddressees(cable)
    if !cable.tags.isEmpty {
      field("Tags") { $0.appendTags(cable) }
    }
    for (index, reference) in page.references.enumerated() {
      field(index == 0 ? "Refs" : "", .cut) { $0.appendReference(reference) }
    }
    addCitations(page.citations)
    if page.versions.count > 1 {
      field("Texts") { builder in
        let number = page.versions.firstIndex { $0.rowID == page.row.rowID }.map { $0 + 1 }
        builder.append(
          "\(page.versions.count) versions of this cable: V shows the others"
            + (number == 1
              ? "" : number.map { " (this is number \($0); number 1 is listed)" } ?? ""))
      }
    }
    addKept(page.kept)
    if cable.isPartial {
      field("Note") { $0.append("An extract: the full text is not available.", role: .dim) }
    }
  }

  /// What the reader keeps: bookmark and labels in one line, the note under them.
  mutating func addKept(_ kept: Notebook.Entry, indent: Int = labelColumns) {
    var label = "Mine"
    if kept.isBookmarked || !kept.labels.isEmpty {
      item(label: label, indent: indent) { builder in
        if kept.isBookmarked { builder.append("bookmarked") }
        for (index, label) in kept.labels.enumerated() {
          if index > 0 || kept.isBookmarked { builder.append(" · ") }
          let range = builder.append("#\(label)")
          builder.link(.aside, range: range, text: label, target: .query("label:\(label)"))
        }
      }
      label = ""
    }
    for line in kept.note?.split(separator: "\n", omittingEmptySubsequences: false) ?? [] {
      item(label: label, indent: indent) { $0.append(line) }
      label = ""
    }
  }

  private mutating func appendClassification(_ cable: Cable) {
    if let classification = cable.classification {
      append(classification.rawValue, role: .classified(classification))
    } else {
      append("unknown", role: .dim)
    }
    if !cable.captions.isEmpty { append(" " + cable.captions.joined(separator: " ")) }
    if let reasons = cable.reasons { append(" · reasons \(reasons)", role: .dim) }
    if let event = cable.declassifyOn { append(" · declassify \(event)", role: .dim) }
  }

  private mutating func addDeclassification(_ cable: Cable) {
    guard let name = cable.classifiedBy else { return }
    field("By") { $0.append(name) }
  }

  private mutating func addAddressees(_ cable: Cable) {
    let names = cable.to.map(\.name)
    guard !names.isEmpty else { return }
    field("To") { builder in
      builder.append(names.prefix(4).joined(separator: " · "))
      let others = names.count - min(4, names.count) + cable.info.count
      if others > 0 { builder.append(" and \(others) more", role: .dim) }
    }
  }

  private mutating func appendTags(_ cable: Cable) {
    for (index, tag) in cable.tags.enumerated() {
      if index > 0 { append(" · ", role: .dim) }
      let range = append(tag, role: .number)
      link(
        .aside, range: range, text: tag,
        target: .query(tag.contains(" ") ? "tag:\"\(tag)\"" : "tag:\(tag)"))
      if let name = cable.tagNames[tag] {
        append(" (\(name))")
      } else if let name = TagTable.standard[tag]?.name, name.uppercased() != tag {
        append(" \(name)")
      }
    }
  }

  private mutating func appendReference(_ reference: ResolvedReference) {
    let start = document.text.count
    if let letter = reference.letter { append("\(letter) ", role: .label) }
    guard let id = reference.target else {
      let range = append(reference.label, role: .deadLink)
      append("  \(reference.kind.explanation)", role: .dim)
      link(
        .reference, range: range, text: reference.label,
        target: .none("\(reference.label): \(reference.kind.explanation)"))
      return
    }
    let destination = Link.Destination(reference, id: id)
    append(id.description + (reference.isYearInferred ? "~" : ""))
    let range = start..<document.text.count
    document.spans.append(
      Document.Span(range: range, role: reference.row == nil ? .absentLink : .link))
    link(.reference, range: range, text: reference.label, target: .cables([destination]))
    if let row = reference.row {
      append("  \(row.subject)")
    } else {
      append("  \(destination.absence)", role: .dim)
    }
    if !reference.notes.isEmpty {
      append("  \(reference.notes.joined(separator: " "))", role: .dim)
    }
  }

  fileprivate mutating func addCitations(_ citations: [Citation]) {
    guard !citations.isEmpty else { return }
    for (index, citation) in citations.prefix(citationsInCard).enumerated() {
      field(index == 0 ? "Cited" : "", .cut) { builder in
        if index == 0 { builder.append("by ", role: .label) } else { builder.append("   ") }
        builder.appendCitation(citation)
      }
    }
    if citations.count > citationsInCard {
      field("") {
        $0.append("   and \(citations.count - citationsInCard) more, under the text", role: .dim)
      }
    }
  }

  fileprivate mutating func addFurtherCitations(_ citations: [Citation]) {
    guard citations.count > citationsInCard else { return }
    blank()
    item(role: .heading) { $0.append("Cited by, continued") }
    for citation in citations.dropFirst(citationsInCard) {
      item(.cut) { $0.appendCitation(citation) }
    }
  }

  mutating func appendCitation(_ citation: Citation) {
    let start = document.text.count
    append(citation.row.name, role: .link)
    link(citing: citation, range: start..<document.text.count)
    if let letter = citation.letter { append(" as \(letter)", role: .label) }
    append("  \(citation.row.subject)")
  }

  private mutating func link(citing citation: Citation, range: Range<Int>) {
    guard let destination = Link.Destination(row: citation.row) else { return }
    link(
      .citation, range: range, text: citation.row.name, target: .cables([destination]))
  }

  fileprivate mutating func addBody(_ cable: Cable) {
    if cable.blocks.isEmpty {
      item(role: .dim) { $0.append("The text of this cable is empty. r shows what came.") }
      return
    }
    var previous: Block.Kind?
    for block in cable.blocks {
      let isTight = previous == .item && block.kind == .item
      if previous != nil && !isTight { blank() }
      previous = block.kind
      add(block, of: cable.text)
    }
  }

  private mutating func add(_ block: Block, of text: CableText) {
    switch block.kind {
    case .table:
      item(.verbatim) { $0.searchable($0.appendVerbatim(text, block.range)) }
    case .heading:
      item(role: .heading) { builder in
        builder.appendMarks(block)
        builder.searchable(builder.appendFlow(text, block.range))
      }
    case .signature:
      item(role: .signature) { $0.searchable($0.appendFlow(text, block.range)) }
    case .item:
      item(indent: 2, hanging: 2) { builder in
        builder.appendMarks(block)
        builder.searchable(builder.appendFlow(text, block.range))
      }
    case .paragraph, .text:
      item { builder in
        builder.appendMarks(block)
        builder.searchable(builder.appendFlow(text, block.range))
      }
    }
  }

  private mutating func appendMarks(_ block: Block) {
    if let number = block.number { append("¶\(number) ", role: .number) }
    if block.kind != .item, let portion = block.portion {
      append("(\(portion)) ", role: Document.Role(portion: portion))
    }
  }
}

extension Document.Role {
  /// The look of a portion mark: that of the level its first letters name.
  init(portion: String) {
    let level = portion.prefix { $0.isLetter }.uppercased()
    switch level {
    case "TS": self = .classified(.topSecret)
    case "S": self = .classified(.secret)
    case "C": self = .classified(.confidential)
    case "LOU": self = .classified(.limitedOfficialUse)
    case "U", "SBU", "FOUO": self = .classified(.unclassified)
    default: self = .dim
    }
  }
}

extension CableDate {
  /// The date as a reader expects it: `2007-09-10 14:26Z`, `2003-10-14`.
  var displayed: String { iso8601.replacing("T", with: " ") }
}

extension Reference.Kind {
  /// Why a reference of this kind leads to no cable.
  var explanation: String {
    switch self {
    case .cable: "names no cable that can be read"
    case .email: "an e-mail, not a cable"
    case .report: "a report, not a cable"
    case .memo: "a memorandum, not a cable"
    case .telcon: "a telephone conversation, not a cable"
    case .letter: "a letter, not a cable"
    case .message: "a message named by its date-time group"
    case .manual: "a manual or law, not a cable"
    case .septel: "a separate telegram without a number: it can't be resolved"
    case .redacted: "blacked out"
    case .other: "not a cable"
    }
  }
}

extension Link.Destination {
  init(_ reference: ResolvedReference, id: CableID) {
    self.init(
      letter: reference.letter, id: id, row: reference.row,
      isYearInferred: reference.isYearInferred, citedByCount: reference.citedByCount)
  }

  /// A cable of the archive; nil for one without an id.
  init?(row: ListRow) {
    guard let id = row.id else { return nil }
    self.init(letter: nil, id: id, row: row, citedByCount: row.citedByCount)
  }
}
