/// A small seeded source of random numbers (SplitMix64): the same seed rolls the same numbers everywhere.
struct Dice: Sendable {
  private var state: UInt64

  /// Starts a sequence that depends on a seed, on what is rolled for, and on a number within that.
  init(seed: UInt64, purpose: Purpose, number: Int = 0) {
    state = Dice.mixed(
      Dice.mixed(seed &+ purpose.rawValue &* 0x9E37_79B9_7F4A_7C15)
        ^ UInt64(truncatingIfNeeded: number) &* 0xD134_2543_DE82_EF95)
  }

  /// What a sequence is for, so that no two choices share their numbers.
  enum Purpose: UInt64 {
    case schedule = 1
    case numbering
    case meaning
    case text
    case writing
    case form
    case names
  }

  /// The next 64 random bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Dice.mixed(state)
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number from 0 up to a bound that is not reached; the bound must be positive.
  mutating func below(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A number within a closed range.
  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// A fraction from 0 up to 1, which is not reached.
  mutating func fraction() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// Whether something of a given probability happens.
  mutating func happens(_ probability: Double) -> Bool {
    fraction() < probability
  }

  /// One of several values; there must be one.
  mutating func one<Value>(of values: [Value]) -> Value {
    values[below(values.count)]
  }

  /// How often something of a given probability happens in a row, up to a limit.
  mutating func run(_ probability: Double, limit: Int) -> Int {
    var count = 0
    while count < limit, happens(probability) { count += 1 }
    return count
  }

  /// A number from the standard normal distribution, as the sum of twelve fractions.
  mutating func normal() -> Double {
    var sum = -6.0
    for _ in 0..<12 { sum += fraction() }
    return sum
  }
}
