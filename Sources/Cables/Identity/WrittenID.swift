/// A cable's name as a person or a collection writes it: the year may be missing.
///
/// `ROME 1605` has a post and a number; `2003ROME01605`, `03 rome 1605` and `1975NEWDE14031_b` a year too.
public struct WrittenID: Hashable, Sendable {
  /// The year, four digits; nil where none is written.
  public let year: Int?
  /// The post in key form.
  public let post: String
  /// The serial number.
  public let number: Int
  /// Whether the tables know the post.
  public let isPostKnown: Bool

  /// The id, where the year is written.
  public var id: CableID? { year.map { CableID(year: $0, post: post, number: number) } }

  /// Reads a name; nil if it is none.
  ///
  /// Damaged origins of ids in circulation are repaired, post aliases normalised; of posts that shared one series of
  /// numbers (`KIEV`, `KYIV`) each keeps its name.
  public init?(_ text: some StringProtocol) {
    var key: [UInt8] = []
    for byte in text.utf8 {
      if byte == UInt8(ascii: "_") { break }
      if byte.isWord { key.append(byte.capital) }
      guard key.count <= 48 else { return nil }
      guard byte < 0x80, byte.isWord || byte.isSpace || Self.isSeparator(byte) else { return nil }
    }
    self.init(key: key)
  }

  /// Reads a name of capitals and digits.
  init?(key: [UInt8]) {
    var digits = key.endOfDigits(from: 0, before: key.count)
    var year: Int?
    if digits >= 4, let four = key.number(in: 0..<4), (1900...2099).contains(four) {
      year = four
      digits = 4
    } else if digits >= 2, let two = key.number(in: 0..<2) {
      year = Month.fullYear(two)
      digits = 2
    } else if digits != 0 {
      return nil
    }
    var end = key.count
    while end > digits, key[end - 1].isDigit { end -= 1 }
    guard end > digits, end < key.count, key.count - end <= 8,
      let number = key.number(in: end..<key.count)
    else { return nil }
    if let year {
      let short = year % 100
      let canonical =
        (short < 10 ? "0" : "") + "\(short)" + key.text(in: digits..<end) + "\(number)"
      if let repaired = OriginRepairs.standard.repairedID(canonical), repaired != canonical,
        let sound = WrittenID(key: Array(repaired.utf8))
      {
        self = sound
        return
      }
    }
    self.year = year
    guard let origin = Self.origin(Array(key[digits..<end]), number: number, year: year) else {
      return nil
    }
    (post, self.number, isPostKnown) = origin
  }

  /// Normalises an origin, with the number that belongs to it.
  private static func origin(
    _ key: [UInt8], number: Int, year: Int?
  ) -> (String, Int, Bool)? {
    let table = PostTable.standard
    let all = 0..<key.count
    if let name = table.name(in: key, range: all) { return (name.filedAs, number, true) }
    // The number before ZFR, ZDK or TOSEC is the cable's own.
    for tail: StaticString in ["ZFR", "ZDK", "TOSEC"] {
      let start = key.count - tail.utf8CodeUnitCount
      guard start > 3, key.has(tail, at: start, before: key.count) else { continue }
      var digits = start
      while digits > 0, key[digits - 1].isDigit { digits -= 1 }
      if digits < start, let own = key.number(in: digits..<start),
        let name = table.name(in: key, range: 0..<digits)
      {
        return (name.filedAs, own, true)
      }
    }
    // The year was written twice.
    if let year, key.count > 4, key[0].isDigit, key[1].isDigit,
      key.number(in: 0..<2) == year % 100, let name = table.name(in: key, range: 2..<key.count)
    {
      return (name.filedAs, number, true)
    }
    if let repaired = OriginRepairs.standard.repairedPost(key) { return (repaired, number, true) }
    if let name = table.cutName(in: key, range: all) { return (name.filedAs, number, true) }
    guard key.count <= 24, key.contains(where: \.isLetter), !key[0].isDigit else { return nil }
    return (String(decoding: key, as: UTF8.self), number, false)
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "'")
      || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "#")
      || byte == 0x28 || byte == 0x29
  }
}
