import Cables
import Testing

@Suite struct DamageTests {
  @Test(arguments: Seed.all)
  func `parses a seed cut at every byte`(seed: Seed) throws {
    let bytes = try seed.bytes()
    for length in 0...bytes.count {
      let cable = CableParser().parse(Array(bytes[..<length]))
      try #require(isConsistent(cable), "cut at \(length)")
    }
  }

  @Test(arguments: Seed.all)
  func `parses a seed whose front was cut off`(seed: Seed) throws {
    let bytes = try seed.bytes()
    for start in stride(from: 0, to: bytes.count, by: 11) {
      let cable = CableParser().parse(Array(bytes[start...]))
      try #require(isConsistent(cable), "cut before \(start)")
    }
  }

  @Test(arguments: Seed.all)
  func `parses a seed with random bytes changed`(seed: Seed) throws {
    let bytes = try seed.bytes()
    var random = SplitMix(seed: 42)
    for round in 0..<200 {
      var changed = bytes
      for _ in 0...(round % 40) {
        let place = Int(random.next() % UInt64(changed.count))
        switch random.next() % 4 {
        case 0: changed[place] = UInt8(truncatingIfNeeded: random.next())
        case 1: changed.remove(at: place)
        case 2:
          changed.insert(interesting[Int(random.next() % UInt64(interesting.count))], at: place)
        default: changed.swapAt(place, Int(random.next() % UInt64(changed.count)))
        }
      }
      let cable = CableParser().parse(changed)
      try #require(isConsistent(cable), "round \(round)")
    }
  }

  // A stage that goes back to the start for each of these would not end.
  @Test(arguments: [
    "¶1. (C) ", "REF A ", "[", "&a ", "\n", "A\n", "- \n", "SUBJECT: (C) ", "STATE 12, ",
    "(C) SUMMARY ", "  a   b\n",
    "S E C R E T ROME 1\n", "PAGE 02 ROME 1234\n", "TO RUEHC/SECSTATE WASHDC FM ", "reftel ",
    "NNNN\n", "1. (C) x\n",
  ])
  func `parses a token repeated to 40 kilobytes`(token: String) {
    let unit = Array(token.utf8)
    let bytes = Array(repeatElement(unit, count: 40_000 / unit.count).joined())
    #expect(isConsistent(CableParser().parse(bytes)))
  }

  private var interesting: [UInt8] {
    Array("\n\n\n-.()[]&8,s0123A: \u{B6}".utf8) + [0, 0x1B, 0xC2, 0xE2, 0xFF, 0x0D]
  }
}

/// Whether all ranges of a cable lie in its clean text and its map ascends.
func isConsistent(_ cable: Cable) -> Bool {
  let text = cable.text
  let all = 0..<text.clean.count
  var ranges = cable.blocks.map(\.range) + cable.paragraphs.map(\.range)
  ranges += cable.references.map(\.range) + cable.mentions.map(\.range)
  ranges += [cable.subjectRange, cable.summaryRange].compactMap(\.self)
  guard ranges.allSatisfy({ all.contains($0) || $0.isEmpty }) else { return false }
  guard String(validating: text.clean, as: UTF8.self) != nil else { return false }
  for (left, right) in zip(text.segments, text.segments.dropFirst()) {
    guard left.clean < right.clean, left.original + left.originalCount <= right.original else {
      return false
    }
  }
  for (left, right) in zip(cable.blocks, cable.blocks.dropFirst()) {
    guard left.range.upperBound <= right.range.lowerBound else { return false }
  }
  return true
}

/// A repeatable source of numbers.
struct SplitMix {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
