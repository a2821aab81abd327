/// The canonical id of a cable: year, post and serial number, written `03ROME1605`.
///
/// Every spelling in circulation (`2003ROME01605`, `03 ROME 1605`, `1975NEWDE14031_b`) normalises to one
/// value. A two-digit year of 60 or more is of the 20th century.
public struct CableID: Hashable, Sendable {
  /// The year, four digits.
  public let year: Int

  /// The post in key form: upper case, `A`–`Z` and `0`–`9` only, `STATE` for `SECSTATE`.
  public let post: String

  /// The serial number without leading zeros.
  public let number: Int

  /// Creates an id of parts that are already normalised.
  public init(year: Int, post: String, number: Int) {
    self.year = year
    self.post = post
    self.number = number
  }
}

extension CableID: CustomStringConvertible {
  /// The canonical form, `03ROME1605`.
  public var description: String {
    let shortYear = year % 100
    return (shortYear < 10 ? "0" : "") + "\(shortYear)\(post)\(number)"
  }
}

extension CableID: Comparable {
  /// Orders by year, then post, then number.
  public static func < (left: CableID, right: CableID) -> Bool {
    (left.year, left.post, left.number) < (right.year, right.post, right.number)
  }
}
