internal import Cables
internal import GRDB

/// Looks for what is wrong in an archive.
struct ArchiveCheck {
  let database: Database
  let parse: Archive.Parse

  init(_ database: Database, parse: @escaping Archive.Parse) {
    self.database = database
    self.parse = parse
  }

  func findings(_ progress: (Double) -> Void) throws -> [CheckFinding] {
    let damage = try String.fetchAll(database, sql: "PRAGMA integrity_check(20)")
    if damage != ["ok"] {
      // The other questions have no reliable answers then.
      return damage.map {
        CheckFinding(kind: .storage, sentence: "The database is damaged: \($0).")
      }
    }
    return try structure() + texts(progress)
  }

  private func structure() throws -> [CheckFinding] {
    let questions: [(kind: CheckFinding.Kind, title: String, sql: String)] = [
      (
        .version, "Versions of cables that are not listed",
        """
        SELECT name FROM cable c WHERE NOT EXISTS
          (SELECT 1 FROM cable s WHERE s.id = c.shown AND s.shown = s.id)
        """
      ),
      (
        .original, "Cables without a text",
        "SELECT name FROM cable c WHERE NOT EXISTS (SELECT 1 FROM body b WHERE b.id = c.id)"
      ),
      (
        .derived, "References of cables that are not listed",
        """
        SELECT DISTINCT 'row ' || r.cable FROM reference r WHERE NOT EXISTS
          (SELECT 1 FROM cable c WHERE c.id = r.cable AND c.shown = c.id)
        """
      ),
      (
        .derived, "TAGS of cables that are not listed",
        """
        SELECT DISTINCT 'row ' || t.cable FROM cable_tag t WHERE NOT EXISTS
          (SELECT 1 FROM cable c WHERE c.id = t.cable AND c.shown = c.id)
        """
      ),
      (
        .index, "Listed cables that are not in the index",
        """
        SELECT name FROM cable WHERE id = shown AND id NOT IN
          (SELECT rowid FROM cable_text WHERE cable_text MATCH 'meta : "xa"')
        """
      ),
      (
        .index, "Cables in the index that are not listed",
        """
        SELECT 'row ' || t.rowid FROM cable_text t WHERE cable_text MATCH 'meta : "xa"'
          AND t.rowid NOT IN (SELECT cable FROM ghost)
          AND t.rowid NOT IN (SELECT id FROM cable WHERE id = shown)
        """
      ),
    ]
    var findings: [CheckFinding] = []
    let isCountRight = try Bool.fetchOne(
      database,
      sql: """
        SELECT value = (SELECT count(*) FROM cable WHERE id = shown) FROM state WHERE key = 'cables'
        """)
    if isCountRight != true {
      findings.append(
        CheckFinding(kind: .derived, sentence: "The number of cables is not what was noted."))
    }
    // An archive of the format before that can't be written to has no such table.
    if try database.tableExists("refusal") {
      let names = try String.fetchAll(
        database,
        sql: "SELECT DISTINCT path FROM refusal WHERE path NOT IN (SELECT path FROM input)")
      if !names.isEmpty {
        findings.append(Self.finding(.derived, names, "Refusals of files that are not noted"))
      }
    }
    for (kind, title, sql) in questions {
      let names = try String.fetchAll(database, sql: sql)
      if !names.isEmpty { findings.append(Self.finding(kind, names, title)) }
    }
    return findings
  }

  private func texts(_ progress: (Double) -> Void) throws -> [CheckFinding] {
    let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM cable") ?? 0
    var damaged: [String] = []
    var different: [String] = []
    var done = 0
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT c.name, c.size, c.digest, c.index_digest, c.id = c.shown, b.original, b.hints,
          b.is_packed
        FROM cable c JOIN body b ON b.id = c.id
        """)
    while let row = try rows.next() {
      let original = StoredText(row[5], isPacked: row[7]).text
      if original?.count != row[1] || original.map(Digest.of) != row[2] {
        damaged.append(row[0])
      } else if let original, row[4] {
        let cable = parse(original, try StoredHints.hints(from: row[6]))
        if Digest.of(IndexRow(of: cable)) != row[3] { different.append(row[0]) }
      }
      done += 1
      if done.isMultiple(of: 500) { progress(Double(done) / Double(max(1, count))) }
    }
    var findings: [CheckFinding] = []
    if !damaged.isEmpty {
      findings.append(Self.finding(.original, damaged, "Cables whose text is not what was stored"))
    }
    if !different.isEmpty {
      findings.append(
        Self.finding(
          .reading, different, "Cables that read differently than when they were indexed"))
    }
    progress(1)
    return findings
  }

  /// A sentence with the number of cables and the first of their names.
  private static func finding(
    _ kind: CheckFinding.Kind, _ names: [String], _ title: String
  ) -> CheckFinding {
    let shown = names.prefix(3).joined(separator: ", ") + (names.count > 3 ? ", …" : "")
    return CheckFinding(kind: kind, sentence: "\(title): \(names.count) (\(shown)).")
  }
}
