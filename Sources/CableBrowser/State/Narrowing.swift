import CableArchive

/// A query's text as words and the terms that narrow it: `libya from:ROME,PARIS -tag:KNNP`.
///
/// Terms are changed as text, so that what facets do can be read, edited and typed again.
struct Narrowing: Sendable, Equatable {
  /// A field with the values that are let in or kept out.
  struct Term: Sendable, Equatable {
    /// `tag`, `from`, `class` or `date`.
    var field: String
    /// Values as they are typed, quoted where they must be.
    var values: [String]
    /// Whether cables with these values are left out.
    var isExcluded = false

    /// The term as it is typed.
    var text: String { "\(isExcluded ? "-" : "")\(field):\(values.joined(separator: ","))" }
  }

  /// Words and everything else that is no term, as typed.
  private(set) var words: [String] = []
  private(set) var terms: [Term] = []

  /// Reads a query's text; what can't be taken apart stays as it is.
  init(_ text: String) {
    var negation: String?
    for piece in Self.pieces(of: text) {
      if negation == nil, piece == "NOT" || piece == "!" {
        negation = piece
        continue
      }
      // What NOT stands before goes with it, wherever it goes.
      if let before = negation {
        negation = nil
        if !piece.hasPrefix("-"), let term = Term(reading: "-" + piece) {
          terms.append(term)
        } else {
          words.append("\(before) \(piece)")
        }
      } else if let term = Term(reading: piece) {
        terms.append(term)
      } else {
        words.append(piece)
      }
    }
    if let negation { words.append(negation) }
    // A blank says the same, and terms move.
    if !terms.isEmpty, !words.contains("OR") { words.removeAll { $0 == "AND" } }
    // An OR binds weaker than a blank: what stands beside it can't be taken out of it.
    if words.contains("OR") {
      words = [text]
      terms = []
    }
  }

  /// The query as it is typed.
  var text: String {
    var parts = words
    let binds = words.count == 1 && !terms.isEmpty && Self.pieces(of: words[0]).contains("OR")
    if binds { parts = ["(\(words[0]))"] }
    return (parts + terms.map(\.text)).joined(separator: " ")
  }

  /// Whether a value is let in, kept out, or neither.
  func isExcluded(_ term: String) -> Bool? {
    guard let wanted = Term(reading: term) else { return nil }
    return terms.first { $0.field == wanted.field && $0.values.contains(wanted.values[0]) }?
      .isExcluded
  }

  /// Lets a value in or keeps it out; a value that stands so already is let go.
  mutating func toggle(_ term: String, isExcluded: Bool) {
    guard let wanted = Term(reading: term) else { return }
    let value = wanted.values[0]
    let isThere = self.isExcluded(term) == isExcluded
    for index in terms.indices where terms[index].field == wanted.field {
      terms[index].values.removeAll { $0 == value }
    }
    if !isThere {
      if let index = terms.firstIndex(where: {
        $0.field == wanted.field && $0.isExcluded == isExcluded
      }) {
        terms[index].values.append(value)
      } else {
        terms.append(Term(field: wanted.field, values: [value], isExcluded: isExcluded))
      }
    }
    terms.removeAll { $0.values.isEmpty }
  }

  /// Takes out the terms of a field.
  mutating func clear(field: String) {
    terms.removeAll { $0.field == field }
  }

  /// What is let in and kept out, each value as a term of its own.
  var values: Set<String> {
    Set(
      terms.flatMap { term in
        term.values.map {
          Term(field: term.field, values: [$0], isExcluded: term.isExcluded).text
        }
      })
  }

  /// Takes out some values.
  ///
  /// - Parameter values: Each as a term of its own.
  mutating func remove(_ values: Set<String>) {
    for index in terms.indices {
      let term = terms[index]
      terms[index].values.removeAll {
        values.contains(Term(field: term.field, values: [$0], isExcluded: term.isExcluded).text)
      }
    }
    terms.removeAll { $0.values.isEmpty }
  }

  /// Sets a period in place of whatever dates there were.
  mutating func set(period: String) {
    clear(field: "date")
    terms.append(Term(field: "date", values: [period]))
  }

  /// The text cut at blanks that stand neither in quotes nor in parentheses.
  static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var depth = 0
    var isQuoted = false
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if !isQuoted {
        if character == "(" { depth += 1 }
        if character == ")" { depth = max(0, depth - 1) }
        if character.isWhitespace, depth == 0 {
          if !piece.isEmpty { pieces.append(piece) }
          piece = ""
          continue
        }
      }
      piece.append(character)
    }
    if !piece.isEmpty { pieces.append(piece) }
    return pieces
  }
}

extension Narrowing.Term {
  /// Reads a piece of a query; nil for anything but a field of facets with plain values.
  init?(reading piece: String) {
    var rest = Substring(piece)
    isExcluded = rest.hasPrefix("-")
    if isExcluded { rest = rest.dropFirst() }
    guard let colon = rest.firstIndex(of: ":") else { return nil }
    let name = rest[..<colon].lowercased()
    guard ["tag", "from", "class", "date", "label"].contains(name) else { return nil }
    field = name
    values = []
    var value = ""
    var isQuoted = false
    for character in rest[rest.index(after: colon)...] {
      if character == "\"" { isQuoted.toggle() }
      if "()".contains(character), !isQuoted { return nil }
      if character == ",", !isQuoted {
        if !value.isEmpty { values.append(value) }
        value = ""
      } else {
        value.append(character)
      }
    }
    if isQuoted { return nil }
    if !value.isEmpty { values.append(value) }
    if values.isEmpty { return nil }
  }
}
