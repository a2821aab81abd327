import Cables

extension CableBody {
  /// Puts the whole text in capitals.
  mutating func capitalize() {
    bytes.withUnsafeMutableBufferPointer { bytes in
      for index in bytes.indices where bytes[index] &- 97 < 26 { bytes[index] &= 0xDF }
    }
  }

  /// A stretch as text.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The summary's words; nil where there is none.
  var summaryText: String? {
    summary.isEmpty ? nil : summary.map(text).joined(separator: " ")
  }

  /// The numbered paragraphs with everything that belongs to them.
  var paragraphs: [CorpusParagraph] {
    var paragraphs: [CorpusParagraph] = []
    for piece in pieces {
      switch piece.kind {
      case .heading: continue
      case .paragraph:
        paragraphs.append(
          CorpusParagraph(number: piece.number, portion: piece.portion, text: text(piece.range)))
      case .continuation, .item, .tableLine:
        guard !paragraphs.isEmpty else { continue }
        paragraphs[paragraphs.count - 1].text += " " + text(piece.range)
      }
    }
    return paragraphs
  }

  /// The mentions with the targets that a REF block gives them.
  func mentions(of references: [CorpusReference], citations: [Citation]) -> [CorpusMention] {
    mentions.map { mark in
      if let target = mark.target {
        return CorpusMention(kind: mark.kind, text: text(mark.range), targets: [target])
      }
      let meant = mark.citations.flatMap { citations.targets(of: $0, in: references) }
      return CorpusMention(kind: mark.kind, text: text(mark.range), targets: meant)
    }
  }
}

extension [Citation] {
  /// The REF block as truth, one entry for each target.
  ///
  /// - Parameter labels: The words of each item as written.
  /// - Returns: The entries in the order of the block.
  func references(labels: [String]) -> [CorpusReference] {
    var references: [CorpusReference] = []
    for (place, citation) in enumerated() {
      let letter = count > 1 ? String(UnicodeScalar(UInt8(65 + place))) : nil
      guard let key = citation.postKey else {
        var reference = CorpusReference(letter: letter, kind: citation.kind, target: nil)
        reference.label = labels[place]
        references.append(reference)
        continue
      }
      for number in citation.numbers {
        var reference = CorpusReference(
          letter: letter, kind: .cable,
          target: CableID(year: citation.year, post: key, number: number))
        reference.targetByText = CableID(year: citation.yearByText, post: key, number: number)
        reference.isYearInferred = citation.leavesYearOut
        reference.isInCorpus = citation.isInCorpus && number == citation.numbers[0]
        reference.label = citation.numbers.count == 1 ? labels[place] : nil
        reference.notes = citation.note.map { [$0] } ?? []
        references.append(reference)
      }
    }
    return references
  }

  /// The targets of an item, as far as the text alone tells.
  func targets(of index: Int, in references: [CorpusReference]) -> [CableID] {
    let start = self[..<index].reduce(0) { $0 + Swift.max(1, $1.numbers.count) }
    return references[start..<(start + Swift.max(1, self[index].numbers.count))]
      .compactMap(\.targetByText)
  }
}

extension Citation {
  /// The item in the commonest form, `02 STATE 35257`.
  var plainLabel: String {
    guard let number = numbers.first else { return words }
    return (leavesYearOut ? "" : (year % 100).digits(2) + " ") + words + " \(number)"
  }
}
