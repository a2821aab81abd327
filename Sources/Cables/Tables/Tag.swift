/// A TAG: the code under which a telegram is filed, with what it stands for.
public struct Tag: Sendable, Equatable {
  /// What a TAG names.
  public enum Kind: String, Sendable, CaseIterable {
    /// A subject, four letters: `PREL`.
    case subject
    /// A program or a topic of the day: `KNNP`, `IRAQI FREEDOM`.
    case program
    /// A country or region, two letters: `IT`.
    case geo
    /// An organization: `NATO`.
    case organization
  }

  /// The code in capitals.
  public let code: String
  /// What it names.
  public let kind: Kind
  /// The words it stands for.
  public let name: String
  /// The group of a subject TAG, `Political`; nil for the other kinds.
  public let category: String?
}

/// The known TAGS: the handbook 5 FAH-3, the State Department's geopolitical list, and what the cables add.
public struct TagTable: Sendable {
  /// The built-in table.
  public static let standard = TagTable(PackageResources.tags_csv)

  /// All TAGS in the order of the table.
  public let tags: [Tag]
  private let keys: KeyTable
  /// The most words a code has.
  let longestWordCount: Int

  init(_ table: [UInt8]) {
    var tags: [Tag] = []
    tags.reserveCapacity(1000)
    var keys = KeyTable(capacity: 1200)
    var longest = 1
    for row in CommaTable(table) where row.count >= 4 {
      guard let kind = Tag.Kind(rawValue: row[1]) else { continue }
      keys.insert(row[0].utf8, value: tags.count)
      if kind != .geo { longest = max(longest, row[0].utf8.count { $0 == 0x20 } + 1) }
      tags.append(
        Tag(code: row[0], kind: kind, name: row[2], category: row[3].isEmpty ? nil : row[3]))
    }
    self.tags = tags
    self.keys = keys
    longestWordCount = longest
  }

  /// The TAG of a code, which is compared in capitals.
  public subscript(code: String) -> Tag? {
    tag(Array(code.utf8.lazy.map(\.capital)))
  }

  func tag(_ code: some Collection<UInt8>) -> Tag? {
    keys.value(of: code).map { tags[$0] }
  }

  func contains(_ code: some Collection<UInt8>) -> Bool {
    keys.value(of: code) != nil
  }
}
