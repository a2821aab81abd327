import Glibc

/// A file that cables are saved to, readable by its owner alone.
enum CableFile {
  /// How saving ended.
  enum Outcome: Sendable, Equatable {
    case saved(path: String)
    /// A file is there, which is replaced only when that was asked for.
    case isThere(path: String)
    case failed(String)
  }

  /// Writes bytes to a path as typed; into a folder, under the name given.
  ///
  /// `~` is the home of the reader. Links, devices and the like are never written through.
  static func save(
    _ bytes: [UInt8], to typed: String, name: String, overwrites: Bool
  ) -> Outcome {
    save(to: typed, name: name, overwrites: overwrites) { append(bytes, to: $0) }
  }

  /// Has a file written that is put in its place when it is whole.
  ///
  /// - Parameters:
  ///   - typed: Where, as typed.
  ///   - name: What it is called in a folder.
  ///   - overwrites: Whether a file that is there is replaced.
  ///   - content: Writes to a descriptor; where it answers false nothing is left behind, and `errno` says why.
  /// - Returns: How it ended.
  static func save(
    to typed: String, name: String, overwrites: Bool, _ content: (Int32) -> Bool
  ) -> Outcome {
    var path = expanded(typed)
    var status = stat()
    // A folder may be behind a link: the reader named it.
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      path += (path.hasSuffix("/") ? "" : "/") + name
    } else if path.hasSuffix("/") {
      return .failed("There is no folder \(typed)")
    }
    if lstat(path, &status) == 0 {
      switch status.st_mode & S_IFMT {
      case S_IFREG: if !overwrites { return .isThere(path: path) }
      case S_IFLNK: return .failed("\(path) is a link to somewhere else; name the file itself")
      case S_IFDIR: return .failed("\(path) is a folder")
      default: return .failed("\(path) is no file that can be written")
      }
    }
    return put(path, overwrites: overwrites, content)
  }

  /// A path as typed, with the home folder in place of a tilde.
  static func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = getenv("HOME") else { return path }
    return String(cString: home) + path.dropFirst()
  }

  /// Writes a draft beside the place of a file, which takes it once it is whole.
  private static func put(
    _ path: String, overwrites: Bool, _ content: (Int32) -> Bool
  ) -> Outcome {
    let draft = "\(path).part-\(getpid())"
    let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { return failure(path) }
    let isWritten = content(file)
    let reason = errno
    guard close(file) == 0 || !isWritten, isWritten else {
      unlink(draft)
      if !isWritten { errno = reason }
      return failure(path)
    }
    // A file that has come meanwhile is not replaced; where there are no hard links, the look before must do.
    if !overwrites, link(draft, path) == 0 {
      unlink(draft)
      return .saved(path: path)
    }
    if !overwrites, errno == EEXIST {
      unlink(draft)
      return .isThere(path: path)
    }
    guard rename(draft, path) == 0 else {
      let outcome = failure(path)
      unlink(draft)
      return outcome
    }
    return .saved(path: path)
  }

  /// Writes all bytes and closes the file.
  static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    guard append(bytes, to: file) else {
      let error = errno
      close(file)
      errno = error
      return false
    }
    return close(file) == 0
  }

  /// Writes all bytes; where that fails, `errno` says why.
  static func append(_ bytes: [UInt8], to file: Int32) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      written += count
    }
    return true
  }

  private static func failure(_ path: String) -> Outcome {
    .failed("\(path) cannot be written: \(String(cString: strerror(errno)))")
  }
}
