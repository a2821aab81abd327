import Cables

extension CableTypist {
  /// Writes the REF block, or its first items only.
  mutating func putReferences(upTo limit: Int) {
    var citations = cable.citations
    guard !citations.isEmpty else { return }
    let isWhole = limit == citations.count
    if isWhole, has(.selfReference) { citations.append(ownCitation) }
    let labels = citations.map { label(of: $0) }
    if isWhole { settleReferences(citations: citations, labels: labels) }
    citations = Array(citations.prefix(isWhole ? citations.count : limit))
    if has(.subjectGluedToReferences), text.last != UInt8(ascii: "\n") {
      text.put("REF: ")
    } else {
      text.put(referenceLabel())
    }
    let separator = self.separator(labels)
    let bullets = BulletForm(rawValue: has(.bulletForms) ? dice.below(5) : 0) ?? .point
    for (place, citation) in citations.enumerated() {
      if place > 0 {
        if let separator {
          text.put(separator)
        } else {
          endLine()
          if has(.blankLineInReferences) { blankLine() }
          if has(.continuationInReferences), place == citations.count / 2 {
            putContinuationHeader()
          }
          putItemStart()
        }
      }
      if cable.citations.count > 1 || has(.selfReference) {
        putBullet(place, form: bullets)
      }
      putItem(labels[place], note: citation.note)
    }
    endLine()
    blankLine()
  }

  private var ownCitation: Citation {
    var own = Citation()
    own.station = 0
    own.postKey = truth.origin
    own.words = cable.station.name
    own.year = truth.id.year
    own.yearByText = truth.id.year
    own.numbers = [truth.id.number]
    own.leavesYearOut = true
    return own
  }

  private mutating func settleReferences(citations: [Citation], labels: [String]) {
    truth.references = citations.references(labels: labels)
    truth.references.removeAll { $0.target == truth.id }
    truth.mentions = body.mentions(of: truth.references, citations: cable.citations)
  }

  private mutating func referenceLabel() -> String {
    if has(.referenceLabels) {
      var labels = ["Ref: ", "Refs: ", "REFS: ", "REF(S): ", "REFTEL: ", "REFTELS: "]
      // Without a colon only a cable shows that a REF block is meant.
      if cable.citations.first?.kind == .cable { labels.append("REF ") }
      return dice.one(of: labels)
    }
    return "REF: "
  }

  /// What parts items on one line; nil where each has its own.
  private mutating func separator(_ labels: [String]) -> String? {
    guard has(.referencesOnOneLine) || style == .fullTransmission || style == .newspaper else {
      return nil
    }
    let hasComma = labels.contains { $0.contains(",") }
    return hasComma ? "; " : dice.one(of: ["; ", ", ", " "])
  }

  private mutating func putItemStart() {
    switch style {
    case .rawDump: text.put(dice.happens(0.5) ? "     ¶" : "         ¶")
    case .markdownExport: text.put("[1](#)")
    default: text.put("     ")
    }
  }

  /// How the letter of an item is marked.
  private enum BulletForm: Int {
    case point
    case parenthesis
    case parentheses
    case lowerCase
    case brackets
  }

  private mutating func putBullet(_ place: Int, form: BulletForm) {
    let letter = String(UnicodeScalar(UInt8(65 + place)))
    let bullet =
      switch form {
      case .point: letter + ". "
      case .parenthesis: letter + ") "
      case .parentheses: "(\(letter)) "
      case .lowerCase: letter.lowercased() + ". "
      case .brackets: "[\(letter)] "
      }
    if has(.doubledBullets), form == .point {
      text.put(dice.one(of: [bullet + bullet, bullet + "(\(letter)) ", "\(bullet)REF \(letter) "]))
    } else {
      text.put(bullet)
    }
  }

  private mutating func putItem(_ label: String, note: String?) {
    if has(.wrappedReferences), let space = label.lastIndex(of: " "), style != .markdownExport {
      text.put(String(label[..<space]))
      endLine()
      text.put(String(label[label.index(after: space)...]))
    } else {
      text.put(label)
    }
    if let note { text.put(note == "NOTAL" ? " (NOTAL)" : " " + note) }
  }

  /// The words of an item.
  private mutating func label(of citation: Citation) -> String {
    guard let first = citation.numbers.first else { return citation.words }
    var words = citation.words
    if has(.postAliases), let key = citation.postKey, let post = PostTable.standard[key],
      let alias = post.aliases.first(where: { $0.utf8.count >= 5 && $0.allSatisfy(\.isLetter) })
    {
      words = alias
    }
    if citation.numbers.count > 1 {
      let rest = citation.numbers.dropFirst().dropLast().map { ", \($0)" }.joined()
      let list = "\(words) \(first)\(rest) AND \(citation.numbers.last ?? first)"
      return citation.leavesYearOut ? list : (citation.year % 100).digits(2) + " " + list
    }
    let short = (citation.year % 100).digits(2)
    guard has(.referenceYearForms) else {
      return (citation.leavesYearOut ? "" : short + " ") + "\(words) \(first)"
    }
    if citation.leavesYearOut {
      return dice.one(of: [
        "\(words) #\(first)", "\(words) \(first.digits(6))", "\(words) \(first)",
        "\(first) \(words)",
      ])
    }
    let isOneWord = !words.contains(" ")
    var forms = [
      "\(citation.year) \(words) \(first)", "\(words) \(first)-\(short)",
      "\(words) \(first.digits(5))/\(short)", "\(words) (\(short)) \(first)",
      "(\(short)) \(words) \(first)", "\(words) \(short) \(first)",
    ]
    if isOneWord {
      forms += ["\(short)\(words)\(first.digits(4))", "\(short)-\(words)-\(first)"]
    }
    if short.hasPrefix("0") { forms.append("O\(short.dropFirst()) \(words) \(first)") }
    return dice.one(of: forms)
  }
}
