import Cables
import Foundation
import GRDB
import Testing

@testable import CableArchive

struct ArchiveCheckingTests {
  static let cables =
    ArchiveFacetsTests.cables + [
      ArchiveVersionsTests.short, ArchiveVersionsTests.full, ArchiveVersionsTests.extract,
    ]

  @Test func `an archive in order has nothing to report`() throws {
    var last = 0.0
    #expect(try Sample.archive(Self.cables, batch: 2).check { last = $0 }.isEmpty)
    #expect(last == 1)
  }

  @Test(arguments: [
    (
      "DELETE FROM body WHERE id = (SELECT id FROM cable WHERE name = '03ROME4715')",
      CheckFinding.Kind.original, "Cables without a text: 1 (03ROME4715)."
    ),
    (
      "UPDATE body SET original = x'00', is_packed = 1 WHERE id = (SELECT id FROM cable WHERE name = '04PARIS12')",
      .original, "Cables whose text is not what was stored: 1 (04PARIS12)."
    ),
    (
      "UPDATE cable SET shown = 5 WHERE name = '04PARIS12'", .version,
      "Versions of cables that are not listed: 1 (04PARIS12)."
    ),
    (
      "INSERT INTO cable_text (rowid, meta) VALUES (5, 'xa')", .index,
      "Cables in the index that are not listed: 1 (row 5)."
    ),
    (
      "INSERT INTO cable_text (cable_text) VALUES ('delete-all')", .index,
      "Listed cables that are not in the index: 6 (95KIEV1, 03ROME4580, 03ROME4715, …)."
    ),
    (
      "INSERT INTO cable_tag VALUES (1, 5)", .derived,
      "TAGS of cables that are not listed: 1 (row 5)."
    ),
    (
      "INSERT INTO reference VALUES (5, 0, 0, NULL, 'other', NULL, NULL, NULL, 0, '', NULL)",
      .derived, "References of cables that are not listed: 1 (row 5)."
    ),
    (
      "INSERT INTO refusal VALUES ('/gone.csv', 'empty', 1, '/gone.csv', 'It is empty.')", .derived,
      "Refusals of files that are not noted: 1 (/gone.csv)."
    ),
    (
      "UPDATE cable SET index_digest = 0 WHERE name = '04PARIS12'", .reading,
      "Cables that read differently than when they were indexed: 1 (04PARIS12)."
    ),
  ])
  func `reports what is wrong and repairs what is derived`(
    sql: String, kind: CheckFinding.Kind, sentence: String
  ) throws {
    let archive = try Sample.archive(Self.cables)
    try archive.write { try $0.execute(sql: sql) }
    let findings = try archive.check()
    #expect(findings.contains(CheckFinding(kind: kind, sentence: sentence)), "\(findings)")
    guard findings.allSatisfy(\.isRepairable) else { return }
    try archive.rebuildIndex()
    #expect(try archive.check().isEmpty)
    #expect(try archive.names("libya") == ["03ROME4715", "03ROME4580"])
  }

  @Test func `a rebuilt index answers as before`() throws {
    let archive = try Sample.archive(Self.cables)
    try archive.resolveReferences()
    let queries = [
      "", "libya", "tag:PREL", "cites:03STATE282619", "short", "everything", "date:2003",
    ]
    let before = try queries.map { try archive.names($0) }
    let citations = try archive.citations(of: Sample.id(2003, "STATE", 282_619))
    try archive.rebuildIndex()
    #expect(try queries.map { try archive.names($0) } == before)
    #expect(try archive.citations(of: Sample.id(2003, "STATE", 282_619)) == citations)
  }

  @Test func `a rebuilt index is of the texts as they read now`() throws {
    // Versions that could not be taken out are gone for good afterwards.
    let archive = try Archive.inMemory { original, _ in
      var cable = Cable(text: CableText(original: original, clean: original, segments: []))
      cable.id = ArchiveVersionsTests.id
      return cable
    }
    try archive.insert(Sample.incoming([ArchiveVersionsTests.short]))
    try archive.insert(Sample.incoming([ArchiveVersionsTests.full]))
    #expect(try archive.check().map(\.kind) == [.reading])
    try archive.rebuildIndex()
    #expect(try archive.check().isEmpty)
    #expect(try archive.names("short") == [])
    #expect(try archive.names("03rome1605 everything") == ["03ROME1605"])
  }
}

struct ArchiveMergingTests {
  func segments(_ archive: Archive) throws -> Int {
    // The structure record holds a varint for the number of segments after its cookie and level count.
    try archive.read { database in
      let block = try Data.fetchOne(
        database, sql: "SELECT block FROM cable_text_data WHERE id = 10")
      return Int(try #require(block)[5])
    }
  }

  @Test func `merges what many small imports left, step by step`() throws {
    let archive = try Sample.archive(ArchivePagingTests.cables, batch: 12)
    let before = try archive.rowIDs(.all)
    #expect(try segments(archive) > 5)
    try archive.mergeIndex { false }
    #expect(try segments(archive) > 5)
    try archive.mergeIndex()
    #expect(try segments(archive) == 1)
    #expect(try archive.check().isEmpty)
    #expect(try archive.rowIDs(.all) == before)
    #expect(try archive.count(Query.parse("libya").get()) == 32)
  }
}
