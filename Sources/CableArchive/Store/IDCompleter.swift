internal import Cables
internal import GRDB

/// Finds ids, held or only cited, that begin in a given way.
struct IDCompleter {
  let database: Database

  init(_ database: Database) {
    self.database = database
  }

  /// The parts of an id that is still being typed.
  private struct Beginning {
    var years: [Int] = []
    var post = ""
    var number = ""

    init(_ typed: String) {
      var digits = ""
      for character in FacetToken.key(typed).uppercased() {
        if character.isNumber {
          if post.isEmpty { digits.append(character) } else { number.append(character) }
        } else if number.isEmpty {
          post.append(character)
        }
      }
      if let year = Int(digits), digits.count == 4 {
        years = [year]
      } else if let short = Int(digits), digits.count == 2 {
        years = [short >= 60 ? 1900 + short : 2000 + short]
      }
    }
  }

  func ids(of typed: String, limit: Int) throws -> [CableID] {
    let zeroKept = typed.filter { !$0.isWhitespace }
    let beginning = Beginning(zeroKept)
    guard limit > 0, !beginning.post.isEmpty else { return [] }
    var found: [CableID] = []
    for (post, key) in try posts(beginning) {
      for year in try years(beginning, of: post) {
        for number in try numbers(beginning, post: post, year: year, limit: limit) {
          found.append(CableID(year: year, post: key, number: number))
          if found.count == limit { return found }
        }
      }
    }
    return found
  }

  /// Once a number is begun the post is complete; before that its beginning counts.
  private func posts(_ beginning: Beginning) throws -> [(Int64, String)] {
    if !beginning.number.isEmpty {
      let index = CitationIndex(database)
      let pattern = IDPattern(reading: beginning.post + "1")
      return try (pattern?.lookupVariants.map(\.post) ?? []).compactMap { post in
        try index.postID(post).map { ($0, post) }
      }
    }
    let rows = try Row.fetchAll(
      database,
      sql: "SELECT id, key FROM post WHERE key >= ?1 AND key < ?1 || '\u{7F}' ORDER BY key",
      arguments: [beginning.post])
    return rows.map { ($0[0], $0[1]) }
  }

  private func years(_ beginning: Beginning, of post: Int64) throws -> [Int] {
    if !beginning.years.isEmpty { return beginning.years }
    return try Int.fetchAll(
      database,
      sql: """
        SELECT year FROM cable WHERE post = ?1 UNION SELECT year FROM reference WHERE post = ?1
        ORDER BY year DESC
        """, arguments: [post])
  }

  private func numbers(
    _ beginning: Beginning, post: Int64, year: Int, limit: Int
  ) throws -> [Int] {
    var ranges = [1..<Int(Int32.max)]
    if let start = Int(beginning.number), start > 0 {
      ranges = []
      var scale = 1
      while start < 10_000_000, scale <= 10_000_000 / start {
        ranges.append(start * scale..<(start + 1) * scale)
        scale *= 10
      }
    }
    let statement = try database.cachedStatement(
      sql: """
        SELECT number FROM (
          SELECT number FROM cable WHERE post = ?1 AND year = ?2 AND number >= ?3 AND number < ?4
          UNION
          SELECT number FROM reference WHERE post = ?1 AND year = ?2 AND number >= ?3 AND number < ?4
        ) ORDER BY number LIMIT ?5
        """)
    var numbers: [Int] = []
    for range in ranges where numbers.count < limit {
      numbers += try Int.fetchAll(
        statement, arguments: [post, year, range.lowerBound, range.upperBound, limit])
    }
    return Array(numbers.prefix(limit))
  }
}
