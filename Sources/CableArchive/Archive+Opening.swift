internal import Cables
internal import GRDB
internal import Glibc

extension Archive {
  /// Opens an archive on the disk.
  ///
  /// Any number of processes may read an archive while one writes to it; none waits for another, and each read
  /// sees the archive as it was after the last complete write. An archive in a place that cannot be written to is opened for reading.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - createsIfAbsent: Whether to create an empty archive where there is none; the file and the folders made
  ///     for it are readable by their owner alone.
  ///   - isReadOnly: Whether the archive must not be changed.
  /// - Returns: The archive.
  /// - Throws: A sentence that names the file: it is missing, no archive, cut short, of a newer format, may not be read.
  public static func open(
    path: String, createsIfAbsent: Bool = false, isReadOnly: Bool = false
  ) throws(ArchiveError) -> Archive {
    try open(path: path, createsIfAbsent: createsIfAbsent, isReadOnly: isReadOnly) {
      CableParser().parse($0, hints: $1)
    }
  }

  static func open(
    path: String, createsIfAbsent: Bool = false, isReadOnly: Bool = false, parse: @escaping Parse
  ) throws(ArchiveError) -> Archive {
    let file = ArchiveFile(path)
    let content = try file.content()
    if content != .archive {
      guard createsIfAbsent, !isReadOnly else {
        throw content == .nothing ? file.missing : file.error(.damaged, "is not an archive")
      }
      try file.makeFolders()
      try file.alone { () throws(ArchiveError) in
        // Another process may have made it meanwhile.
        if try file.content() != .archive { try create(file) }
      }
    }
    let database = try connect(to: file, isReadOnly: isReadOnly || file.isReadOnly)
    let archive = Archive(database: database, place: FilePlace(file.path), parse: parse)
    // What waits in the journal may be of a newer format than the file says.
    let version = try archive.read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
    try file.checkVersion(version ?? 0)
    if version != Int(Schema.formatVersion), archive.isOnDisk, !database.configuration.readonly {
      try archive.write { try Schema.extend($0) }
    }
    return archive
  }

  /// Makes an empty archive beside its place and puts it there: at any moment there is a whole one or none.
  private static func create(_ file: ArchiveFile) throws(ArchiveError) {
    let draft = ArchiveFile(file.path + ".new")
    draft.remove()
    try draft.create()
    do {
      let database = try DatabaseQueue(path: draft.path, configuration: configuration())
      // Takes effect only before the first table is there.
      try database.writeWithoutTransaction {
        try $0.execute(sql: "PRAGMA auto_vacuum = INCREMENTAL")
      }
      try database.write { try Schema.create(in: $0) }
      try database.close()
      guard rename(draft.path, file.path) == 0 else {
        throw file.error(.notPermitted, "cannot be created: \(String(cString: strerror(errno)))")
      }
      draft.removeJournal()
    } catch {
      draft.remove()
      throw ArchiveError(error, file: file)
    }
  }

  private static func connect(
    to file: ArchiveFile, isReadOnly: Bool
  ) throws(ArchiveError) -> any DatabaseWriter {
    do {
      var configuration = configuration()
      guard isReadOnly else {
        return try DatabasePool(path: file.path, configuration: configuration)
      }
      configuration.readonly = true
      do {
        let pool = try DatabasePool(path: file.path, configuration: configuration)
        _ = try pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_schema") }
        return pool
      } catch let error as DatabaseError where error.resultCode != .SQLITE_CORRUPT {
        // On media where no file can be made beside it; what is there does not change then.
        guard !file.hasJournal else { throw error }
        return try DatabaseQueue(path: file.unchangingAddress, configuration: configuration)
      }
    } catch {
      throw ArchiveError(error, file: file)
    }
  }

  static func configuration() -> Configuration {
    var configuration = Configuration()
    configuration.label = "reftel"
    configuration.busyMode = .timeout(10)
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { database in
      // Sorting and the like stay in memory: nothing of a cable is left in temporary files.
      try database.execute(sql: "PRAGMA temp_store = MEMORY")
      // Debian overwrites what is deleted, which an archive that deletes nothing need not pay for.
      try database.execute(sql: "PRAGMA secure_delete = OFF")
      try Relevance.register(in: database)
    }
    return configuration
  }
}

extension ArchiveError {
  /// An error that names the file it is about.
  init(_ error: any Error, file: ArchiveFile) {
    let plain = ArchiveError(error)
    guard error is DatabaseError else {
      self = plain
      return
    }
    self.init(reason: plain.reason, sentence: "\(file.path): \(plain.sentence)")
  }
}
