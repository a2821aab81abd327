/// What a reader looks for in a cable: words as they stand, or a regular expression.
///
/// Words match in either case unless one of them has a capital; a blank matches any run of white space, so that
/// words are found over the end of a line. `\v` in front makes the rest a regular expression, `\c` and `\C` say
/// whether case counts, as in vim.
///
///     try FindPattern("plan of")  // finds "PLAN OF" and "plan\n   of"
///     try FindPattern(#"\v(iaea|un) report"#)
struct FindPattern: Sendable, Equatable {
  /// All hits in a text, as far as they could be looked for.
  struct Result: Sendable, Equatable {
    /// Byte ranges, ascending, without overlaps.
    var hits: [Range<Int>] = []
    /// Whether the search was given up before the end because it took too many steps.
    var isCutShort = false
  }

  /// The most steps one search takes; about a quarter of a second.
  static let patience = 20_000_000

  /// The pattern as typed, with the signs in front.
  let text: String
  let isExpression: Bool
  private let program: MatchProgram

  /// Reads a pattern.
  ///
  /// - Throws: What is wrong with a regular expression, and where.
  init(_ typed: String) throws(FindError) {
    let flags = Flags(typed)
    let node: ExpressionNode
    if flags.isExpression {
      var parser = ExpressionParser(flags.rest, offset: typed.count - flags.rest.count)
      node = try parser.parse()
    } else {
      node = .sequence(flags.rest.unicodeScalars.map { Self.node(ofLiteral: $0) })
    }
    let isSensitive = flags.isCaseSensitive ?? Self.hasCapital(flags.rest, flags.isExpression)
    program = try MatchProgram(node, isCaseSensitive: isSensitive)
    text = typed
    isExpression = flags.isExpression
  }

  /// The same pattern as words, or as a regular expression.
  static func togglingExpression(in typed: String) -> String {
    let flags = Flags(typed)
    let caseFlag = flags.isCaseSensitive.map { $0 ? "\\C" : "\\c" } ?? ""
    return (flags.isExpression ? "" : "\\v") + caseFlag + flags.rest
  }

  /// Finds all hits; empty matches are none.
  ///
  /// - Complexity: O(text × pattern) for each hit, and never more than `patience` steps.
  func hits(in text: [UInt8], patience: Int = FindPattern.patience) -> Result {
    text.withUnsafeBufferPointer { text in
      var machine = MatchMachine(program, text, patience: patience)
      var result = Result()
      var index = 0
      while index <= text.count, let match = machine.firstMatch(from: index) {
        if !match.isEmpty { result.hits.append(match) }
        index = match.isEmpty ? machine.index(after: match.upperBound) : match.upperBound
      }
      result.isCutShort = machine.isExhausted
      return result
    }
  }

  private static func node(ofLiteral scalar: Unicode.Scalar) -> ExpressionNode {
    scalar == " " ? .repeated(.one(.space), 1, nil, isLazy: false) : .one(ScalarSet(scalar))
  }

  /// Whether there is a capital that is not the name of a class, such as `\W`.
  private static func hasCapital(_ text: String, _ isExpression: Bool) -> Bool {
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if !isEscaped, scalar.properties.isUppercase { return true }
      isEscaped = isExpression && scalar == "\\" && !isEscaped
    }
    return false
  }

  static func == (left: FindPattern, right: FindPattern) -> Bool { left.text == right.text }

  /// The signs in front of a pattern.
  private struct Flags {
    var isExpression = false
    var isCaseSensitive: Bool?
    var rest: String

    init(_ typed: String) {
      var rest = Substring(typed)
      while true {
        switch rest.prefix(2) {
        case "\\v": isExpression = true
        case "\\V": isExpression = false
        case "\\c": isCaseSensitive = false
        case "\\C": isCaseSensitive = true
        default:
          self.rest = String(rest)
          return
        }
        rest = rest.dropFirst(2)
      }
    }
  }
}

/// What is wrong with a pattern.
struct FindError: Error, Equatable {
  /// A sentence for the reader.
  var message: String
  /// The character it is about, from 0 in the pattern as typed.
  var offset: Int
}
