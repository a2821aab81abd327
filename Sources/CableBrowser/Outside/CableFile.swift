import CableExport
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
    do throws(DraftFile.Failure) {
      let draft = try DraftFile(for: path)
      guard content(draft.descriptor) else {
        let number = errno
        draft.discard()
        return failure(path, number)
      }
      return try draft.keep(overwrites: overwrites) ? .saved(path: path) : .isThere(path: path)
    } catch {
      return failure(path, error.number)
    }
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

  private static func failure(_ path: String, _ number: Int32) -> Outcome {
    .failed("\(path) cannot be written: \(String(cString: strerror(number)))")
  }
}
