public import Cables

extension TruthScore {
  /// Compares a parsed cable with what it was meant to say.
  ///
  /// White space, quotes and marks that a reader may repair either way are folded before.
  ///
  /// - Complexity: O(n) over the text.
  public mutating func compare(_ cable: Cable, with truth: CorpusTruth) {
    compareIdentity(cable, truth)
    compareHeader(cable, truth)
    compareReferences(cable, truth)
    compareBody(cable, truth)
  }

  private mutating func compareIdentity(_ cable: Cable, _ truth: CorpusTruth) {
    let id = truth.id
    value(.id, id, meant: id.description, found: cable.id?.description)
    value(.origin, id, meant: truth.origin, found: cable.origin)
    value(
      .classification, id, meant: truth.classification.rawValue,
      found: cable.classification?.rawValue)
    value(
      .date, id, meant: dateText(truth.date, as: truth.date.precision),
      found: cable.date.map { dateText($0, as: truth.date.precision) })
    value(.partial, id, meant: "\(truth.isPartial)", found: "\(cable.isPartial)")
    values(.captions, id, meant: truth.captions, found: cable.captions)
  }

  /// As much of a date as the text can tell, and whether it was concluded.
  private func dateText(_ date: CableDate, as precision: CableDate.Precision) -> String {
    let cut = CableDate(
      year: date.year, month: date.month, day: date.day, hour: date.hour, minute: date.minute,
      precision: precision)
    // The year of a footer may or may not count as concluded.
    let isInferred = precision == .day && date.isInferred
    let isCoarser = precision == .minute && date.precision != .minute
    return cut.iso8601 + (isInferred ? " inferred" : "") + (isCoarser ? " coarse" : "")
  }

  private mutating func compareHeader(_ cable: Cable, _ truth: CorpusTruth) {
    let id = truth.id
    value(.subject, id, meant: truth.subject?.folded, found: cable.subject?.folded)
    value(.subjectPortion, id, meant: truth.subjectPortion, found: cable.subjectPortion)
    values(.tags, id, meant: truth.tags, found: cable.tags)
    values(
      .tagNames, id, meant: truth.tagNames.map { "\($0) \($1)" },
      found: cable.tagNames.map { "\($0) \($1)" })
    value(.transmissionID, id, meant: truth.transmissionID, found: cable.transmissionID)
    value(
      .precedences, id, meant: truth.precedences.map(\.rawValue).joinedOrNil,
      found: cable.precedences.map(\.rawValue).joinedOrNil)
    value(.from, id, meant: truth.from, found: cable.from)
    values(.to, id, meant: truth.to.map(\.line), found: cable.to.map(\.line))
    values(.info, id, meant: truth.info.map(\.line), found: cable.info.map(\.line))
    value(.classifiedBy, id, meant: truth.classifiedBy?.folded, found: cable.classifiedBy?.folded)
    value(.reasons, id, meant: truth.reasons?.folded, found: cable.reasons?.folded)
    value(
      .declassifyOn, id, meant: truth.declassifyOn?.uppercased(),
      found: cable.declassifyOn?.uppercased())
  }

  private mutating func compareReferences(_ cable: Cable, _ truth: CorpusTruth) {
    let id = truth.id
    let meant = truth.references
    let found = cable.references
    values(
      .references, id,
      meant: meant.compactMap { reference in
        reference.targetByText.map { "\(reference.letter ?? "-") \($0.filed)" }
      },
      found: found.compactMap { reference in
        reference.target.map { "\(reference.letter ?? "-") \($0.filed)" }
      })
    values(
      .referenceKinds, id, meant: meant.map { "\($0.letter ?? "-") \($0.kind)" },
      found: found.map { "\($0.letter ?? "-") \($0.kind)" })
    let listed = Set(meant.filter { $0.label == nil }.compactMap(\.letter))
    values(
      .referenceLabels, id, meant: meant.compactMap { $0.label?.folded },
      found: found.filter { reference in
        meant.contains { $0.label == nil && $0.targetByText?.filed == reference.target?.filed }
          ? false : !listed.contains(reference.letter ?? "-")
      }.map(\.label.folded))
    // A note behind a list is one of the item, not of each of its numbers.
    values(
      .referenceNotes, id,
      meant: notes(meant.map { ($0.letter, $0.notes) }),
      found: notes(found.map { ($0.letter, $0.notes) }))
    values(
      .inferredYears, id,
      meant: meant.filter(\.isYearInferred).compactMap { $0.targetByText?.filed },
      found: found.filter(\.isYearInferred).compactMap { $0.target?.filed })
    values(
      .mentions, id,
      meant: truth.mentions.map { mention in
        "\(mention.kind) \(mention.text.folded) \(mention.targets.map(\.filed))"
      },
      found: cable.mentions.map { mention in
        "\(mention.kind) \(mention.text.folded) \(mention.targets.map(\.filed))"
      })
  }

  private func notes(_ items: [(letter: String?, notes: [String])]) -> [String] {
    Set(items.flatMap { item in item.notes.map { "\(item.letter ?? "-") \($0)" } }).sorted()
  }

  private mutating func compareBody(_ cable: Cable, _ truth: CorpusTruth) {
    let id = truth.id
    values(.signers, id, meant: truth.signers.map(\.folded), found: cable.signers.map(\.folded))
    values(
      .paragraphMarks, id, meant: truth.paragraphs.map { "\($0.number) \($0.portion ?? "-")" },
      found: cable.paragraphs.map { "\($0.number) \($0.portion ?? "-")" })
    let clean = cable.text.clean
    func text(_ range: Range<Int>) -> String {
      String(decoding: clean[range.clamped(to: 0..<clean.count)], as: UTF8.self)
    }
    values(
      .paragraphText, id, meant: truth.paragraphs.map(\.text.folded),
      found: cable.paragraphs.map { text($0.range).folded })
    value(
      .summary, id, meant: truth.summary?.words,
      found: cable.summaryRange.map { cable.flow(in: $0).words })
  }
}

extension CableID {
  /// The id with one name for the posts that share a series of numbers, as each spelling leads to the same cable.
  fileprivate var filed: String {
    let name = PostTable.standard.filingNames(of: post).min() ?? post
    return CableID(year: year, post: name, number: number).description
  }
}

extension [String] {
  fileprivate var joinedOrNil: String? { isEmpty ? nil : joined(separator: " ") }
}

extension String {
  /// Letters and digits with single blanks, without what may be repaired either way.
  fileprivate var folded: String {
    var bytes: [UInt8] = []
    var hasBlank = false
    for byte in utf8 {
      switch byte {
      case 48...57, 65...90, 97...122, 40, 41, 45, 47, 38:
        if hasBlank, !bytes.isEmpty { bytes.append(32) }
        hasBlank = false
        bytes.append(byte >= 97 ? byte & 0xDF : byte)
      case 32, 9, 10, 13: hasBlank = true
      default: continue
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The folded words without paragraph numbers and portion marks.
  fileprivate var words: String {
    folded.split(separator: " ").filter { word in
      !(word.hasPrefix("(") && word.hasSuffix(")")) && !word.allSatisfy(\.isNumber)
    }.joined(separator: " ")
  }
}
