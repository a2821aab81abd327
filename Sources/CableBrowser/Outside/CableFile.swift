import Glibc

/// A file that a cable is saved to, readable by its owner alone.
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
      return replace(path, bytes)
    }
    return create(path, bytes)
  }

  private static func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = getenv("HOME") else { return path }
    return String(cString: home) + path.dropFirst()
  }

  private static func create(_ path: String, _ bytes: [UInt8]) -> Outcome {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { return failure(path) }
    guard write(bytes, to: file) else {
      let outcome = failure(path)
      unlink(path)
      return outcome
    }
    return .saved(path: path)
  }

  /// Puts a file in the place of another once it is whole.
  private static func replace(_ path: String, _ bytes: [UInt8]) -> Outcome {
    let draft = "\(path).part-\(getpid())"
    switch create(draft, bytes) {
    case .failed: return failure(path)
    case .isThere, .saved: break
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
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let error = errno
        close(file)
        errno = error
        return false
      }
      written += count
    }
    return close(file) == 0
  }

  private static func failure(_ path: String) -> Outcome {
    .failed("\(path) cannot be written: \(String(cString: strerror(errno)))")
  }
}
