import CableArchive
import Cables

extension DocumentBuilder {
  /// Turns the mentions in the body into links, one for each letter named.
  mutating func addMentions(_ page: CablePage) {
    for mention in page.cable.mentions {
      guard let range = shown(mention.range) else { continue }
      switch mention.kind {
      case .septel:
        mark(range, .deadLink)
        link(
          .mention, range: range, text: mention.text,
          target: .none("\(mention.text): \(Reference.Kind.septel.explanation)"))
      case .cable:
        let destinations = mention.targets.map { id in
          Link.Destination(
            id: id, row: page.mentioned[id], isYearInferred: mention.isYearInferred)
        }
        mark(range, destinations.contains { $0.row != nil } ? .link : .absentLink)
        link(.mention, range: range, text: mention.text, target: .cables(destinations))
      case .reference:
        addReferenceMention(mention, range, page)
      }
    }
  }

  /// Where a stretch of clean text is shown, if it is.
  private func shown(_ clean: Range<Int>) -> Range<Int>? {
    guard let anchor = document.anchors.last(where: { $0.source <= clean.lowerBound }),
      !clean.isEmpty
    else { return nil }
    let start = document.offset(ofSource: clean.lowerBound)
    let end = document.offset(ofSource: clean.upperBound - 1) + 1
    // A mention outside the blocks (in a removed line, say) has no place in the document.
    guard start >= anchor.offset, end > start, end - start <= clean.count else { return nil }
    return start..<end
  }

  private mutating func mark(_ range: Range<Int>, _ role: Document.Role) {
    document.spans.append(Document.Span(range: range, role: role))
  }

  private mutating func addReferenceMention(
    _ mention: Mention, _ range: Range<Int>, _ page: CablePage
  ) {
    let items = mention.referenceIndices.compactMap { index in
      page.references.indices.contains(index) ? page.references[index] : nil
    }
    guard !items.isEmpty else {
      mark(range, .deadLink)
      link(
        .mention, range: range, text: mention.text,
        target: .none("\(mention.text): this cable lists no such reference"))
      return
    }
    for (part, items) in parts(of: range, items) {
      let words = String(decoding: document.text[part], as: UTF8.self)
      let destinations = items.compactMap { item in
        item.target.map { Link.Destination(item, id: $0) }
      }
      if destinations.isEmpty, let item = items.first {
        mark(part, .deadLink)
        let label = (item.letter.map { "\($0) " } ?? "") + item.label
        link(
          .mention, range: part, text: words, target: .none("\(label): \(item.kind.explanation)"))
      } else {
        mark(part, destinations.contains { $0.row != nil } ? .link : .absentLink)
        link(.mention, range: part, text: words, target: .cables(destinations))
      }
    }
  }

  /// Cuts `REFS B AND C` into `REFS B` and `C`; words without the letters stay whole.
  private func parts(
    of range: Range<Int>, _ items: [ResolvedReference]
  ) -> [(Range<Int>, [ResolvedReference])] {
    guard items.count > 1 else { return [(range, items)] }
    var parts: [(Range<Int>, [ResolvedReference])] = []
    var start = range.lowerBound
    var search = range.lowerBound
    for item in items {
      guard let letter = item.letter?.utf8.first, item.letter?.utf8.count == 1,
        let place = (search..<range.upperBound).first(where: { isLetter(letter, at: $0, in: range) }
        )
      else { return [(range, items)] }
      let partStart = parts.isEmpty ? start : place
      parts.append((partStart..<place + 1, [item]))
      start = place + 1
      search = place + 1
    }
    return parts
  }

  /// Whether a single letter stands by itself at an offset.
  private func isLetter(_ letter: UInt8, at offset: Int, in range: Range<Int>) -> Bool {
    func isAlphanumeric(_ index: Int) -> Bool {
      guard range.contains(index) else { return false }
      let byte = document.text[index]
      return byte >= 0x30 && byte <= 0x39 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
    }
    return document.text[offset] | 0x20 == letter | 0x20 && !isAlphanumeric(offset - 1)
      && !isAlphanumeric(offset + 1)
  }
}
