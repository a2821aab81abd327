internal import Cables
internal import GRDB

/// Answers which cables are listed under an id and which cite it, posts that are taken for each other included.
///
/// A reference leads to the cable it names. Where that is not in the archive but the cable of the same number of
/// a post that is taken for it is, it leads there.
struct CitationIndex {
  let database: Database

  init(_ database: Database) {
    self.database = database
  }

  func postID(_ key: String) throws -> Int64? {
    let statement = try database.cachedStatement(sql: "SELECT id FROM post WHERE key = ?")
    return try Int64.fetchOne(statement, arguments: [key])
  }

  /// The row id of the listed version of exactly this id.
  func rowID(ofExactly id: CableID) throws -> Int64? {
    guard let post = try postID(id.post) else { return nil }
    let statement = try database.cachedStatement(
      sql: "SELECT shown FROM cable WHERE post = ? AND year = ? AND number = ? LIMIT 1")
    return try Int64.fetchOne(statement, arguments: [post, id.year, id.number])
  }

  /// The row ids of the listed cables of a post and number, the latest year first.
  func rowIDs(post: String, number: Int) throws -> [Int64] {
    guard let post = try postID(post) else { return [] }
    let years = try SearchFacts.years(in: database)
    let statement = try database.cachedStatement(
      sql: "SELECT shown FROM cable WHERE post = ? AND year = ? AND number = ? LIMIT 1")
    return try years.reversed().compactMap { year in
      try Int64.fetchOne(statement, arguments: [post, year, number])
    }
  }

  /// The row id a reference to an id leads to; nil where the cable is absent.
  func rowID(of id: CableID) throws -> Int64? {
    for variant in id.lookupVariants {
      if let rowID = try rowID(ofExactly: variant) { return rowID }
    }
    return nil
  }

  /// The spellings of the post under which references lead to the cable an id leads to.
  func citedPosts(of id: CableID) throws -> [Int64] {
    let variants = id.lookupVariants
    guard variants.count > 1 else { return try postID(id.post).map { [$0] } ?? [] }
    let own = try rowID(of: id)
    var posts: [Int64] = []
    for variant in variants {
      guard let post = try postID(variant.post), try rowID(of: variant) == own else { continue }
      posts.append(post)
    }
    return posts
  }

  /// How many cables cite what an id leads to.
  func count(of id: CableID) throws -> Int {
    let posts = try citedPosts(of: id)
    if posts.count == 1 {
      let statement = try database.cachedStatement(
        sql: """
          SELECT count(DISTINCT cable) FROM reference
          WHERE post = ? AND year = ? AND number = ?
          """)
      return try Int.fetchOne(statement, arguments: [posts[0], id.year, id.number]) ?? 0
    }
    return try Set(posts.flatMap { try citingRowIDs(post: $0, id) }).count
  }

  /// The row ids of the cables that cite what an id leads to, ascending.
  func citingRowIDs(of id: CableID) throws -> [Int64] {
    try Set(citedPosts(of: id).flatMap { try citingRowIDs(post: $0, id) }).sorted()
  }

  private func citingRowIDs(post: Int64, _ id: CableID) throws -> [Int64] {
    let statement = try database.cachedStatement(
      sql: "SELECT cable FROM reference WHERE post = ? AND year = ? AND number = ?")
    return try Int64.fetchAll(statement, arguments: [post, id.year, id.number])
  }

  /// How many ids are cited and lead to no cable.
  ///
  /// - Complexity: O(n) over the references.
  func absentCount() throws -> Int {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT p.key, r.year, r.number FROM (
          SELECT DISTINCT post, year, number FROM reference WHERE post IS NOT NULL
          EXCEPT SELECT post, year, number FROM cable
        ) r JOIN post p ON p.id = r.post
        """)
    var count = 0
    while let row = try rows.next() {
      let id = CableID(year: row[1], post: row[0], number: row[2])
      if try id.lookupVariants.count == 1 || rowID(of: id) == nil { count += 1 }
    }
    return count
  }
}
