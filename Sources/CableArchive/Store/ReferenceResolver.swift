internal import Cables
internal import GRDB

/// Concludes the years that references leave out.
struct ReferenceResolver {
  let database: Database
  private let index: CitationIndex

  init(_ database: Database) {
    self.database = database
    index = CitationIndex(database)
  }

  /// Concludes all years again and stores those that are different now.
  func resolveYears() throws {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT r.cable, r.ordinal, p.key, r.number, r.year,
          c.year, o.key, c.number, c.date, c.date_precision
        FROM reference r JOIN post p ON p.id = r.post
          JOIN cable c ON c.id = r.cable LEFT JOIN post o ON o.id = coalesce(c.post, c.origin)
        WHERE r.is_year_inferred
        """)
    var changes: [(cable: Int64, ordinal: Int, year: Int)] = []
    while let row = try rows.next() {
      guard let citing = CitingCable(row) else { continue }
      let target = CableID(year: row[4], post: row[2], number: row[3])
      let year = try self.year(of: target, citedBy: citing)
      if year != target.year { changes.append((row[0], row[1], year)) }
    }
    let update = try database.makeStatement(
      sql: "UPDATE reference SET year = ? WHERE cable = ? AND ordinal = ?")
    for change in changes {
      try update.execute(arguments: [change.year, change.cable, change.ordinal])
    }
  }

  private struct CitingCable {
    var id: CableID
    var date: CableDate?

    /// Reads the citing cable; nil where neither its id nor its date gives it a year.
    init?(_ row: Row) {
      if let minute = row[8] as Int64? {
        date = Timeline.date(
          ofMinute: minute, precision: DatePrecisionCode.precision(of: row[9] ?? 3),
          isInferred: false)
      }
      guard let year = row[5] as Int? ?? date?.year else { return nil }
      let post: String = row[6] ?? ""
      let number: Int? = row[7]
      // Without a number no other one is known to be higher.
      id = CableID(year: year, post: post, number: number ?? .max)
    }
  }

  private func year(of target: CableID, citedBy citing: CitingCable) throws -> Int {
    var failure: (any Error)?
    let resolved = ReferenceYear.resolve(target, citing: citing.id, citingDate: citing.date) { id in
      do {
        return try date(of: id)
      } catch {
        failure = failure ?? error
        return nil
      }
    }
    if let failure { throw failure }
    return resolved.year
  }

  /// Nil for an id that is not in the archive, else the date of its cable.
  private func date(of id: CableID) throws -> CableDate?? {
    guard let rowID = try index.rowID(ofExactly: id) else { return nil }
    let statement = try database.cachedStatement(
      sql: "SELECT date, date_precision FROM cable WHERE id = ? AND date IS NOT NULL")
    let row = try Row.fetchOne(statement, arguments: [rowID])
    return .some(
      row.map {
        Timeline.date(
          ofMinute: $0[0], precision: DatePrecisionCode.precision(of: $0[1]), isInferred: false)
      })
  }
}

/// The targets of a cable's references as the archive has concluded them.
struct StoredTargets {
  /// In the order of the REF block.
  var references: [CableID?]
  /// In the order of the body's own mentions of cables.
  var mentions: [CableID?]

  /// Puts the targets in place of those the parser concluded without an archive.
  func apply(to cable: inout Cable) {
    guard cable.references.count == references.count else { return }
    for (index, target) in references.enumerated() where target != nil {
      cable.references[index].target = target
    }
    var next = 0
    for index in cable.mentions.indices {
      switch cable.mentions[index].kind {
      case .reference:
        cable.mentions[index].targets = cable.mentions[index].referenceIndices.compactMap {
          cable.references.indices.contains($0) ? cable.references[$0].target : nil
        }
      case .cable:
        for place in cable.mentions[index].targets.indices {
          if next < mentions.count, let target = mentions[next] {
            cable.mentions[index].targets[place] = target
          }
          next += 1
        }
      case .septel: break
      }
    }
  }
}

extension ReferenceResolver {
  /// The targets stored for a listed cable; empty for other versions.
  func storedTargets(of rowID: Int64) throws -> StoredTargets {
    let statement = try database.cachedStatement(
      sql: """
        SELECT r.place, p.key, r.year, r.number FROM reference r LEFT JOIN post p ON p.id = r.post
        WHERE r.cable = ? ORDER BY r.ordinal
        """)
    var targets = StoredTargets(references: [], mentions: [])
    for row in try Row.fetchAll(statement, arguments: [rowID]) {
      var target: CableID?
      if let post = row[1] as String?, let year = row[2] as Int?, let number = row[3] as Int? {
        target = CableID(year: year, post: post, number: number)
      }
      if row[0] as Int == 0 {
        targets.references.append(target)
      } else {
        targets.mentions.append(target)
      }
    }
    return targets
  }
}
