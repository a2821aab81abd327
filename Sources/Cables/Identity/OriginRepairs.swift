/// The damaged origins of ids in circulation, and what they were.
public struct OriginRepairs: Sendable {
  /// The built-in table.
  public static let standard = OriginRepairs(PackageResources.broken_origins_txt)

  private let posts: [String: String]
  private let ids: [String: String]

  init(_ table: [UInt8]) {
    var posts: [String: String] = [:]
    var ids: [String: String] = [:]
    var lines: [UInt8] = []
    lines.reserveCapacity(table.count)
    for line in table.split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
      lines.append(contentsOf: line)
      lines.append(0x0A)
    }
    // The table has no heading row of its own; an empty one stands in.
    for row in CommaTable([0x0A] + lines, separator: 0x09) where row.count >= 6 {
      if row[3].hasPrefix("R6") {
        ids[row[4]] = row[5]
      } else {
        posts[row[0]] = row[2]
      }
    }
    self.posts = posts
    self.ids = ids
  }

  /// The sound id of one that was repaired by hand, both in canonical spelling.
  func repairedID(_ id: String) -> String? { ids[id] }

  /// The post of a damaged origin: a known case, or `SECTION02OF02` and the like in front of a known post.
  func repairedPost(_ key: [UInt8]) -> String? {
    if let post = posts[String(decoding: key, as: UTF8.self)] { return post }
    guard let start = Self.endOfSectionClause(key), start < key.count else { return nil }
    let rest = Array(key[start...])
    if let name = PostTable.standard.name(in: rest, range: 0..<rest.count) { return name.filedAs }
    return posts[String(decoding: rest, as: UTF8.self)]
  }

  /// After a damaged `SECTION nn OF nn` at the start of a key.
  private static func endOfSectionClause(_ key: [UInt8]) -> Int? {
    var index = 0
    while index < key.count, index <= 8, !key[index].isDigit { index += 1 }
    let first = key.endOfDigits(from: index, before: key.count)
    guard first > index, first - index <= 2 else { return nil }
    var after = first
    while after < key.count, after - first < 3, !key[after].isDigit { after += 1 }
    guard after > first else { return nil }
    let end = key.endOfDigits(from: after, before: key.count)
    return end > after && end - after <= 2 ? end : nil
  }
}
