internal import GRDB

/// The tables of an archive.
enum Schema {
  /// "rftl", which tells `file(1)` and ourselves whose database this is.
  static let applicationID: Int32 = 0x7266_746C
  /// The version of the tables below and of what is in the index.
  static let formatVersion: Int32 = 3

  /// The oldest format that lacks no more than tables that are added when it is opened.
  static let oldestExtensible: Int32 = 2

  /// The oldest format whose texts can be read.
  static let oldestFormat: Int32 = 1

  /// Creates all tables in an empty database.
  static func create(in database: Database) throws {
    try database.execute(sql: tables)
    try database.execute(sql: "PRAGMA application_id = \(applicationID)")
    try database.execute(sql: "PRAGMA user_version = \(formatVersion)")
  }

  /// Adds to an archive what formats since its own have brought, if it is still of an older one.
  static func extend(_ database: Database) throws {
    let version = try Int32.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard version >= oldestExtensible, version < formatVersion else { return }
    try database.execute(sql: refusals)
    try database.execute(sql: "PRAGMA user_version = \(formatVersion)")
  }

  /// Segments of a level that FTS5 merges by itself.
  static let automerge = 16

  /// The statement that creates the index; ``SegmentBuilder`` writes what FTS5 makes of these options.
  static let index = """
    CREATE VIRTUAL TABLE cable_text USING fts5 (
      subject, body, meta, content = '', columnsize = 0, tokenize = 'ascii'
    )
    """

  /// The statement that creates the table that format 3 has brought.
  private static let refusals = """
    CREATE TABLE refusal (
      path TEXT NOT NULL, kind TEXT NOT NULL, count INTEGER NOT NULL,
      place TEXT NOT NULL, message TEXT NOT NULL,
      PRIMARY KEY (path, kind)
    ) STRICT, WITHOUT ROWID
    """

  /// The statements that create the tables.
  ///
  /// `cable.shown` is the row id of the version that is listed, which for that version is its own. Dates are
  /// minutes since the beginning of the year 0. `state` holds the `generation`, which counts writes, and
  /// whether years are `unresolved` since the last insertion, the number of listed `cables`, and how
  /// many there were when `vocabulary` was written, the words of the index with the number of their cables. `prefix_top` holds
  /// the most frequent of them for each beginning of one or two letters. `input` is the ledger of imports: files, how many items of each are in, and whether that is all. `refusal` says what could not be read of them. `stray` names cables whose row id lies outside of their day,
  /// `ghost` versions that are listed no longer but could not be taken out of the index.
  /// `reference` holds the REF block (`place` 0) and the mentions of cables in the body (`place` 1) of listed
  /// versions; targets need not be in `cable`. `cable_text` holds no text, only the index. Of a text that was met
  /// again with the same bytes only the place is kept, in `copy`.
  private static let tables = """
    CREATE TABLE state (key TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    INSERT INTO state VALUES ('generation', 0), ('unresolved', 0), ('cables', 0),
      ('vocabulary', 0);
    CREATE TABLE post (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE input (
      path TEXT PRIMARY KEY,
      size INTEGER NOT NULL, modified INTEGER NOT NULL, digest INTEGER,
      items INTEGER NOT NULL, is_complete INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    \(refusals);
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
    CREATE TABLE body (
      id INTEGER PRIMARY KEY, hints TEXT, original BLOB NOT NULL, is_packed INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE copy (cable INTEGER NOT NULL, source INTEGER NOT NULL, source_index INTEGER) STRICT;
    CREATE UNIQUE INDEX copy_place ON copy (cable, source, coalesce(source_index, 0));
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
    CREATE TABLE vocabulary (term TEXT PRIMARY KEY, cables INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE prefix_top (
      prefix TEXT NOT NULL, rank INTEGER NOT NULL, term TEXT NOT NULL, cables INTEGER NOT NULL,
      PRIMARY KEY (prefix, rank)
    ) STRICT, WITHOUT ROWID;
    \(index);
    INSERT INTO cable_text (cable_text, rank) VALUES ('hashsize', 4194304);
    INSERT INTO cable_text (cable_text, rank) VALUES ('automerge', \(automerge));
    INSERT INTO cable_text (cable_text, rank) VALUES ('crisismerge', 64);
    """
}
