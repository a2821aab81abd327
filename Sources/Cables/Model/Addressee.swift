/// A line of a TO or INFO list: `RUEHC/SECSTATE WASHDC IMMEDIATE 8947`.
public struct Addressee: Sendable, Equatable {
  /// The routing indicator, `RUEHC`; nil where the line has none.
  public var route: String?
  /// The name of the addressee, `SECSTATE WASHDC`.
  public var name: String
  /// The precedence for this addressee, where one is given.
  public var precedence: Precedence?
  /// The sender's serial number to this addressee, where one is given.
  public var number: Int?
  /// Offices between slashes, `//NEA/IRN//` as `NEA/IRN`.
  public var offices: [String]

  /// Creates an addressee.
  public init(
    route: String? = nil, name: String, precedence: Precedence? = nil, number: Int? = nil,
    offices: [String] = []
  ) {
    self.route = route
    self.name = name
    self.precedence = precedence
    self.number = number
    self.offices = offices
  }
}

/// How fast a message was to be handled.
public enum Precedence: String, Sendable, CaseIterable {
  /// `R`.
  case routine = "ROUTINE"
  /// `P`.
  case priority = "PRIORITY"
  /// `O`.
  case immediate = "IMMEDIATE"
  /// `Z`, also written `NIACT IMMEDIATE` for waking the addressee at night.
  case flash = "FLASH"
}
