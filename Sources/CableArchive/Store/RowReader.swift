internal import Cables
internal import GRDB

/// Reads list rows, with the count of what cites them.
struct RowReader {
  /// The columns of a list row, of a table named `c` with its posts `p` and `o`.
  static let columns = """
    c.id, c.year, p.key, c.number, c.name, c.date, c.date_precision, c.is_date_inferred, c.class, \
    o.key, c.subject, c.is_partial
    """
  static let posts = "LEFT JOIN post p ON p.id = c.post LEFT JOIN post o ON o.id = c.origin"

  let database: Database
  let citations: CitationIndex

  init(_ database: Database) {
    self.database = database
    citations = CitationIndex(database)
  }

  /// Reads the row a cursor stands on.
  func row(_ row: Row) throws -> ListRow {
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
      classification: level.flatMap { level in Classification.allCases.first { $0.level == level }
      },
      post: row[9], subject: row[10],
      citedByCount: try id.map { try citations.count(of: $0) } ?? 0, isPartial: row[11])
  }

  /// The row of a cable.
  func row(at rowID: Int64) throws -> ListRow? {
    let statement = try database.cachedStatement(
      sql: "SELECT \(Self.columns) FROM cable c \(Self.posts) WHERE c.id = ?")
    return try Row.fetchOne(statement, arguments: [rowID]).map(row)
  }

  /// The rows of a statement over ``columns``.
  func rows(_ statement: Statement, arguments: StatementArguments) throws -> [ListRow] {
    // The count of citations runs a statement of its own, so the rows are read first.
    try Row.fetchAll(statement, arguments: arguments).map(row)
  }
}
