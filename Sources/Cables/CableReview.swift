/// Looks over a parsed cable for what could not be taken at its word.
struct CableReview {
  let header: HeaderParser
  let body: BodyParser
  let hasFooter: Bool
  let hints: CableHints

  /// Adds the warnings.
  func warn(_ cable: inout Cable) {
    guard isCable(cable) else {
      add(&cable, .notACable, "the text has neither a cable's header nor its footer")
      return
    }
    if header.classLine == nil {
      add(&cable, .classificationMissing, "no line gives the classification")
    } else if let line = header.classLine, line.isRepaired {
      add(&cable, .classificationRepaired, "the class line was read as \(line.level.rawValue)")
    }
    if header.subject == nil { add(&cable, .subjectMissing, "no line gives the subject") }
    for code in header.tags?.unknown ?? [] {
      add(&cable, .tagUnknown, "\(code) is in no table of TAGS")
    }
    if body.hasRepairedNumbers {
      add(&cable, .numbersRepaired, "paragraph numbers were read without a leading 1")
    }
    if !cable.blocks.contains(where: { $0.kind != .signature }) {
      add(&cable, .bodyMissing, "there is no text under the header")
    }
  }

  private func add(_ cable: inout Cable, _ kind: CableWarning.Kind, _ message: String) {
    cable.warnings.append(CableWarning(kind: kind, message: message))
  }

  /// Whether enough of a cable is there; one field alone may stand in any text.
  private func isCable(_ cable: Cable) -> Bool {
    if hints.id != nil { return true }
    var marks = 0
    if let line = header.classLine { marks += line.isComplete ? 2 : 1 }
    if header.transmission.date != nil { marks += 2 }
    if header.transmission.id != nil || header.transmission.from != nil { marks += 1 }
    if header.hasExecutiveOrder { marks += 2 }
    if let tags = header.tags { marks += tags.codes.count > tags.unknown.count ? 2 : 0 }
    if header.subject != nil { marks += 1 }
    if header.classifiedBy?.name != nil { marks += 1 }
    if hasFooter || header.preamble != nil { marks += 2 }
    marks += numberedMarks(cable.paragraphs)
    return marks >= 2
  }

  /// Paragraphs with portion marks that follow each other are no chance; a single one may be a quotation.
  private func numberedMarks(_ paragraphs: [Paragraph]) -> Int {
    let marked = paragraphs.filter { $0.portion != nil }
    guard !marked.isEmpty else { return 0 }
    let runsOn = zip(marked, marked.dropFirst()).contains { $1.number == $0.number + 1 }
    return runsOn ? 2 : 1
  }
}
