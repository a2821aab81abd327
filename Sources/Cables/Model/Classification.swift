/// The level of protection a cable was sent under.
public enum Classification: String, Sendable, CaseIterable, Comparable {
  /// Open.
  case unclassified = "UNCLASSIFIED"
  /// Limited official use (until 1995) and other administrative control.
  case limitedOfficialUse = "LIMITED OFFICIAL USE"
  /// Confidential.
  case confidential = "CONFIDENTIAL"
  /// Secret.
  case secret = "SECRET"
  /// Top secret.
  case topSecret = "TOP SECRET"

  /// The letter used in portion marks and lists: `U`, `L`, `C`, `S`, `T`.
  public var letter: Character {
    switch self {
    case .unclassified: "U"
    case .limitedOfficialUse: "L"
    case .confidential: "C"
    case .secret: "S"
    case .topSecret: "T"
    }
  }

  /// Rank, 0 (unclassified) to 4 (top secret).
  public var level: Int {
    switch self {
    case .unclassified: 0
    case .limitedOfficialUse: 1
    case .confidential: 2
    case .secret: 3
    case .topSecret: 4
    }
  }

  /// Orders from open to top secret.
  public static func < (left: Classification, right: Classification) -> Bool {
    left.level < right.level
  }
}
