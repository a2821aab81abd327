/// What an abbreviation of the cables stands for.
public struct Acronym: Sendable, Equatable {
  /// The abbreviation as it is usually written, `MFA`.
  public let short: String
  /// What it may stand for, the commonest first.
  public let expansions: [String]
}

/// The abbreviations of the cables.
public struct AcronymTable: Sendable {
  /// The built-in table.
  public static let standard = AcronymTable(PackageResources.acronyms_csv)

  /// All abbreviations, the most frequent first.
  public let acronyms: [Acronym]
  /// Places by spelling, and by capitals of those longer than four letters.
  private let exact: KeyTable
  private let folded: KeyTable

  init(_ table: [UInt8]) {
    var acronyms: [Acronym] = []
    var exact = KeyTable(capacity: 600)
    var folded = KeyTable(capacity: 600)
    acronyms.reserveCapacity(600)
    for row in CommaTable(table) where row.count >= 2 {
      exact.insert(row[0].utf8, value: acronyms.count)
      if row[0].utf8.count > 4 {
        folded.insert(Array(row[0].utf8.lazy.map(\.capital)), value: acronyms.count)
      }
      acronyms.append(Acronym(short: row[0], expansions: Self.alternatives(Array(row[1].utf8))))
    }
    self.acronyms = acronyms
    self.exact = exact
    self.folded = folded
  }

  /// The abbreviation a word is: up to four letters compared with case, longer ones without; plural and possessive
  /// endings are taken off (`IDPs`, `USG's`).
  public subscript(word: String) -> Acronym? {
    if let acronym = entry(word) { return acronym }
    for ending in ["'s", "’s", "s'", "s", "'S", "S'"] where word.hasSuffix(ending) {
      if let acronym = entry(String(word.dropLast(ending.count))) { return acronym }
    }
    return nil
  }

  /// What a word most probably stands for in a cable of a post.
  ///
  /// `GOI` is the Government of Italy from Rome and of India from New Delhi: where alternatives name governments,
  /// the one of the sending post's country comes first.
  public func expansion(of word: String, from post: Post? = nil) -> String? {
    guard let acronym = self[word] else { return nil }
    if let country = post?.country {
      for expansion in acronym.expansions where expansion.hasSuffix(country) {
        return expansion
      }
    }
    return acronym.expansions.first
  }

  private func entry(_ word: String) -> Acronym? {
    if let index = exact.value(of: word.utf8) { return acronyms[index] }
    guard word.utf8.count > 4 else { return nil }
    return folded.value(of: Array(word.utf8.lazy.map(\.capital))).map { acronyms[$0] }
  }

  /// Cuts at ` | `.
  private static func alternatives(_ text: [UInt8]) -> [String] {
    text.split(separator: UInt8(ascii: "|")).map { part in
      text.text(in: text.trimmed(part.startIndex..<part.endIndex))
    }
  }
}
