/// The characters that one place of a pattern takes.
struct ScalarSet: Sendable, Equatable {
  private var ranges: [ClosedRange<UInt32>]
  private var isNegated = false

  /// One character.
  init(_ scalar: Unicode.Scalar) { ranges = [scalar.value...scalar.value] }

  init(_ ranges: [ClosedRange<UInt32>], isNegated: Bool = false) {
    self.ranges = ranges
    self.isNegated = isNegated
  }

  static let digit = ScalarSet([0x30...0x39])
  static let space = ScalarSet([0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x2000...0x200A])
  /// Letters and digits of any script, and `_`.
  static let word = ScalarSet([
    0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A, 0xAA...0xAA,
    0xB5...0xB5, 0xBA...0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x1FFF,
    0x2C00...0x2DFF, 0x3005...0xD7FF, 0xF900...0xFDFF, 0xFE70...0xFEFE, 0xFF10...0xFF19,
    0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xFF66...0xFFDC, 0x10000...0x1EFFF, 0x20000...0x3FFFF,
  ])
  /// Everything but the end of a line.
  static let notLineEnd = ScalarSet([0x0A...0x0A], isNegated: true)

  /// All characters that are not in the set.
  var inverted: ScalarSet { ScalarSet(ranges, isNegated: !isNegated) }

  /// Adds the characters of another set; a negated one is added as the ranges it leaves.
  mutating func formUnion(_ other: ScalarSet) {
    ranges += other.isNegated ? other.gaps : other.ranges
  }

  private var gaps: [ClosedRange<UInt32>] {
    var gaps: [ClosedRange<UInt32>] = []
    var start: UInt32 = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if range.lowerBound > start { gaps.append(start...range.lowerBound - 1) }
      start = max(start, range.upperBound + 1)
    }
    gaps.append(start...0x10FFFF)
    return gaps
  }

  func contains(_ scalar: UInt32) -> Bool {
    ranges.contains { $0.contains(scalar) } != isNegated
  }

  /// Whether a character or the other case of it is in the set.
  func containsFolded(_ value: UInt32) -> Bool {
    let isIn = ranges.contains { $0.contains(value) }
    if isIn || value < 0x41 { return isIn != isNegated }
    guard let scalar = Unicode.Scalar(value) else { return isNegated }
    let properties = scalar.properties
    for mapping in [properties.lowercaseMapping, properties.uppercaseMapping] {
      let scalars = mapping.unicodeScalars
      if scalars.count == 1, let other = scalars.first?.value, other != value,
        ranges.contains(where: { $0.contains(other) })
      {
        return !isNegated
      }
    }
    return isNegated
  }

  /// Whether a character beyond ASCII may be in the set.
  var reachesBeyondASCII: Bool { isNegated || ranges.contains { $0.upperBound >= 0x80 } }
}
