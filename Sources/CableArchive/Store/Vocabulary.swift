internal import GRDB

/// The words of the index, for the word that is being typed.
///
/// The index finds `x*` by reading every word with that beginning, which takes a second for one letter and a quarter of a million
/// cables. The most frequent of these words, joined by `OR`, find the same first page for nearly every beginning, and stream.
struct Vocabulary {
  /// Words that stand for a beginning.
  static let expansionCount = 64
  /// Beginnings of so many letters have their words noted; longer ones have few enough to choose from.
  private static let notedLetters = 2
  /// Up to so many places in cables reading every word is fast, and finds the rare ones, too.
  private static let fewCables = 2_000

  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  /// The words that stand for the beginnings typed in a query, by beginning; those that are better looked up as they are have none.
  func expansions(of node: QueryNode) throws -> [String: [String]] {
    guard try isWritten else { return [:] }
    var expansions: [String: [String]] = [:]
    for prefix in Self.prefixes(in: node) {
      expansions[prefix] = try words(beginning: prefix)
    }
    return expansions
  }

  private var isWritten: Bool {
    get throws {
      try Bool.fetchOne(
        database.cachedStatement(sql: "SELECT value > 0 FROM state WHERE key = 'vocabulary'"))
        ?? false
    }
  }

  private static func prefixes(in node: QueryNode) -> [String] {
    switch node {
    case .phrase(let phrase): phrase.isPrefix ? phrase.tokens.suffix(1) : []
    case .near(let phrases, _, _): phrases.flatMap { $0.isPrefix ? $0.tokens.suffix(1) : [] }
    case .not(let inner): prefixes(in: inner)
    case .and(let nodes), .or(let nodes): nodes.flatMap(prefixes)
    default: []
    }
  }

  private func words(beginning prefix: String) throws -> [String]? {
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
    if rows.count < Self.expansionCount,
      rows.reduce(0, { $0 + ($1[1] as Int) }) < Self.fewCables
    {
      return nil
    }
    // The beginning may be a word itself, however rare.
    let words: [String] = rows.map { $0[0] }
    return words.contains(prefix) ? words : words + [prefix]
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
