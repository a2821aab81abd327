internal import Glibc

/// An archive's file before SQLite has it: made with the right permissions, and told from other files.
struct ArchiveFile {
  /// The path, absolute.
  let path: String

  init(_ path: String) {
    if path.hasPrefix("/") {
      self.path = path
    } else {
      var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
      let folder = getcwd(&buffer, buffer.count).map { String(cString: $0) } ?? "."
      self.path = folder + "/" + path
    }
  }

  /// What stands at the path.
  enum Content: Equatable {
    case nothing
    case empty
    case archive
  }

  /// Looks at the first bytes.
  ///
  /// - Throws: A sentence on any file that is not an archive this program can read.
  func content() throws(ArchiveError) -> Content {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return .nothing }
      throw notPermitted
    }
    if status.st_mode & S_IFMT == S_IFDIR { throw error(.damaged, "is a folder, not an archive") }
    let header = try header()
    if header.isEmpty { return .empty }
    guard header.starts(with: Self.magic), header.count == 100 else {
      throw error(.damaged, "is not an archive")
    }
    guard number(in: header, at: 68) == UInt32(bitPattern: Schema.applicationID) else {
      throw error(.damaged, "is a database of another program, not an archive")
    }
    try checkVersion(Int(number(in: header, at: 60)))
    try checkLength(header, size: Int(status.st_size))
    return .archive
  }

  /// Whether a path leads to a database, an archive or another one.
  static func isDatabase(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      let header = try? ArchiveFile(path).header()
    else { return false }
    return header.starts(with: magic)
  }

  private static let magic = Array("SQLite format 3".utf8) + [0]

  /// Refuses formats that this program does not know.
  func checkVersion(_ version: Int) throws(ArchiveError) {
    guard !(Int(Schema.oldestExtensible)...Int(Schema.formatVersion)).contains(version) else {
      return
    }
    if version > Int(Schema.formatVersion) {
      throw error(
        .newerFormat,
        "was written by a newer version of reftel (format \(version), this one reads "
          + "\(Schema.formatVersion)); use that version")
    }
    guard version >= Int(Schema.oldestFormat) else {
      throw error(.damaged, "has the unknown format \(version)")
    }
    throw error(
      .olderFormat,
      "was written by an older version of reftel; open it where it can be written to, and it is brought up to date"
    )
  }

  /// Creates the file, for its owner alone, and the folders that are missing.
  func create() throws(ArchiveError) {
    try makeFolders()
    let descriptor = Glibc.open(path, O_CREAT | O_RDWR | O_CLOEXEC | O_NOCTTY, 0o600)
    guard descriptor >= 0 else { throw cannotCreate }
    close(descriptor)
  }

  /// Makes the folders that are missing.
  func makeFolders() throws(ArchiveError) {
    var folders: [String] = []
    var folder = path
    while let slash = folder.lastIndex(of: "/"), slash != folder.startIndex {
      folder = String(folder[..<slash])
      if access(folder, F_OK) == 0 { break }
      folders.append(folder)
    }
    for folder in folders.reversed() {
      guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw cannotCreate }
    }
  }

  /// Does something while no other process does it to an archive of the same folder; where folders can't be locked, just does it.
  func alone<Failure: Error>(_ body: () throws(Failure) -> Void) throws(Failure) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let descriptor = Glibc.open(
      folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    // Closing it lets go of the lock, and so does a kill.
    defer { if descriptor >= 0 { close(descriptor) } }
    while descriptor >= 0, flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
    try body()
  }

  /// Removes the file and what is beside it, if they are there.
  func remove() {
    unlink(path)
    removeJournal()
  }

  /// Removes what SQLite keeps beside the file.
  func removeJournal() {
    unlink(path + "-wal")
    unlink(path + "-shm")
  }

  /// Whether the file or its folder cannot be written to.
  var isReadOnly: Bool {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    return access(path, W_OK) != 0 || access(folder.isEmpty ? "/" : folder, W_OK) != 0
  }

  /// Whether changes wait beside the file to be brought into it.
  var hasJournal: Bool {
    var status = stat()
    return stat(path + "-wal", &status) == 0 && status.st_size > 0
  }

  /// The address under which SQLite reads the file without locks and without files beside it.
  var unchangingAddress: String {
    var address = "file:"
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        address.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        address += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return address + "?immutable=1"
  }

  /// An error that names the file.
  func error(_ reason: ArchiveError.Reason, _ predicate: String) -> ArchiveError {
    ArchiveError(reason: reason, sentence: "\(path) \(predicate).")
  }

  var missing: ArchiveError { error(.missing, "does not exist") }

  private var notPermitted: ArchiveError { error(.notPermitted, "cannot be read") }
  private var cannotCreate: ArchiveError {
    if errno == ENOSPC || errno == EDQUOT {
      return error(.full, "cannot be created: no space left")
    }
    return error(.notPermitted, "cannot be created: \(String(cString: strerror(errno)))")
  }

  private func header() throws(ArchiveError) -> [UInt8] {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw notPermitted }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 100)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    guard count >= 0 else { throw notPermitted }
    return Array(bytes.prefix(count))
  }

  /// Refuses a file that is shorter than it says: it was cut, by a copy that broke off for one.
  private func checkLength(_ header: [UInt8], size: Int) throws(ArchiveError) {
    let pageSize = Int(header[16]) << 8 | Int(header[17])
    let pages = Int(number(in: header, at: 28))
    // The count of pages is good where both counters of changes agree.
    guard number(in: header, at: 24) == number(in: header, at: 92), !hasJournal else { return }
    guard size >= pages * (pageSize == 1 ? 65536 : pageSize) else {
      throw error(.damaged, "is cut short; the archive it was copied from should be whole")
    }
  }

  private func number(in header: [UInt8], at offset: Int) -> UInt32 {
    header[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }
}
