internal import CableNotebook
internal import Cables

// The fields of the query language: `tag:`, `from:`, `class>=`, `date:` and the others.
extension QueryParser {
  /// The name of a field, its relation and where it was written.
  struct Field {
    enum Name: String, CaseIterable {
      case subject, tag, from, to
      case classification = "class"
      case date, before, after, id, cites, citedby
      case trait = "is"
      case has, label, note
    }
    enum Relation: String {
      case equal = ":"
      case atLeast = ">="
      case atMost = "<="
      case above = ">"
      case below = "<"
    }
    var name: Name
    var relation: Relation
    var range: Range<Int>
  }

  private static let fieldNames: [String: Field.Name] = {
    var names = Dictionary(uniqueKeysWithValues: Field.Name.allCases.map { ($0.rawValue, $0) })
    names["tags"] = .tag
    names["origin"] = .from
    names["classification"] = .classification
    // What readers of other programs type.
    names["post"] = .from
    names["year"] = .date
    names["month"] = .date
    names["title"] = .subject
    names["ref"] = .cites
    names["refs"] = .cites
    names["labels"] = .label
    names["notes"] = .note
    return names
  }()

  /// Takes the name of a field and its colon or comparison; nil where none stands here.
  mutating func takeField() -> Field? {
    var index = position
    var word = ""
    while index < characters.count, characters[index].isASCII, characters[index].isLetter,
      word.count < 15
    {
      word += characters[index].lowercased()
      index += 1
    }
    guard let name = Self.fieldNames[word], index < characters.count else { return nil }
    let rest = String(characters[index...].prefix(2))
    let isComparable = name == .classification || name == .date
    var relation: Field.Relation?
    if rest.hasPrefix(":") {
      relation = .equal
    } else if isComparable {
      relation =
        Field.Relation(rawValue: rest)
        ?? rest.first.flatMap { Field.Relation(rawValue: String($0)) }
      if rest.hasPrefix("=") { relation = .equal }
    }
    guard let relation else { return nil }
    let end = index + relation.rawValue.count
    defer { position = end }
    return Field(name: name, relation: relation, range: position..<end)
  }

  /// Reads the value of a field; nil where it is still to be typed.
  mutating func value(of field: Field) throws(QueryError) -> QueryNode? {
    skipBlanks()
    if isAtEnd || current == ")" {
      if isTyping, isAtEnd { return nil }
      throw QueryError(message: "\(Self.wants(field.name)).", range: field.range)
    }
    if field.name == .note {
      return try phrase(of: try literal(until: { $0 == "(" || $0 == ")" }), part: nil)
        .map { .kept(.words($0)) }
    }
    if field.name == .subject {
      return current == "(" ? try group(part: .subject) : try words(part: .subject)
    }
    var nodes: [QueryNode] = []
    for literal in try literals() {
      try countTerm(at: literal.range)
      do throws(QueryError) {
        nodes.append(try node(for: literal, of: field))
      } catch {
        guard isTyping, isAtEnd, Self.mayBecome(field.name, literal.text) else { throw error }
      }
    }
    if nodes.isEmpty {
      if isTyping, isAtEnd { return nil }
      throw QueryError(message: "\(Self.wants(field.name)).", range: field.range)
    }
    return nodes.count > 1 ? .or(nodes) : nodes.first
  }

  /// Reads values with commas between them.
  private mutating func literals() throws(QueryError) -> [Literal] {
    var literals: [Literal] = []
    repeat {
      if current == "," { position += 1 }
      guard let current, !current.isWhitespace, current != "(", current != ")" else { break }
      if current == "," { continue }
      literals.append(try literal(until: { $0 == "(" || $0 == ")" || $0 == "," }))
    } while current == ","
    return literals
  }

  private func node(
    for literal: Literal, of field: Field
  ) throws(QueryError) -> QueryNode {
    switch field.name {
    case .subject:
      return .phrase(Phrase(TokenScanner.tokens(of: literal.text), part: .subject))
    case .tag:
      let key = FacetToken.key(literal.text)
      if key.isEmpty, !literal.isPrefix { throw unread(literal, field) }
      return .tag(key, isPrefix: literal.isPrefix)
    case .from, .to:
      let name = literal.isPrefix ? FacetToken.key(literal.text) : FacetToken.post(literal.text)
      if name.isEmpty, !literal.isPrefix { throw unread(literal, field) }
      func node(_ name: String, isPrefix: Bool) -> QueryNode {
        field.name == .from ? .from(name, isPrefix: isPrefix) : .to(name, isPrefix: isPrefix)
      }
      let post = FacetToken.post(literal.text)
      // A name in full that is still being typed (`"Embassy Rome`) begins no key.
      if literal.isPrefix, isTyping, !post.isEmpty, post != name {
        return .or([node(name, isPrefix: true), node(post, isPrefix: false)])
      }
      return node(name, isPrefix: literal.isPrefix)
    case .classification:
      return try classification(literal, field)
    case .date, .before, .after:
      return try date(literal, field)
    case .id, .cites, .citedby:
      guard let pattern = IDPattern(reading: literal.text) else { throw unread(literal, field) }
      switch field.name {
      case .id: return .id(pattern)
      case .cites: return .cites(pattern)
      default: return .citedBy(pattern)
      }
    case .trait, .has:
      return try trait(literal, field)
    case .note: return .kept(.note)
    case .label:
      guard let label = Notebook.label(literal.text) else { throw unread(literal, field) }
      return .kept(.label(label, isPrefix: literal.isPrefix))
    }
  }

  private func classification(
    _ literal: Literal, _ field: Field
  ) throws(QueryError) -> QueryNode {
    let name = FacetToken.key(literal.text).uppercased()
    let abbreviations: [String: Classification] = [
      "LOU": .limitedOfficialUse, "TS": .topSecret,
    ]
    let found =
      abbreviations[name]
      ?? Classification.allCases.first {
        !name.isEmpty && FacetToken.key($0.rawValue).uppercased().hasPrefix(name)
      }
    guard let found else { throw unread(literal, field) }
    return .classification(
      Set(
        Classification.allCases.filter {
          switch field.relation {
          case .equal: $0 == found
          case .atLeast: $0 >= found
          case .atMost: $0 <= found
          case .above: $0 > found
          case .below: $0 < found
          }
        }))
  }

  private func date(_ literal: Literal, _ field: Field) throws(QueryError) -> QueryNode {
    func read(_ text: some StringProtocol) throws(QueryError) -> Period {
      guard let period = Period(reading: text) else { throw unread(literal, field) }
      return period
    }
    switch (field.name, field.relation) {
    case (.before, _), (_, .below):
      return .date(Period(start: nil, end: try read(literal.text).start))
    case (.after, _), (_, .above):
      return .date(Period(start: try read(literal.text).end, end: nil))
    case (_, .atLeast):
      return .date(Period(start: try read(literal.text).start, end: nil))
    case (_, .atMost):
      return .date(Period(start: nil, end: try read(literal.text).end))
    case (_, .equal):
      guard let dots = literal.text.firstRange(of: "..") else {
        return .date(try read(literal.text))
      }
      let before = literal.text[..<dots.lowerBound]
      let after = literal.text[dots.upperBound...]
      if before.isEmpty, after.isEmpty { throw unread(literal, field) }
      let start = before.isEmpty ? nil : try read(before).start
      let end = after.isEmpty ? nil : try read(after).end
      let period = Period(start: start, end: end)
      if period.isEmpty {
        throw QueryError(message: "This period ends before it begins.", range: literal.range)
      }
      return .date(period)
    }
  }

  private func trait(_ literal: Literal, _ field: Field) throws(QueryError) -> QueryNode {
    switch (field.name, literal.text.lowercased()) {
    case (.trait, "partial"): return .trait(.partial)
    case (.trait, "undated"): return .trait(.undated)
    case (.trait, "inferred"): return .trait(.inferredDate)
    case (.has, "refs"), (.has, "ref"), (.has, "references"): return .trait(.references)
    case (.has, "date"): return .not(.trait(.undated))
    case (.trait, "bookmarked"): return .kept(.bookmark)
    case (.trait, "read"): return .kept(.read)
    case (.trait, "unread"): return .not(.kept(.read))
    case (.has, "note"), (.has, "notes"): return .kept(.note)
    case (.has, "label"), (.has, "labels"): return .kept(.label("", isPrefix: true))
    default:
      throw unread(literal, field)
    }
  }

  /// Whether what is still being typed may become a value yet.
  private static func mayBecome(_ name: Field.Name, _ text: String) -> Bool {
    switch name {
    case .date, .before, .after:
      text.allSatisfy { $0.isASCII && ($0.isNumber || "-/.".contains($0)) }
    case .id, .cites, .citedby: text.allSatisfy { $0.isLetter || $0.isNumber || $0 == " " }
    case .trait: Query.traits.contains { $0.hasPrefix(text.lowercased()) }
    case .has: Query.possessions.contains { $0.hasPrefix(text.lowercased()) }
    case .subject, .tag, .from, .to, .classification, .label, .note: false
    }
  }

  private func unread(_ literal: Literal, _ field: Field) -> QueryError {
    QueryError(
      message: "“\(literal.text.prefix(40))” cannot be read here: \(Self.wants(field.name)).",
      range: literal.range)
  }

  private static func wants(_ name: Field.Name) -> String {
    switch name {
    case .subject: "subject: wants a word, as in subject:iran"
    case .tag: "tag: wants a TAG, as in tag:KNNP"
    case .from: "from: wants a post, as in from:ROME"
    case .to: "to: wants a post, as in to:ROME"
    case .classification: "class: wants a classification, as in class:secret"
    case .date, .before, .after:
      "\(name.rawValue): wants a date, as in 2003, 2003-10 or 2003-10-14"
    case .id, .cites, .citedby: "\(name.rawValue): wants a cable, as in 03ROME1605"
    case .trait: "is: wants one of \(Query.traits.joined(separator: ", "))"
    case .has: "has: wants one of \(Query.possessions.joined(separator: ", "))"
    case .note: "note: wants a word of your note, as in note:visit"
    case .label: "label: wants a label of your own, as in label:libya"
    }
  }
}

extension Query {
  /// Whether a piece of a query asks for a field, `tag:KNNP` or `-class>=secret`.
  ///
  /// - Parameter piece: A word or term as typed, without blanks around it.
  /// - Returns: Whether its beginning names a field.
  package static func isFilter(_ piece: String) -> Bool {
    var parser = QueryParser(
      piece.hasPrefix("-") ? String(piece.dropFirst()) : piece, isTyping: false)
    return parser.takeField() != nil
  }

  /// The first word of a query that looks like a field and is none, `foo:` of `foo:bar`; it was searched for as a word.
  package static func unknownField(in text: String) -> String? {
    for piece in text.split(separator: " ") {
      let term = piece.first == "-" ? piece.dropFirst() : piece
      guard let colon = term.firstIndex(of: ":"), colon != term.startIndex,
        term[..<colon].allSatisfy({ $0.isASCII && $0.isLetter }), !isFilter(String(term)),
        !term[colon...].hasPrefix("://")
      else { continue }
      return String(term[...colon])
    }
    return nil
  }
}
