/// A pattern as instructions for a `MatchMachine`.
struct MatchProgram: Sendable {
  enum Instruction: Sendable {
    /// Takes one character of a set, by its index.
    case take(Int)
    case check(ExpressionNode.Boundary)
    case jump(Int)
    /// Tries the first way before the second.
    case split(Int, Int)
    case match
  }

  /// A set made ready for asking.
  struct Test: Sendable {
    private let ascii: (UInt64, UInt64)
    private let members: ScalarSet
    private let isCaseSensitive: Bool

    init(_ set: ScalarSet, isCaseSensitive: Bool) {
      var bits: (UInt64, UInt64) = (0, 0)
      for value in 0..<UInt32(128)
      where isCaseSensitive ? set.contains(value) : set.containsFolded(value) {
        if value < 64 { bits.0 |= 1 << UInt64(value) } else { bits.1 |= 1 << UInt64(value - 64) }
      }
      ascii = bits
      members = set
      self.isCaseSensitive = isCaseSensitive
    }

    func contains(_ scalar: UInt32) -> Bool {
      if scalar < 64 { return ascii.0 >> UInt64(scalar) & 1 == 1 }
      if scalar < 128 { return ascii.1 >> UInt64(scalar - 64) & 1 == 1 }
      return isCaseSensitive ? members.contains(scalar) : members.containsFolded(scalar)
    }

    var reachesBeyondASCII: Bool { members.reachesBeyondASCII }
  }

  /// More instructions than these are refused: counts multiply, `(a{999}){999}`.
  private static let largest = 4_000

  private(set) var instructions: [Instruction] = []
  private(set) var tests: [Test] = []
  /// Whether a match can begin with a byte.
  private(set) var isFirst = [Bool](repeating: false, count: 256)
  private let isCaseSensitive: Bool

  /// Compiles a pattern.
  ///
  /// - Throws: That the pattern is too long, written out.
  init(_ node: ExpressionNode, isCaseSensitive: Bool) throws(FindError) {
    self.isCaseSensitive = isCaseSensitive
    try add(node)
    try append(.match)
    findFirstBytes()
  }

  private mutating func append(_ instruction: Instruction) throws(FindError) {
    guard instructions.count < Self.largest else {
      throw FindError(message: "This pattern is too long.", offset: 0)
    }
    instructions.append(instruction)
  }

  private mutating func add(_ node: ExpressionNode) throws(FindError) {
    switch node {
    case .one(let set):
      try append(.take(tests.count))
      tests.append(Test(set, isCaseSensitive: isCaseSensitive))
    case .boundary(let boundary): try append(.check(boundary))
    case .sequence(let nodes): for node in nodes { try add(node) }
    case .choice(let nodes): try addChoice(nodes[...])
    case .repeated(let node, let least, let most, let isLazy):
      try addRepetition(node, least, most, isLazy)
    }
  }

  private mutating func addChoice(_ nodes: ArraySlice<ExpressionNode>) throws(FindError) {
    var jumps: [Int] = []
    for node in nodes.dropLast() {
      let split = instructions.count
      try append(.split(split + 1, 0))
      try add(node)
      jumps.append(instructions.count)
      try append(.jump(0))
      instructions[split] = .split(split + 1, instructions.count)
    }
    if let last = nodes.last { try add(last) }
    for jump in jumps { instructions[jump] = .jump(instructions.count) }
  }

  private mutating func addRepetition(
    _ node: ExpressionNode, _ least: Int, _ most: Int?, _ isLazy: Bool
  ) throws(FindError) {
    func split(_ into: Int, _ past: Int) -> Instruction {
      isLazy ? .split(past, into) : .split(into, past)
    }
    for _ in 0..<least { try add(node) }
    guard let most else {
      let start = instructions.count
      try append(.split(0, 0))
      try add(node)
      try append(.jump(start))
      instructions[start] = split(start + 1, instructions.count)
      return
    }
    var splits: [Int] = []
    for _ in least..<most {
      splits.append(instructions.count)
      try append(.split(0, 0))
      try add(node)
    }
    for place in splits { instructions[place] = split(place + 1, instructions.count) }
  }

  /// Finds the bytes a match can begin with, so that others are passed over.
  private mutating func findFirstBytes() {
    var seen = [Bool](repeating: false, count: instructions.count)
    var waiting = [0]
    while let place = waiting.popLast() {
      if seen[place] { continue }
      seen[place] = true
      switch instructions[place] {
      case .jump(let target): waiting.append(target)
      case .split(let first, let second): waiting += [first, second]
      case .check: waiting.append(place + 1)
      case .match: isFirst = [Bool](repeating: true, count: 256)
      case .take(let test):
        for byte in 0..<128 where tests[test].contains(UInt32(byte)) { isFirst[byte] = true }
        // The other case of a letter beyond ASCII can be one within, but not the other way round.
        guard tests[test].reachesBeyondASCII || !isCaseSensitive else { continue }
        for byte in 0x80..<0x100 { isFirst[byte] = true }
      }
    }
  }
}
