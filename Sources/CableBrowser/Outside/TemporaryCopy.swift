import Glibc

/// A copy of a cable that a program can read and nobody else, in a folder of its own.
struct TemporaryCopy {
  /// Why there is no copy.
  struct Failure: Error, CustomStringConvertible {
    let description: String
    /// Whether the file holds something that can't be had otherwise.
    var isWorthKeeping = false
  }

  /// Where the file is.
  let path: String
  private let folder: String

  /// Writes the copy below `$TMPDIR`, or `/tmp`.
  init(_ bytes: [UInt8], name: String, isWritable: Bool = false) throws(Failure) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    var template = Array("\(parent.isEmpty ? "/tmp" : parent)/reftel-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw Failure(
        description: "A copy cannot be written: \(String(cString: strerror(errno)))")
    }
    folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    path = "\(folder)/\(name)"
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, isWritable ? 0o600 : 0o400)
    guard file >= 0, CableFile.write(bytes, to: file) else {
      let reason = String(cString: strerror(errno))
      remove()
      throw Failure(description: "A copy cannot be written: \(reason)")
    }
  }

  /// The most that is taken back of what a program wrote.
  private static let limit = 1_000_000

  /// What a program has made of the copy; what is no UTF-8 is read as Latin-1.
  func text() throws(Failure) -> String {
    // A pipe in the place of the file would not be waited for.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else {
      throw Failure(
        description: "What was written cannot be read: \(String(cString: strerror(errno)))")
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw Failure(description: "What was written cannot be read: it is no file any more")
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= Self.limit {
      let count = read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw Failure(
          description: "What was written cannot be read: \(String(cString: strerror(errno)))")
      }
      if count == 0 {
        return String(validating: bytes, as: UTF8.self)
          ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
      }
      bytes += buffer[..<count]
    }
    throw Failure(
      description: "What was written is longer than a note can be: a million bytes",
      isWorthKeeping: true)
  }

  /// Takes away the copy, and what an editor has left beside it.
  func remove() {
    if let entries = opendir(folder) {
      while let entry = readdir(entries) {
        let name = withUnsafePointer(to: entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { unlink("\(folder)/\(name)") }
      }
      closedir(entries)
    }
    rmdir(folder)
  }
}
