import GRDB
import TestSupport
import Testing

@testable import CableArchive

struct SegmentBuilderTests {
  typealias Rows = [(rowID: Int64, row: IndexRow)]

  static func row(_ subject: String, _ body: String, _ meta: String) -> IndexRow {
    IndexRow(
      of: Sample.cable(Sample.id(2003, "ROME", 1), subject: subject, body: body, tags: [meta]))
  }

  /// Rows of random words, some frequent and some rare, with letters beyond ASCII among them.
  static func rows(_ count: Int, words: ClosedRange<Int>, seed: UInt64) -> Rows {
    var generator = SeededGenerator(seed: seed)
    var rowID: Int64 = 17_000_000
    return (0..<count).map { index in
      rowID += Int64.random(in: 1...(index.isMultiple(of: 7) ? 100_000 : 9), using: &generator)
      let body = (0..<Int.random(in: words, using: &generator)).map { _ -> String in
        let rank = Int(1 / Double.random(in: 0.0003...1, using: &generator))
        return ["w", "łódź", "x9", ""][rank % 4] + String(rank * rank, radix: 36)
      }
      let subject = index.isMultiple(of: 3) ? "" : "Subject w\(index % 10)"
      return (rowID, row(subject, body.joined(separator: " "), "T\(index % 5)"))
    }
  }

  /// What FTS5 itself makes of the rows.
  func written(_ rows: Rows, pageSize: Int) throws -> (segment: IndexSegment, totals: [UInt8]) {
    let database = try DatabaseQueue()
    return try database.write { database in
      try database.execute(sql: Schema.index)
      for (key, value) in [("hashsize", 1 << 30), ("pgsz", pageSize)] {
        try database.execute(
          sql: "INSERT INTO cable_text (cable_text, rank) VALUES (?, ?)", arguments: [key, value])
      }
      try database.inSavepoint {
        for (rowID, row) in rows {
          try database.execute(
            sql: "INSERT INTO cable_text (rowid, subject, body, meta) VALUES (?, ?, ?, ?)",
            arguments: [rowID, row.subject, row.body, row.meta])
        }
        return .commit
      }
      // Another savepoint has FTS5 write what it holds.
      try database.inSavepoint { .commit }
      var segment = IndexSegment()
      for row in try Row.fetchAll(
        database, sql: "SELECT id, block FROM cable_text_data WHERE id > 10 ORDER BY id")
      {
        let place = row[0] as Int64 - IndexSegment.rowID(ofPage: 0, of: 1)
        let bytes = (row[1] as OriginalBytes).bytes
        if place < 1 << 36 {
          #expect(place == segment.ends.count + 1)
          segment.bytes += bytes
          segment.ends.append(segment.bytes.count)
        } else {
          segment.lists.append(
            IndexSegment.PageList(page: Int(place - 1 << 36), bytes: bytes))
        }
      }
      segment.firstWords = try Row.fetchAll(
        database, sql: "SELECT term, pgno FROM cable_text_idx WHERE segid = 1 ORDER BY term"
      ).map { IndexSegment.FirstWord(word: ($0[0] as OriginalBytes).bytes, page: $0[1]) }
      let totals = try OriginalBytes.fetchOne(
        database, sql: "SELECT block FROM cable_text_data WHERE id = 1")
      return (segment, totals?.bytes ?? [])
    }
  }

  @Test(
    arguments: [
      (1, 0...0), (1, 1...1), (3, 5...9), (40, 0...30), (100, 1...400), (2, 3_000...3_000),
      (500, 20...40),
    ], [64, 127, 500, 4050])
  func `writes what FTS5 writes`(
    size: (rows: Int, words: ClosedRange<Int>), pageSize: Int
  ) throws {
    let rows = Self.rows(size.rows, words: size.words, seed: UInt64(size.rows + pageSize))
    let expected = try written(rows, pageSize: pageSize)
    let made = SegmentBuilder.segment(of: rows, pageSize: pageSize)
    // Small pages make lists that need pages of their own.
    guard let made else {
      #expect(pageSize < 4050 && expected.segment.lists.contains { $0.bytes[0] == 1 })
      return
    }
    #expect(made.totals.bytes == expected.totals)
    #expect(made.segment.ends == expected.segment.ends)
    #expect(made.segment.firstWords == expected.segment.firstWords)
    #expect(made.segment.lists == expected.segment.lists)
    #expect(made.segment.bytes == expected.segment.bytes)
  }

  @Test func `lists the pages of a word that fills many`() throws {
    let text = String(repeating: "the ", count: 2_000)
    let rows = (1...30).map { (rowID: Int64($0), row: Self.row("", text, "T")) }
    let made = try #require(SegmentBuilder.segment(of: rows))
    #expect(made.segment.lists.count == 1)
    #expect(made.segment == (try written(rows, pageSize: 4050).segment))
  }

  @Test func `leaves to FTS5 what needs more than a page of pages`() throws {
    let text = String(repeating: "the ", count: 2_000)
    let rows = (1...30).map { (rowID: Int64($0), row: Self.row("", text, "T")) }
    #expect(SegmentBuilder.segment(of: rows, pageSize: 64) == nil)
    #expect(SegmentBuilder.segment(of: []) == nil)
  }
}
