/// The year of a reference that does not give one.
///
/// Three of four references name a post and a number only. The rules are those that held in a sample of 1,295
/// published cables; the answer may change when more cables arrive, so an archive asks again.
public enum ReferenceYear {
  /// How far a number of the same post may run ahead of the citing cable's own and still be of its year: numbers are
  /// drawn before telegrams are sent.
  static let lead = 10

  /// The target of a reference with the most probable year.
  ///
  /// 1. The same post and a number above the citing cable's own: the year before, unless it is less than 10 above or
  ///    the cable of the citing year is there.
  /// 2. Another post: the citing year if that cable is there and not dated after the citing one, else the year before
  ///    if that one is there, else the citing year.
  ///
  /// - Parameters:
  ///   - target: the id as written, with any year.
  ///   - citing: the id of the citing cable.
  ///   - citingDate: its date.
  ///   - lookUp: nil for an id that is not in the archive, else its date (nil where unknown).
  /// - Returns: the id with the year; its post is the one the archive has if only that is there.
  public static func resolve(
    _ target: CableID, citing: CableID, citingDate: CableDate?,
    lookUp: (CableID) -> CableDate??
  ) -> CableID {
    let ownYear = citing.year
    let own = target.inYear(ownYear)
    let before = target.inYear(ownYear - 1)
    if isSamePost(target.post, citing.post) {
      guard target.number > citing.number else { return own }
      if held(own, lookUp) != nil { return own }
      return target.number - citing.number < lead ? own : before
    }
    if let found = held(own, lookUp) {
      let isLater: Bool
      if let date = found.date, let citingDate, date.precision >= .day, citingDate.precision >= .day
      {
        isLater = date.startOfDay > citingDate.startOfDay
      } else {
        isLater = false
      }
      if !isLater { return found.id }
    }
    return held(before, lookUp)?.id ?? own
  }

  /// The target of a reference where nothing is known but the citing cable.
  static func infer(_ target: CableID, citing: CableID) -> CableID {
    resolve(target, citing: citing, citingDate: nil) { _ in nil }
  }

  private static func isSamePost(_ left: String, _ right: String) -> Bool {
    left == right || PostTable.standard.filingNames(of: left).contains(right)
  }

  private static func held(
    _ id: CableID, _ lookUp: (CableID) -> CableDate??
  ) -> (id: CableID, date: CableDate?)? {
    for variant in id.lookupVariants {
      if let date = lookUp(variant) { return (variant, date) }
    }
    return nil
  }
}

extension CableID {
  /// The same post and number in another year.
  func inYear(_ year: Int) -> CableID { CableID(year: year, post: post, number: number) }
}

extension CableDate.Precision: Comparable {
  /// Orders from the year to the minute.
  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .year: 0
    case .month: 1
    case .day: 2
    case .minute: 3
    }
  }
}

extension CableDate {
  /// The date without its time.
  var startOfDay: CableDate { CableDate(year: year, month: month, day: day, precision: .day) }
}
