import Cables

/// The marks that stand before the paragraphs of a cable, with their shares.
struct PortionMarks: Sendable {
  private let marks: [String?]
  private let odds: Odds

  private init(_ shares: [(String?, Double)]) {
    marks = shares.map(\.0)
    odds = Odds(shares.map(\.1))
  }

  /// The next paragraph's mark.
  func roll(_ dice: inout Dice) -> String? { marks[odds.roll(&dice)] }

  /// The marks usual under a level and caption.
  static func of(_ level: Classification, isNoForeign: Bool, year: Int) -> PortionMarks {
    if year < 1_980 { return none }
    return switch (level, isNoForeign) {
    case (.unclassified, _): open
    case (.limitedOfficialUse, _): limited
    case (.confidential, false): confidential
    case (.confidential, true): confidentialNoForeign
    case (_, false): secret
    case (_, true): secretNoForeign
    }
  }

  private static let none = PortionMarks([(nil, 1)])
  private static let open = PortionMarks([("U", 50), ("SBU", 35), (nil, 12), ("U//FOUO", 3)])
  private static let limited = PortionMarks([("LOU", 60), ("U", 40)])
  private static let confidential = PortionMarks([
    ("C", 84), ("SBU", 7), ("U", 7), (nil, 1.6), ("C/REL GERMANY", 0.4),
  ])
  private static let confidentialNoForeign = PortionMarks([
    ("C/NF", 78), ("C//NF", 10), ("C", 8), ("U", 4),
  ])
  private static let secret = PortionMarks([
    ("S", 88), ("C", 5), ("SBU", 2), ("U", 3), (nil, 1.5), ("S/REL NATO", 0.5),
  ])
  private static let secretNoForeign = PortionMarks([
    ("S/NF", 84), ("S//NF", 9), ("S", 5), ("U", 2),
  ])
}
