/// A pattern as a tree.
indirect enum ExpressionNode: Sendable, Equatable {
  /// A place between characters.
  enum Boundary: Sendable, Equatable {
    case lineStart
    case lineEnd
    case word
    case notWord
  }

  case one(ScalarSet)
  case boundary(Boundary)
  case sequence([ExpressionNode])
  case choice([ExpressionNode])
  /// From a count to another; nil for any number.
  case repeated(ExpressionNode, Int, Int?, isLazy: Bool)
}

/// Reads regular expressions as grep -P and most editors write them, without look-around and back references.
struct ExpressionParser {
  /// Groups inside groups.
  private static let deepest = 50

  private let scalars: [Unicode.Scalar]
  private let offset: Int
  private var index = 0
  private var depth = 0

  /// Creates a parser; `offset` is the place of the text in what was typed.
  init(_ text: String, offset: Int) {
    scalars = Array(text.unicodeScalars)
    self.offset = offset
  }

  mutating func parse() throws(FindError) -> ExpressionNode {
    let node = try choice()
    if index < scalars.count { throw error("This ) closes nothing.") }
    return node
  }

  private func error(_ message: String, at place: Int? = nil) -> FindError {
    FindError(message: message, offset: offset + (place ?? index))
  }

  private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    index += 1
    return true
  }

  private mutating func choice() throws(FindError) -> ExpressionNode {
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws(FindError) -> ExpressionNode {
    var nodes: [ExpressionNode] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      nodes.append(try repetition(of: try atom()))
    }
    return .sequence(nodes)
  }

  private mutating func repetition(of node: ExpressionNode) throws(FindError) -> ExpressionNode {
    var node = node
    while let (least, most) = try counts() {
      let isLazy = take("?")
      node = .repeated(node, least, most, isLazy: isLazy)
    }
    return node
  }

  private mutating func counts() throws(FindError) -> (Int, Int?)? {
    switch next {
    case "*":
      index += 1
      return (0, nil)
    case "+":
      index += 1
      return (1, nil)
    case "?":
      index += 1
      return (0, 1)
    case "{": return try braces()
    default: return nil
    }
  }

  /// `{2}`, `{2,}`, `{2,5}`; a brace that starts none of these is a character.
  private mutating func braces() throws(FindError) -> (Int, Int?)? {
    let start = index
    index += 1
    guard let least = number() else {
      index = start
      return nil
    }
    var most: Int? = least
    if take(",") { most = number() }
    guard take("}") else {
      index = start
      return nil
    }
    if let most, most < least { throw error("This asks for \(least) to \(most).", at: start) }
    return (least, most)
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let digit = next.flatMap({ Int(String($0)) }), (value ?? 0) < 100_000 {
      value = (value ?? 0) * 10 + digit
      index += 1
    }
    return value
  }

  private mutating func atom() throws(FindError) -> ExpressionNode {
    let place = index
    guard let scalar = next else { return .sequence([]) }
    index += 1
    switch scalar {
    case "(": return try group(from: place)
    case "[": return .one(try set(from: place))
    case ".": return .one(.notLineEnd)
    case "^": return .boundary(.lineStart)
    case "$": return .boundary(.lineEnd)
    case "\\": return try escape(from: place)
    case "*", "+", "?": throw error("There is nothing to repeat before \(scalar).", at: place)
    default: return .one(ScalarSet(scalar))
    }
  }

  private mutating func group(from place: Int) throws(FindError) -> ExpressionNode {
    if take("?"), !take(":") {
      throw error("Only (?: is known; look-around is not.", at: place)
    }
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw error("Too many groups in groups.", at: place) }
    let node = try choice()
    guard take(")") else { throw error("This ( is not closed.", at: place) }
    return node
  }

  private mutating func escape(from place: Int) throws(FindError) -> ExpressionNode {
    guard let scalar = next else { throw error("A \\ at the end escapes nothing.", at: place) }
    index += 1
    switch scalar {
    case "b", "<", ">": return .boundary(.word)
    case "B": return .boundary(.notWord)
    case "0"..."9": throw error("References to groups are not known.", at: place)
    default:
      if let set = Self.named(scalar) { return .one(set) }
      if let control = Self.control(scalar) { return .one(ScalarSet(control)) }
      guard !Self.isLetter(scalar) else {
        throw error("\\\(scalar) is not known.", at: place)
      }
      return .one(ScalarSet(scalar))
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  private static func named(_ scalar: Unicode.Scalar) -> ScalarSet? {
    switch scalar {
    case "d": .digit
    case "D": ScalarSet.digit.inverted
    case "w": .word
    case "W": ScalarSet.word.inverted
    case "s": .space
    case "S": ScalarSet.space.inverted
    default: nil
    }
  }

  private static func control(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "n": "\n"
    case "t": "\t"
    case "r": "\r"
    default: nil
    }
  }

  /// What stands between brackets; a `]` right after the opening is a character.
  private mutating func set(from place: Int) throws(FindError) -> ScalarSet {
    let isNegated = take("^")
    var set = ScalarSet([])
    var isFirst = true
    while let scalar = next, isFirst || scalar != "]" {
      isFirst = false
      guard let lower = try setElement(into: &set) else { continue }
      guard next == "-", index + 1 < scalars.count, scalars[index + 1] != "]" else {
        set.formUnion(ScalarSet(lower))
        continue
      }
      index += 1
      let start = index
      guard let upper = try setElement(into: &set), lower <= upper else {
        throw error("This range is empty.", at: start)
      }
      set.formUnion(ScalarSet([lower.value...upper.value]))
    }
    guard take("]") else { throw error("This [ is not closed.", at: place) }
    return isNegated ? set.inverted : set
  }

  /// A character of a set; nil for a class such as `\d`, which is added at once.
  private mutating func setElement(
    into set: inout ScalarSet
  ) throws(FindError) -> Unicode.Scalar? {
    let place = index
    guard let scalar = next else { throw error("This [ is not closed.", at: place) }
    index += 1
    guard scalar == "\\" else { return scalar }
    guard let escaped = next else { throw error("A \\ at the end escapes nothing.", at: place) }
    index += 1
    if let named = Self.named(escaped) {
      set.formUnion(named)
      return nil
    }
    return Self.control(escaped) ?? escaped
  }
}
