internal import Cables

/// Reads the query language by descent, one `Character` after the other.
struct QueryParser {
  /// Parentheses may nest this deep; the parser of the index holds six symbols a level, a hundred in all.
  static let deepestNesting = 12
  /// Words, values and phrases a query may have.
  static let mostTerms = 200

  let text: String
  let characters: [Character]
  let isTyping: Bool
  var position = 0
  var nesting = 0
  var termCount = 0
  /// Words that hold neither letter nor digit, which count only where there is nothing else.
  var emptyWords: [Range<Int>] = []

  init(_ text: String, isTyping: Bool) {
    self.text = text
    characters = Array(text)
    self.isTyping = isTyping
  }

  var isAtEnd: Bool { position == characters.count }
  var current: Character? { position < characters.count ? characters[position] : nil }
  var next: Character? { position + 1 < characters.count ? characters[position + 1] : nil }

  mutating func query() throws(QueryError) -> Query {
    let root = try alternatives(part: nil)
    if current == ")" {
      throw QueryError(
        message: "This closing parenthesis has no opening one.", range: position..<position + 1)
    }
    guard let root else {
      if let range = emptyWords.first, !isTyping {
        throw QueryError(
          message: "There is no letter and no digit here to search for.", range: range)
      }
      return Query(text: text, root: .everything)
    }
    guard let named = IDPattern(recognizing: text) else { return Query(text: text, root: root) }
    let inText = QueryNode.phrase(
      Phrase([named.post.lowercased(), String(named.number)], isPrefix: isTyping))
    return Query(text: text, root: .or([.id(named), root, inText]), named: named)
  }

  /// Reads terms joined by `OR` up to the end or a closing parenthesis; nil where there are none.
  private mutating func alternatives(part: TextPart?) throws(QueryError) -> QueryNode? {
    var nodes: [QueryNode] = []
    var operatorRange: Range<Int>?
    while true {
      let node = try conjunction(part: part)
      if let node { nodes.append(node) }
      let start = position
      let goesOn = takeWord("OR")
      if node == nil, let range = goesOn ? start..<position : operatorRange, !(isTyping && isAtEnd)
      {
        throw QueryError(message: "OR needs something to search for on either side.", range: range)
      }
      guard goesOn else { break }
      operatorRange = start..<position
    }
    return nodes.count > 1 ? .or(nodes) : nodes.first
  }

  private mutating func conjunction(part: TextPart?) throws(QueryError) -> QueryNode? {
    var nodes: [QueryNode] = []
    var operatorRange: Range<Int>?
    while true {
      skipBlanks()
      let start = position
      if takeWord("AND") {
        guard !nodes.isEmpty, operatorRange == nil else {
          throw missingOperand(of: "AND", at: start..<position)
        }
        operatorRange = start..<position
        continue
      }
      guard !isAtEnd, current != ")", !isWord("OR") else { break }
      if let node = try term(part: part) {
        nodes.append(node)
        operatorRange = nil
      }
    }
    if let operatorRange, !(isTyping && isAtEnd) {
      throw missingOperand(of: "AND", at: operatorRange)
    }
    return nodes.count > 1 ? .and(nodes) : nodes.first
  }

  /// Reads one term with its negations; nil for a word without letters and digits.
  private mutating func term(part: TextPart?) throws(QueryError) -> QueryNode? {
    let start = position
    var isNegated = false
    var negation: Range<Int>?
    while true {
      let from = position
      if current == "-" || current == "!", let next, !next.isWhitespace, next != ")" {
        position += 1
      } else if !takeWord("NOT") {
        break
      }
      isNegated.toggle()
      negation = from..<position
      skipBlanks()
    }
    if let negation, isAtEnd || current == ")" || isWord("OR") || isWord("AND") {
      if isTyping, isAtEnd { return nil }
      throw missingOperand(of: "NOT", at: start..<negation.upperBound)
    }
    guard let node = try primary(part: part) else { return nil }
    guard isNegated else { return node }
    if case .not(let inner) = node { return inner }
    return .not(node)
  }

  private mutating func primary(part: TextPart?) throws(QueryError) -> QueryNode? {
    if current == "(" { return try group(part: part) }
    if let node = try near(part: part) { return node }
    if let field = takeField() { return try value(of: field) }
    return try words(part: part)
  }

  /// Reads a parenthesis and what it holds.
  mutating func group(part: TextPart?) throws(QueryError) -> QueryNode? {
    let open = position
    position += 1
    nesting += 1
    guard nesting <= Self.deepestNesting else {
      throw QueryError(
        message: "Parentheses may be nested \(Self.deepestNesting) deep.", range: open..<position)
    }
    let node = try alternatives(part: part)
    nesting -= 1
    if current == ")" {
      position += 1
    } else if !isTyping {
      throw QueryError(message: "This parenthesis is not closed.", range: open..<open + 1)
    }
    if node == nil, !isTyping, emptyWords.isEmpty {
      throw QueryError(
        message: "There is nothing between the parentheses.", range: open..<position)
    }
    return node
  }

  /// Counts a term, so that no query grows beyond what the index takes.
  mutating func countTerm(at range: Range<Int>) throws(QueryError) {
    termCount += 1
    guard termCount <= Self.mostTerms else {
      throw QueryError(
        message: "A query may have \(Self.mostTerms) words at most.", range: range)
    }
  }

  private func missingOperand(of name: String, at range: Range<Int>) -> QueryError {
    QueryError(message: "\(name) needs something to search for.", range: range)
  }
}

extension QueryParser {
  mutating func skipBlanks() {
    while let current, current.isWhitespace { position += 1 }
  }

  /// Whether an operator in capitals stands here as a word of its own.
  func isWord(_ word: String) -> Bool {
    var index = position
    for character in word {
      guard index < characters.count, characters[index] == character else { return false }
      index += 1
    }
    guard index < characters.count else { return true }
    return characters[index].isWhitespace || "()".contains(characters[index])
      || Self.isQuote(characters[index])
  }

  mutating func takeWord(_ word: String) -> Bool {
    guard isWord(word) else { return false }
    position += word.count
    return true
  }

  static func isQuote(_ character: Character) -> Bool {
    character == "\"" || character == "“" || character == "”" || character == "„"
  }
}
