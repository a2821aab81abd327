/// Turns the blocks of a header into references with targets.
struct ReferenceReader {
  let citing: CableID?
  let citingYear: Int?
  let bytes: [UInt8]

  /// The references of the fullest block; those to the cable itself are dropped.
  func references(of blocks: [Range<Int>], warnings: inout [CableWarning]) -> [Reference] {
    var best: [ReferenceBlock.Item] = []
    for range in blocks {
      let items = ReferenceBlock(bytes, range, citingYear: citingYear).items
      if Self.weight(items) > Self.weight(best) { best = items }
    }
    var references: [Reference] = []
    for item in best {
      let reference = reference(of: item)
      if let target = reference.target, let citing, target.isSameCable(as: citing) { continue }
      if item.kind == .other, bytes[item.label].contains(where: \.isDigit) {
        warnings.append(
          CableWarning(
            kind: .referenceUnread, message: "no known post in \"\(reference.label)\"",
            range: item.label))
      }
      references.append(reference)
    }
    return references
  }

  private static func weight(_ items: [ReferenceBlock.Item]) -> Int {
    items.reduce(0) { $0 + ($1.citation == nil ? 1 : 3) }
  }

  private func reference(of item: ReferenceBlock.Item) -> Reference {
    var target: CableID?
    var isInferred = false
    if let citation = item.citation {
      if let year = citation.year {
        target = CableID(year: year, post: citation.post, number: citation.number)
      } else {
        isInferred = true
        if let citingYear {
          let written = CableID(year: citingYear, post: citation.post, number: citation.number)
          target = citing.map { ReferenceYear.infer(written, citing: $0) } ?? written
        }
      }
    }
    return Reference(
      letter: item.letter, kind: item.kind, target: target, isYearInferred: isInferred,
      label: bytes.foldedText(in: item.label), notes: item.notes, range: item.label)
  }
}
