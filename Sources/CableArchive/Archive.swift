internal import Cables
internal import GRDB

/// A collection of cables with its index.
///
/// An archive answers from any thread. Reading never changes it; every writing call is one transaction, after
/// which the archive is consistent.
public final class Archive: Sendable {
  /// Parses a stored original again.
  typealias Parse = @Sendable (_ original: [UInt8], _ hints: CableHints) -> Cable

  let database: any DatabaseWriter
  let parse: Parse

  init(database: any DatabaseWriter, parse: @escaping Parse) {
    self.database = database
    self.parse = parse
  }

  /// Creates an empty archive that lives as long as this object and leaves nothing on the disk.
  ///
  /// - Throws: An error where SQLite cannot be used.
  public static func inMemory() throws(ArchiveError) -> Archive {
    try inMemory { CableParser().parse($0, hints: $1) }
  }

  static func inMemory(parse: @escaping Parse) throws(ArchiveError) -> Archive {
    do {
      var configuration = Configuration()
      configuration.label = "reftel"
      // What is browsed must not reach the disk: sorting and the like stay in memory too.
      configuration.prepareDatabase { try $0.execute(sql: "PRAGMA temp_store = MEMORY") }
      let database = try DatabaseQueue(configuration: configuration)
      try database.write { try Schema.create(in: $0) }
      return Archive(database: database, parse: parse)
    } catch {
      throw ArchiveError(error)
    }
  }

  /// Stops what runs at the moment in any thread; those calls throw ``ArchiveError/Reason/interrupted``.
  public func interrupt() {
    database.interrupt()
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(ArchiveError) -> Value {
    do {
      return try database.read(body)
    } catch {
      throw ArchiveError(error)
    }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws(ArchiveError) -> Value {
    do {
      return try database.write(body)
    } catch {
      throw ArchiveError(error)
    }
  }
}
