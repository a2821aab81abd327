internal import GRDB

/// The words of the index, for the word that is being typed.
///
/// The index finds `x*` by reading every word with that beginning, which takes a second for one letter and a quarter of a million
/// cables. The most frequent of these words, joined by `OR`, find the same first page for nearly every beginning, and stream.
struct Vocabulary {
  /// Words that stand for a beginning at most.
  static let expansionCount = 64
  /// Beginnings of so many letters have their words noted; longer ones have few enough to choose from.
  private static let notedLetters = 2
  /// Up to so many places in cables reading every word is fast, and finds the rare ones, too.
  private static let fewPlaces = 10_000
  /// What share of the cables that the words find may be found by those alone that are left out.
  private static let missedShare = 0.002
  /// Looking a word up in each segment costs the same for all, so of an index in many segments fewer are looked up.
  private static let mostLookups = 1_000
  /// So many words are looked up however many segments there are.
  private static let fewestWords = 16

  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  /// The words that stand for the beginnings typed in a query, by beginning; those that are better looked up as they are have none.
  func expansions(of node: QueryNode) throws -> [String: [String]] {
    let prefixes = Self.prefixes(in: node)
    guard !prefixes.isEmpty, try isWritten else { return [:] }
    let limit = try wordLimit
    var expansions: [String: [String]] = [:]
    for prefix in prefixes {
      expansions[prefix.text] = try words(beginning: prefix, limit: limit)
    }
    return expansions
  }

  /// How many words are looked up for a beginning at most.
  private var wordLimit: Int {
    get throws {
      let record = try IndexAdoption(database).record(IndexStructure.rowID)
      let segments = record.flatMap { IndexStructure($0)?.segmentCount } ?? 1
      let affordable = Self.mostLookups / max(1, segments)
      return min(Self.expansionCount, max(Self.fewestWords, affordable))
    }
  }

  private var isWritten: Bool {
    get throws {
      try Bool.fetchOne(
        database.cachedStatement(sql: "SELECT value > 0 FROM state WHERE key = 'vocabulary'"))
        ?? false
    }
  }

  /// The beginning of a word in a query.
  private struct Prefix {
    var text: String
    /// Whether other words stand before it, which make some words likely that are not frequent otherwise.
    var hasContext: Bool
  }

  private static func prefixes(in node: QueryNode) -> [Prefix] {
    func prefix(of phrase: Phrase) -> [Prefix] {
      guard phrase.isPrefix, let last = phrase.tokens.last else { return [] }
      return [Prefix(text: last, hasContext: phrase.tokens.count > 1)]
    }
    switch node {
    case .phrase(let phrase): return prefix(of: phrase)
    case .near(let phrases, _, _):
      return phrases.flatMap(prefix).map { Prefix(text: $0.text, hasContext: true) }
    case .not(let inner): return prefixes(in: inner)
    case .and(let nodes), .or(let nodes): return nodes.flatMap(prefixes)
    default: return []
    }
  }

  private func words(beginning prefix: Prefix, limit: Int) throws -> [String]? {
    let found = try mostFrequent(beginning: prefix.text)
    if try places(of: found, beginning: prefix.text) < Self.fewPlaces { return nil }
    let enough = prefix.hasContext ? limit : min(limit, try telling(found.map(\.cables)))
    // The beginning may be a word itself, however rare.
    let words = found.prefix(enough).map(\.word)
    return words.contains(prefix.text) ? words : words + [prefix.text]
  }

  private func mostFrequent(
    beginning prefix: String
  ) throws -> [(word: String, cables: Int)] {
    let rows: [Row]
    if prefix.unicodeScalars.count <= Self.notedLetters {
      rows = try Row.fetchAll(
        database.cachedStatement(
          sql: "SELECT term, cables FROM prefix_top WHERE prefix = ? ORDER BY rank"),
        arguments: [prefix])
    } else {
      rows = try Row.fetchAll(
        database.cachedStatement(
          sql: """
            SELECT term, cables FROM vocabulary WHERE term >= ?1 AND term < ?1 || char(0x10FFFF)
            ORDER BY cables DESC, term LIMIT \(Self.expansionCount)
            """), arguments: [prefix])
    }
    return rows.map { ($0[0], $0[1]) }
  }

  /// The places of all words with a beginning, of which the most frequent are known; any number from `fewPlaces` on stands for more.
  private func places(
    of found: [(word: String, cables: Int)], beginning prefix: String
  ) throws -> Int {
    let places = found.reduce(0) { $0 + $1.cables }
    guard found.count >= Self.expansionCount, places < Self.fewPlaces else { return places }
    return try Int.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT total(cables) FROM vocabulary WHERE term >= ?1 AND term < ?1 || char(0x10FFFF)
          """), arguments: [prefix]) ?? 0
  }

  /// How many of some words, the most frequent first, find all but a few of the cables that all of them find.
  ///
  /// One letter has words that nearly every cable holds, and asking for sixty more finds nothing new.
  private func telling(_ cables: [Int]) throws -> Int {
    let total = try Int.fetchOne(
      database.cachedStatement(sql: "SELECT value FROM state WHERE key = 'vocabulary'"))
    // The share of cables without any of the words so far, as if words did not attract each other.
    var without = [1.0]
    for count in cables {
      let share = Double(count) / Double(max(1, total ?? 1))
      without.append((without.last ?? 1) * max(0, 1 - share))
    }
    let rest = without.last ?? 1
    let missed = (1 - rest) * Self.missedShare
    return without.firstIndex { $0 - rest <= missed } ?? cables.count
  }

  // MARK: - Writing

  /// The first characters at which the steps of writing begin.
  private static let starts =
    [""] + "0123456789abcdefghijklmnopqrstuvwxyz{".map { String($0) }

  /// How many steps writing takes.
  static var stepCount: Int { starts.count }

  /// Whether so many cables have come since the words were counted that they should be counted again.
  var isStale: Bool {
    get throws {
      try Bool.fetchOne(
        database,
        sql: """
          SELECT c.value > v.value + v.value / 20 FROM state c, state v
          WHERE c.key = 'cables' AND v.key = 'vocabulary'
          """) ?? true
    }
  }

  /// Counts the words that begin with some characters; the steps together count all.
  func write(step: Int) throws {
    let start = Self.starts[step]
    let end = step + 1 < Self.starts.count ? Self.starts[step + 1] : "\u{10FFFF}"
    if step == 0 {
      try database.execute(sql: "UPDATE state SET value = 0 WHERE key = 'vocabulary'")
    }
    try database.execute(
      sql: "CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms USING fts5vocab (main, cable_text, col)")
    let range: StatementArguments = [start, end]
    try database.execute(
      sql: "DELETE FROM vocabulary WHERE term >= ? AND term < ?", arguments: range)
    try database.execute(
      sql: "DELETE FROM prefix_top WHERE prefix >= ? AND prefix < ?", arguments: range)
    // A word of one cable is no more worth a row than looking it up.
    try database.execute(
      sql: """
        INSERT INTO vocabulary SELECT term, sum(doc) AS cables FROM temp.terms
        WHERE term >= ? AND term < ? AND col <> 'meta' GROUP BY term HAVING cables > 1
        """, arguments: range)
    for letters in 1...Self.notedLetters {
      try database.execute(
        sql: """
          INSERT INTO prefix_top SELECT prefix, rank, term, cables FROM (
            SELECT substr(term, 1, \(letters)) AS prefix, term, cables, row_number() OVER (
              PARTITION BY substr(term, 1, \(letters)) ORDER BY cables DESC, term) AS rank
            FROM vocabulary WHERE term >= ? AND term < ? AND length(term) >= \(letters))
          WHERE rank <= \(Self.expansionCount)
          """, arguments: range)
    }
    if step == Self.starts.count - 1 {
      try database.execute(
        sql: """
          UPDATE state SET value = (SELECT value FROM state WHERE key = 'cables')
          WHERE key = 'vocabulary'
          """)
    }
  }
}
