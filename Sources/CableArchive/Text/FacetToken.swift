internal import Cables

/// The words of the index's `meta` column: what a cable is, so that one look-up answers words and filters.
enum FacetToken {
  static let every = "xa"

  /// Letters and digits of a name in lower case: `IRAQI FREEDOM` → `iraqifreedom`.
  static func key(_ text: String) -> String {
    // Most names are letters of ASCII and blanks, which need no scanner.
    let isPlain = text.utf8.allSatisfy { $0 == 0x20 || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
    guard isPlain, text.utf8.count <= TokenScanner.longestToken else {
      return TokenScanner.tokens(of: text).joined()
    }
    return String(decoding: text.utf8.lazy.filter { $0 != 0x20 }.map { $0 | 0x20 }, as: UTF8.self)
  }

  static func tag(_ code: String) -> String { "xt" + key(code) }
  /// A post in any spelling as one word; the names of one post, former ones included, give the same word.
  static func post(_ name: String) -> String { key(PostTable.standard[name]?.key ?? name) }
  /// The word for a sender that ``post(_:)`` has named.
  static func from(_ post: String) -> String { "xo" + post }
  /// The word for an addressee that ``post(_:)`` has named.
  static func to(_ post: String) -> String { "xr" + post }
  static func classification(_ level: Classification) -> String { "xc\(level.level)" }
  static func id(_ id: CableID) -> String { "xi\(id.year)" + key(id.post) + "n\(id.number)" }
  static func number(post: String, number: Int) -> String { "xn" + key(post) + "n\(number)" }
  static func year(_ year: Int) -> String { "xy\(padded(year, 4))" }
  static func month(_ year: Int, _ month: Int) -> String {
    "xm\(padded(year, 4))\(padded(month, 2))"
  }
  static func day(_ day: Period.Day) -> String {
    "xd\(padded(day.year, 4))\(padded(day.month, 2))\(padded(day.day, 2))"
  }
  /// Cables of which only the year is known.
  static func yearOnly(_ year: Int) -> String { "xv\(padded(year, 4))" }
  /// Cables of which only year and month are known.
  static func monthOnly(_ year: Int, _ month: Int) -> String {
    "xw\(padded(year, 4))\(padded(month, 2))"
  }
  static func trait(_ trait: Trait) -> String {
    switch trait {
    case .partial: "xfpartial"
    case .references: "xfreferences"
    case .undated: "xfundated"
    case .inferredDate: "xfinferred"
    }
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(max(0, number))
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension FacetToken {
  /// All facet words of a cable.
  static func all(of cable: Cable) -> [String] {
    var words = [every]
    if let id = cable.id {
      words.append(Self.id(id))
      words.append(number(post: id.post, number: id.number))
    }
    if let sender = cable.origin ?? cable.id?.post { words.append(from(post(sender))) }
    if let level = cable.classification { words.append(classification(level)) }
    for code in Set(cable.tags).sorted() { words.append(tag(code)) }
    let addressees = Set((cable.to + cable.info).map { post($0.name) })
    for addressee in addressees.sorted() { words.append(to(addressee)) }
    if cable.isPartial { words.append(trait(.partial)) }
    if cable.references.contains(where: { $0.target != nil }) { words.append(trait(.references)) }
    guard let date = cable.date else { return words + [trait(.undated)] }
    if date.isInferred { words.append(trait(.inferredDate)) }
    words.append(year(date.year))
    guard date.precision != .year else { return words + [yearOnly(date.year)] }
    words.append(month(date.year, date.month))
    guard date.precision != .month else { return words + [monthOnly(date.year, date.month)] }
    return words + [day(Period.Day(date.year, date.month, date.day))]
  }
}
