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
  private let exact: [String: Int]
  private let folded: [String: Int]

  init(_ table: [UInt8]) {
    var acronyms: [Acronym] = []
    var exact: [String: Int] = [:]
    var folded: [String: Int] = [:]
    acronyms.reserveCapacity(600)
    exact.reserveCapacity(600)
    for row in CommaTable(table) where row.count >= 2 {
      exact[row[0]] = acronyms.count
      if row[0].utf8.count > 4 { folded[row[0].uppercased()] = acronyms.count }
      let expansions = row[1].split(separator: " | ").map(String.init)
      acronyms.append(Acronym(short: row[0], expansions: expansions))
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
    if let index = exact[word] { return acronyms[index] }
    guard word.utf8.count > 4 else { return nil }
    return folded[word.uppercased()].map { acronyms[$0] }
  }
}
