/// A table that turns 16 random bits into an index with given shares, in one look-up.
struct Odds: Sendable {
  private let slots: [UInt16]

  /// Spreads the shares over the table; every index gets at least one place while there is room.
  ///
  /// - Complexity: O(65,536).
  init(_ shares: [Double]) {
    let total = shares.reduce(0, +)
    var slots: [UInt16] = []
    slots.reserveCapacity(Odds.size)
    var reached = 0.0
    for (index, share) in shares.enumerated() {
      reached += share
      let end = Int(reached / total * Double(Odds.size))
      while slots.count < end { slots.append(UInt16(index)) }
    }
    while slots.count < Odds.size { slots.append(UInt16(max(0, shares.count - 1))) }
    self.slots = slots
  }

  /// Shares that fall with the rank as Zipf's law has it.
  static func zipf(_ count: Int, offset: Double = 3, exponent: Int = 1) -> Odds {
    Odds(
      (0..<count).map { rank in
        let base = Double(rank) + offset
        return 1 / (exponent == 1 ? base : base * base)
      })
  }

  private static let size = 1 << 16

  /// The index that 16 random bits stand for.
  func index(_ bits: UInt16) -> Int { Int(slots[Int(bits)]) }

  /// An index by the next numbers of a sequence.
  func roll(_ dice: inout Dice) -> Int { index(UInt16(truncatingIfNeeded: dice.next())) }
}
