import Foundation
import Synchronization

/// The file a notebook is kept in: changes in the order they were made, one a line, readable by its owner alone.
///
/// Lines are only ever added, under a lock, so that several browsers may write at once and a kill loses nothing that was
/// confirmed. What others have added is read with the next look.
public final class NotebookFile: Sendable {
  /// Why the notebook can't be read or written.
  public struct Failure: Error, CustomStringConvertible {
    /// A sentence for the reader.
    public let description: String
  }

  /// What a look into the file has found.
  public struct News: Sendable {
    /// Changes since the look before.
    public var changes: [Change] = []
    /// Lines that say nothing that is understood; they are left where they are.
    public var damagedLines = 0
  }

  /// Where it is.
  public let path: String
  /// How far it has been read.
  private let offset = Mutex(0)

  /// Names a file; it need not be there.
  public init(path: String) {
    self.path = path
  }

  /// The reader's own: `$XDG_DATA_HOME/reftel/notebook.jsonl`; nil where the environment names no place for it.
  public convenience init?(environment: (String) -> String?) {
    if let data = environment("XDG_DATA_HOME"), data.hasPrefix("/") {
      self.init(path: data + "/reftel/notebook.jsonl")
    } else if let home = environment("HOME"), home.hasPrefix("/") {
      self.init(path: home + "/.local/share/reftel/notebook.jsonl")
    } else {
      return nil
    }
  }

  /// Reads what has been added since the look before; everything at the first.
  ///
  /// - Throws: `Failure` where the file is there and can't be read.
  public func news() throws(Failure) -> News {
    try offset.withLock { offset throws(Failure) in
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else {
        if errno == ENOENT { return News() }
        throw failure("read")
      }
      defer { close(descriptor) }
      return try readNews(descriptor, &offset)
    }
  }

  /// Adds changes; returns once they are on the disk.
  ///
  /// - Returns: What others have added since the look before.
  /// - Throws: `Failure` where the file can't be written; then none of the changes is kept.
  public func append(_ changes: [Change]) throws(Failure) -> News {
    try offset.withLock { offset throws(Failure) in
      let descriptor = try openLocked()
      defer { close(descriptor) }
      let news = try readNews(descriptor, &offset)
      let end = lseek(descriptor, 0, SEEK_END)
      guard end >= 0 else { throw failure("written") }
      var bytes: [UInt8] = []
      // A line that was cut off by a full disk or a kill is ended, so that it spoils no other.
      if end > 0, lastByte(descriptor, end) != 0x0A { bytes.append(0x0A) }
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      for change in changes {
        guard let line = try? encoder.encode(ChangeLine(change)) else { continue }
        bytes += line
        bytes.append(0x0A)
      }
      guard write(bytes, to: descriptor), fsync(descriptor) == 0 || errno == EINVAL else {
        let error = failure("written")
        ftruncate(descriptor, end)
        throw error
      }
      offset = Int(end) + bytes.count
      return news
    }
  }

  private func openLocked() throws(Failure) -> Int32 {
    let folder = URL(filePath: path).deletingLastPathComponent().path
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure("written") }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw Failure(description: "\(path) is no file: the notebook cannot be kept there.")
    }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else {
        let error = failure("locked")
        close(descriptor)
        throw error
      }
    }
    return descriptor
  }

  /// Reads the whole lines behind an offset, which goes on to their end.
  private func readNews(_ descriptor: Int32, _ offset: inout Int) throws(Failure) -> News {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure("read") }
    // A file that has become shorter is another one.
    if status.st_size < offset { offset = 0 }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = pread(descriptor, &buffer, buffer.count, off_t(offset + bytes.count))
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure("read") }
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    guard let end = bytes.lastIndex(of: 0x0A) else { return News() }
    offset += end + 1
    var news = News()
    let decoder = JSONDecoder()
    for line in bytes[...end].split(separator: 0x0A) {
      if let change = (try? decoder.decode(ChangeLine.self, from: Data(line)))?.change {
        news.changes.append(change)
      } else {
        news.damagedLines += 1
      }
    }
    return news
  }

  private func lastByte(_ descriptor: Int32, _ end: off_t) -> UInt8 {
    var byte: UInt8 = 0
    return pread(descriptor, &byte, 1, end - 1) == 1 ? byte : 0x0A
  }

  private func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      written += count
    }
    return true
  }

  private func failure(_ done: String) -> Failure {
    Failure(
      description: "The notebook \(path) cannot be \(done): \(String(cString: strerror(errno))).")
  }
}
