// The text terms of the query language: words, quoted phrases, beginnings, nearness.
extension QueryParser {
  /// A stretch of query text that is meant literally.
  struct Literal {
    var text: String
    var range: Range<Int>
    /// Whether it is the start of what is meant: followed by `*`, or still being typed.
    var isPrefix: Bool
    var isQuoted: Bool
  }

  /// Reads a word or a quoted phrase as a text term.
  mutating func words(part: TextPart?) throws(QueryError) -> QueryNode? {
    let literal = try literal(until: { $0 == "(" || $0 == ")" })
    if literal.text.isEmpty, literal.isPrefix, !literal.isQuoted { return .everything }
    return try phrase(of: literal, part: part).map { .phrase($0) }
  }

  /// Reads a word or quoted text up to a blank, a quotation mark or one of the characters given.
  mutating func literal(until isEnd: (Character) -> Bool) throws(QueryError) -> Literal {
    let start = position
    if let current, Self.isQuote(current) { return try quoted() }
    var text = ""
    var star: Int?
    while let current, !current.isWhitespace, !isEnd(current), !Self.isQuote(current) {
      if current == "*" {
        star = star ?? position
      } else if let star {
        throw QueryError(
          message: "A * can stand only at the end of a word.", range: star..<star + 1)
      } else {
        text.append(current)
      }
      position += 1
    }
    if position == start { position += 1 }
    let isPrefix = star != nil || (isTyping && isAtEnd && !text.isEmpty)
    return Literal(text: text, range: start..<position, isPrefix: isPrefix, isQuoted: false)
  }

  private mutating func quoted() throws(QueryError) -> Literal {
    let start = position
    position += 1
    var text = ""
    while let current, !Self.isQuote(current) {
      text.append(current)
      position += 1
    }
    guard !isAtEnd else {
      guard isTyping else {
        throw QueryError(message: "This quotation mark is not closed.", range: start..<start + 1)
      }
      return Literal(
        text: text, range: start..<position, isPrefix: !text.isEmpty, isQuoted: true)
    }
    position += 1
    var isPrefix = false
    while current == "*" {
      isPrefix = true
      position += 1
    }
    return Literal(text: text, range: start..<position, isPrefix: isPrefix, isQuoted: true)
  }

  /// The folded words of a literal; nil, and remembered, where it has none.
  mutating func phrase(of literal: Literal, part: TextPart?) throws(QueryError) -> Phrase? {
    let tokens = TokenScanner.tokens(of: literal.text)
    guard !tokens.isEmpty else {
      emptyWords.append(literal.range)
      return nil
    }
    for _ in tokens { try countTerm(at: literal.range) }
    // A word that ends in a sign, "U.S.", is complete.
    let isPrefix = literal.isPrefix && TokenScanner.endsInToken(literal.text)
    return Phrase(tokens, isPrefix: isPrefix, part: part)
  }

  /// Reads `near(a b, 5)`; nil where none begins here.
  mutating func near(part: TextPart?) throws(QueryError) -> QueryNode? {
    let start = position
    guard String(characters[position...].prefix(5)).lowercased() == "near(" else { return nil }
    position += 5
    var phrases: [Phrase] = []
    var distance = 10
    while true {
      skipBlanks()
      guard let current, current != ")" else { break }
      if current == "," {
        position += 1
        distance = try nearDistance()
        continue
      }
      let literal = try literal(until: { $0 == "(" || $0 == ")" || $0 == "," })
      if let phrase = try phrase(of: literal, part: nil) { phrases.append(phrase) }
    }
    if isAtEnd, !isTyping {
      throw QueryError(message: "This parenthesis is not closed.", range: start + 4..<start + 5)
    }
    if !isAtEnd { position += 1 }
    guard phrases.count > 1 else {
      if isTyping, isAtEnd { return phrases.first.map { .phrase($0) } ?? .everything }
      throw QueryError(
        message: "near() needs two words or more, as in near(libya wmd, 5).",
        range: start..<position)
    }
    return .near(phrases, distance: distance, part: part)
  }

  private mutating func nearDistance() throws(QueryError) -> Int {
    skipBlanks()
    let start = position
    while let current, current.isASCII, current.isNumber { position += 1 }
    if isTyping, isAtEnd, start == position { return 10 }
    guard let distance = Int(String(characters[start..<position])), (0...1000).contains(distance)
    else {
      throw QueryError(
        message: "near() takes a number of words from 0 to 1000 after the comma.",
        range: (isAtEnd && start == position ? start - 1 : start)..<max(
          position, min(start + 1, characters.count)))
    }
    return distance
  }
}

extension TokenScanner {
  /// Whether the last word of a text goes to its very end.
  static func endsInToken(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var scanner = TokenScanner(bytes)
      var end = 0
      while let range = scanner.next() { end = range.upperBound }
      return end == bytes.count && end > 0
    }
  }
}
