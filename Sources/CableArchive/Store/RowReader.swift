internal import Cables
internal import GRDB

/// Reads list rows, with the count of what cites them.
struct RowReader {
  /// The columns of a list row, of a table named `c` with its posts `p` and `o`.
  static let columns = """
    c.id, c.year, p.key, c.number, c.name, c.date, c.date_precision, c.is_date_inferred, c.class, \
    o.key, c.subject, c.is_partial, \
    (SELECT count(DISTINCT r.cable) FROM reference r \
      WHERE r.post = c.post AND r.year = c.year AND r.number = c.number)
    """
  static let posts = "LEFT JOIN post p ON p.id = c.post LEFT JOIN post o ON o.id = c.origin"

  let database: Database
  let citations: CitationIndex

  init(_ database: Database) {
    self.database = database
    citations = CitationIndex(database)
  }

  /// Reads the row a cursor stands on.
  private func row(_ row: Row) -> ListRow {
    var id: CableID?
    if let year = row[1] as Int?, let post = row[2] as String?, let number = row[3] as Int? {
      id = CableID(year: year, post: post, number: number)
    }
    var date: CableDate?
    if let minute = row[5] as Int64? {
      date = Timeline.date(
        ofMinute: minute, precision: DatePrecisionCode.precision(of: row[6] ?? 3),
        isInferred: row[7])
    }
    let level: Int? = row[8]
    return ListRow(
      rowID: row[0], id: id, name: row[4], date: date,
      classification: level.flatMap { Self.levels.indices.contains($0) ? Self.levels[$0] : nil },
      post: row[9], subject: row[10], citedByCount: row[12], isPartial: row[11])
  }

  private static let levels = Classification.allCases.sorted()

  /// The rows with the citations that lead to them under another name of their post, or away from them.
  private func counted(_ rows: [ListRow]) throws -> [ListRow] {
    var rows = rows
    for index in rows.indices {
      guard let id = rows[index].id, id.lookupVariants.count > 1 else { continue }
      rows[index].citedByCount = try citations.count(of: id)
    }
    return rows
  }

  /// The row of a cable; nil for a row id that is not in use.
  func row(at rowID: Int64) throws -> ListRow? {
    try rows(at: [rowID]).first
  }

  /// The rows of cables in the order given; row ids that are not in use are left out.
  func rows(at rowIDs: [Int64]) throws -> [ListRow] {
    guard !rowIDs.isEmpty else { return [] }
    let statement = try database.cachedStatement(
      sql: """
        SELECT \(Self.columns)
        FROM json_each(?) j CROSS JOIN cable c ON c.id = j.value \(Self.posts) ORDER BY j.id
        """)
    let list = "[" + rowIDs.map(String.init).joined(separator: ",") + "]"
    return try rows(statement, arguments: [list])
  }

  /// The rows of a statement over ``columns``.
  func rows(_ statement: Statement, arguments: StatementArguments) throws -> [ListRow] {
    var rows: [ListRow] = []
    let cursor = try Row.fetchCursor(statement, arguments: arguments)
    while let row = try cursor.next() { rows.append(self.row(row)) }
    // What counts citations runs statements of its own, so all rows are read before.
    return try counted(rows)
  }
}
