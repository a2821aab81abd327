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
  /// The first words of codes of several words.
  private let heads: KeyTable
  /// The most words a code has.
  let longestWordCount: Int

  init(_ table: [UInt8]) {
    var tags: [Tag] = []
    tags.reserveCapacity(1000)
    var keys = KeyTable(capacity: 1200)
    var heads = KeyTable(capacity: 100)
    var longest = 1
    for row in CommaTable(table) where row.count >= 4 {
      guard let kind = Tag.Kind(rawValue: row[1]) else { continue }
      keys.insert(row[0].utf8, value: tags.count)
      let words = row[0].utf8.split(separator: 0x20)
      if words.count > 1 { heads.insert(words[0], value: 0) }
      longest = max(longest, words.count)
      tags.append(
        Tag(code: row[0], kind: kind, name: row[2], category: row[3].isEmpty ? nil : row[3]))
    }
    self.tags = tags
    self.keys = keys
    self.heads = heads
    longestWordCount = longest
  }

  /// The TAG of a code, which is compared in capitals.
  public subscript(code: String) -> Tag? {
    tag(Array(code.utf8.lazy.map(\.capital)))
  }

  func tag(_ code: some Collection<UInt8>) -> Tag? {
    keys.value(of: code).map { tags[$0] }
  }

  /// The TAG that a range is.
  func tag(_ bytes: [UInt8], in range: Range<Int>) -> Tag? {
    keys.value(spelled: bytes, range: range).map { tags[$0] }
  }

  /// Whether a code of several words begins with the word in a range.
  func beginsLongCode(_ bytes: [UInt8], in range: Range<Int>) -> Bool {
    heads.value(spelled: bytes, range: range) != nil
  }

  func contains(_ code: some Collection<UInt8>) -> Bool {
    keys.value(of: code) != nil
  }
}
