/// Runs a program over a text, all its ways at once, so that no pattern takes more than text × pattern steps.
///
/// Of the matches that begin leftmost it gives the one that a backtracking search would find first.
struct MatchMachine {
  private let program: MatchProgram
  private let text: MatchText
  private var now: MatchWays
  private var then: MatchWays
  private var steps: Int
  /// Whether the search was given up for lack of steps.
  private(set) var isExhausted = false

  init(_ program: MatchProgram, _ bytes: UnsafeBufferPointer<UInt8>, patience: Int) {
    self.program = program
    text = MatchText(bytes: bytes)
    now = MatchWays(count: program.instructions.count)
    then = MatchWays(count: program.instructions.count)
    steps = patience
  }

  /// The first match at or after a place; nil where there is none, or the steps are used up.
  mutating func firstMatch(from start: Int) -> Range<Int>? {
    now.clear()
    var index = start
    var match: Range<Int>?
    while true {
      if now.places.isEmpty {
        if match != nil { return match }
        while index < text.bytes.count, !program.isFirst[Int(text.bytes[index])] { index += 1 }
      }
      if match == nil { steps -= now.add(0, start: index, at: index, program, text) }
      let (scalar, length) = text.scalar(at: index)
      then.clear()
      advance: for way in now.places.indices {
        switch program.instructions[now.places[way]] {
        case .match:
          match = now.starts[way]..<index
          break advance
        case .take(let test):
          if length > 0, program.tests[test].contains(scalar) {
            steps -= then.add(
              now.places[way] + 1, start: now.starts[way], at: index + length, program, text)
          }
        case .check, .jump, .split: break
        }
      }
      steps -= now.places.count + 1
      swap(&now, &then)
      if length == 0 { return match }
      if steps < 0 {
        isExhausted = true
        return nil
      }
      index += length
    }
  }

  /// The place behind the character at a place.
  func index(after index: Int) -> Int { index + max(1, text.scalar(at: index).length) }
}

/// The ways that are being followed at one place of the text, the best first.
private struct MatchWays {
  private(set) var places: [Int] = []
  private(set) var starts: [Int] = []
  private var waiting: [Int] = []
  private var marks: [Int]
  private var round = 1

  init(count: Int) { marks = Array(repeating: 0, count: count) }

  mutating func clear() {
    places.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    round += 1
  }

  /// Follows jumps and splits from an instruction to those that take a character; returns the steps it took.
  mutating func add(
    _ place: Int, start: Int, at index: Int, _ program: MatchProgram, _ text: MatchText
  ) -> Int {
    var steps = 0
    waiting.append(place)
    while let place = waiting.popLast() {
      if marks[place] == round { continue }
      marks[place] = round
      steps += 1
      switch program.instructions[place] {
      case .jump(let target): waiting.append(target)
      case .split(let first, let second):
        waiting.append(second)
        waiting.append(first)
      case .check(let boundary): if text.holds(boundary, at: index) { waiting.append(place + 1) }
      case .take, .match:
        places.append(place)
        starts.append(start)
      }
    }
    return steps
  }
}

/// UTF-8 text as characters.
private struct MatchText {
  let bytes: UnsafeBufferPointer<UInt8>

  func holds(_ boundary: ExpressionNode.Boundary, at index: Int) -> Bool {
    switch boundary {
    case .lineStart: index == 0 || bytes[index - 1] == 0x0A
    case .lineEnd: index == bytes.count || bytes[index] == 0x0A
    case .word: isWord(before: index) != isWord(at: index)
    case .notWord: isWord(before: index) == isWord(at: index)
    }
  }

  private func isWord(at index: Int) -> Bool {
    let (scalar, length) = scalar(at: index)
    return length > 0 && ScalarSet.word.contains(scalar)
  }

  private func isWord(before index: Int) -> Bool {
    var start = index - 1
    while start > 0, index - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start >= 0 && isWord(at: start)
  }

  /// The character at a place; a byte that is none counts as U+FFFD, the end has no length.
  func scalar(at index: Int) -> (value: UInt32, length: Int) {
    guard index < bytes.count else { return (0, 0) }
    let first = UInt32(bytes[index])
    if first < 0x80 { return (first, 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    guard length > 1, index + length <= bytes.count else { return (0xFFFD, 1) }
    var value = first & (0x7F >> UInt32(length))
    for offset in 1..<length {
      let byte = UInt32(bytes[index + offset])
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      value = value << 6 | byte & 0x3F
    }
    return (value, length)
  }
}
