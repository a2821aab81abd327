import CableSources
import Cables
import Foundation
import GRDB
import TestSupport
import Testing

@testable import CableArchive

struct ArchiveUpgradingTests {
  /// The tables of format 1.
  static let tables = """
    CREATE TABLE state (key TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    INSERT INTO state VALUES ('generation', 0);
    CREATE TABLE post (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE source (id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE cable (
      id INTEGER PRIMARY KEY,
      shown INTEGER NOT NULL,
      year INTEGER, post INTEGER, number INTEGER,
      name TEXT NOT NULL,
      date INTEGER, date_precision INTEGER, is_date_inferred INTEGER NOT NULL,
      class INTEGER,
      origin INTEGER,
      subject TEXT NOT NULL,
      is_partial INTEGER NOT NULL,
      fullness INTEGER NOT NULL,
      size INTEGER NOT NULL,
      digest INTEGER NOT NULL,
      index_digest INTEGER NOT NULL,
      source INTEGER NOT NULL, source_index INTEGER
    ) STRICT;
    CREATE INDEX cable_by_id ON cable (post, year, number);
    CREATE INDEX cable_without_id ON cable (digest) WHERE post IS NULL;
    CREATE INDEX cable_by_name ON cable (name) WHERE post IS NULL;
    CREATE TABLE body (id INTEGER PRIMARY KEY, hints TEXT, original BLOB NOT NULL) STRICT;
    CREATE TABLE copy (cable INTEGER NOT NULL, source INTEGER NOT NULL, source_index INTEGER) STRICT;
    CREATE TABLE stray (cable INTEGER PRIMARY KEY) STRICT;
    CREATE TABLE ghost (cable INTEGER PRIMARY KEY) STRICT;
    CREATE TABLE reference (
      cable INTEGER NOT NULL, ordinal INTEGER NOT NULL,
      place INTEGER NOT NULL,
      letter TEXT, kind TEXT NOT NULL,
      post INTEGER, year INTEGER, number INTEGER,
      is_year_inferred INTEGER NOT NULL,
      label TEXT NOT NULL, notes TEXT,
      PRIMARY KEY (cable, ordinal)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX reference_target ON reference (post, year, number, cable) WHERE post IS NOT NULL;
    CREATE TABLE tag (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE cable_tag (
      tag INTEGER NOT NULL, cable INTEGER NOT NULL, PRIMARY KEY (tag, cable)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE warning (cable INTEGER NOT NULL, kind TEXT NOT NULL, message TEXT NOT NULL) STRICT;
    CREATE VIRTUAL TABLE cable_text USING fts5 (
      subject, body, meta, content = '', columnsize = 0, tokenize = 'ascii'
    );
    INSERT INTO cable_text (cable_text, rank) VALUES ('hashsize', 4194304);
    INSERT INTO cable_text (cable_text, rank) VALUES ('automerge', 16);
    """

  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder("old.reftel")
  }

  /// Writes an archive of format 1 with texts under row ids as they would have had, a version and a copy.
  func writeOldArchive() throws {
    let database = try DatabaseQueue(path: path)
    try database.write { database in
      try database.execute(sql: Self.tables)
      try database.execute(sql: "INSERT INTO source (path) VALUES ('/c/one.txt'), ('/c/two.txt')")
      for index in 0..<5 {
        try insert(try Seeds.bytes(index), id: index + 1, in: database)
      }
      let longer = try Seeds.bytes(0) + Array("\n99. (C) ONE PARAGRAPH MORE.\n".utf8)
      try insert(longer, id: 9, in: database)
      try database.execute(sql: "INSERT INTO copy VALUES (2, 2, 7)")
      try database.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
      try database.execute(sql: "PRAGMA user_version = 1")
    }
    try database.close()
  }

  private func insert(_ original: [UInt8], id: Int, in database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO cable VALUES (?1, ?1, NULL, NULL, NULL, 'name', NULL, NULL, 0, NULL, NULL, '', 0, 0,
          ?2, 0, 0, 1, ?1)
        """, arguments: [id, original.count])
    try database.execute(
      sql: "INSERT INTO body VALUES (?, NULL, ?)", arguments: [id, Data(original)])
  }

  @Test func `an older archive says so`() throws {
    try writeOldArchive()
    #expect {
      try Archive.open(path: path)
    } throws: { error in
      (error as? ArchiveError)?.reason == .olderFormat
        && "\(error)".contains("older version of reftel")
    }
  }

  @Test func `an older archive is brought up to date from its texts`() throws {
    try writeOldArchive()
    var shares: [Double] = []
    try Archive.upgrade(path: path) {
      shares.append($0)
      return true
    }
    #expect(shares.last == 1)
    let archive = try Archive.open(path: path)
    #expect(try archive.cableCount == 5)
    #expect(try archive.totals.furtherVersions == 1)
    #expect(try archive.totals.copies == 1)
    #expect(try archive.count(Query.parse("libya").get()) == 2)
    #expect(try archive.check() == [])
    let absent = try #require(CableID("03STATE282619"))
    #expect(try archive.citations(of: absent).count == 2)
    #expect(
      try !FileManager.default.contentsOfDirectory(atPath: folder.path).contains {
        $0.contains("upgrade")
      })
  }

  @Test func `stopped or short of room, the older archive stays as it was`() throws {
    try writeOldArchive()
    let before = try Data(contentsOf: URL(filePath: path))
    // Enough texts for the progress to be asked before the end.
    let database = try DatabaseQueue(path: path)
    try database.write { database in
      let large = Array(repeating: UInt8(ascii: "A"), count: 9 << 20)
      try insert(large, id: 20, in: database)
    }
    try database.close()
    let filled = try Data(contentsOf: URL(filePath: path))
    #expect(filled.count > before.count)
    #expect {
      try Archive.upgrade(path: path) { _ in false }
    } throws: { error in
      (error as? ArchiveError)?.reason == .interrupted
    }
    #expect(try Data(contentsOf: URL(filePath: path)) == filled)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["old.reftel"])
  }

  @Test func `how far files were read is taken over`() throws {
    let table = try folder.writeTable(cables: 20, seed: 4, to: "cables.csv")
    let archive = try Archive.open(path: path, createsIfAbsent: true)
    _ = try CableImport(paths: [table], archive: archive).run { _ in }
    try archive.close()
    try Archive.upgrade(path: path)
    let again = try CableImport(paths: [table], archive: Archive.open(path: path)).run { _ in }
    #expect(again.files == ImportReport.Files(unchanged: 1))
    #expect(again.cablesInArchive == 20)
  }
}
