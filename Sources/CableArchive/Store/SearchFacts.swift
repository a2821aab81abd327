internal import Cables
internal import GRDB

/// What every search has to know of an archive besides its index, read once for each state the archive is in.
struct SearchFacts: Sendable {
  /// The counter of writes that the facts hold for.
  let generation: Int64
  /// Whether the index has rows that are listed no longer.
  let hasGhosts: Bool
  /// Whether row order does not tell the day of every cable.
  let hasStrays: Bool
  /// The years of the first and the last dated cable.
  let years: ClosedRange<Int>

  /// Reads the facts of the state the archive is in.
  init(_ database: Database) throws {
    generation = try Self.generation(in: database)
    hasGhosts = try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM ghost)") ?? false
    hasStrays = try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM stray)") ?? false
    years = try Self.years(in: database)
  }

  /// A number that changes whenever listed cables do.
  static func generation(in database: Database) throws -> Int64 {
    try Int64.fetchOne(
      database.cachedStatement(sql: "SELECT value FROM state WHERE key = 'generation'")) ?? 0
  }

  /// The years of the first and the last dated cable.
  static func years(in database: Database) throws -> ClosedRange<Int> {
    let sql = "SELECT date FROM cable WHERE date IS NOT NULL ORDER BY id"
    let first = try Int64.fetchOne(database.cachedStatement(sql: sql + " LIMIT 1"))
    let last = try Int64.fetchOne(database.cachedStatement(sql: sql + " DESC LIMIT 1"))
    guard let first, let last, first <= last else { return 1...1 }
    func year(_ minute: Int64) -> Int {
      Timeline.date(ofMinute: minute, precision: .year, isInferred: false).year
    }
    return year(first)...year(last)
  }
}
