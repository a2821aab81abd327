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
    /// Creates news that say nothing.
    public init() {}

    init(isAnew: Bool) { self.isAnew = isAnew }

    /// Whether the file is another one than before, or was written anew: then `changes` are all there are.
    public var isAnew = false
    /// Changes since the look before.
    public var changes: [Change] = []
    /// The changes that were added after them.
    public var added: [Change] = []
    /// Lines that say nothing that is understood; they are left where they are.
    public var damagedLines = 0
  }

  /// Where it is.
  public let path: String
  /// How far which file has been read.
  private struct Reading {
    var offset = 0
    var file: UInt64?
    /// The last bytes before the offset; where others stand there, the file was edited in its place.
    var end: [UInt8] = []

    mutating func advance(to offset: Int, past bytes: some Sequence<UInt8>) {
      self.offset = offset
      end = (end + bytes).suffix(200)
    }
  }

  /// How long another program may hold the file.
  private let patience: Duration

  private let reading = Mutex(Reading())

  /// Names a file; it need not be there.
  public convenience init(path: String) {
    self.init(path: path, patience: .seconds(5))
  }

  package init(path: String, patience: Duration) {
    self.path = path
    self.patience = patience
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
    try reading.withLock { reading throws(Failure) in
      let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
      guard descriptor >= 0 else {
        guard errno == ENOENT else { throw failure("read") }
        defer { reading = Reading() }
        return News(isAnew: reading.file != nil)
      }
      defer { close(descriptor) }
      return try readNews(descriptor, &reading)
    }
  }

  /// Reads everything there is, once.
  ///
  /// - Throws: `Failure` where the file is there and can't be read.
  public func contents() throws(Failure) -> Notebook {
    var notebook = Notebook()
    for change in try NotebookFile(path: path).news().changes { notebook.apply(change) }
    return notebook
  }

  /// Adds changes; returns once they are on the disk.
  ///
  /// A note that others have written meanwhile is not replaced: the new one stands before it.
  ///
  /// - Returns: What others have added since the look before, and what was added now.
  /// - Throws: `Failure` where the file can't be written; then none of the changes is kept.
  public func append(_ changes: [Change]) throws(Failure) -> News {
    try reading.withLock { reading throws(Failure) in
      let descriptor = try openLocked()
      defer { close(descriptor) }
      var news = try readNews(descriptor, &reading)
      news.added = changes.map { $0.after(news.changes) }
      let end = lseek(descriptor, 0, SEEK_END)
      guard end >= 0 else { throw failure("written") }
      var bytes: [UInt8] = []
      // A line that was cut off by a full disk or a kill is ended, so that it spoils no other.
      if end > 0, lastByte(descriptor, end) != 0x0A { bytes.append(0x0A) }
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      for change in news.added {
        guard let line = try? encoder.encode(ChangeLine(change)) else { continue }
        bytes += line
        bytes.append(0x0A)
      }
      guard write(bytes, to: descriptor), fsync(descriptor) == 0 || errno == EINVAL else {
        let error = failure("written")
        ftruncate(descriptor, end)
        throw error
      }
      // What was cut off before these lines is no longer looked at.
      reading.end = []
      reading.advance(to: Int(end) + bytes.count, past: bytes)
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
    // Waiting in flock has no end, where one who holds the lock is suspended; so it is asked for again and again, up to a deadline.
    let start = ContinuousClock.now
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EWOULDBLOCK || errno == EINTR, ContinuousClock.now - start < patience {
        usleep(2_000)
        continue
      }
      let error = failure("locked")
      close(descriptor)
      throw error
    }
    return descriptor
  }

  /// Reads the whole lines behind an offset, which goes on to their end.
  private func readNews(_ descriptor: Int32, _ reading: inout Reading) throws(Failure) -> News {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure("read") }
    // A device may have no end.
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Failure(description: "\(path) is no file: there is no notebook in it.")
    }
    var news = News()
    let file = UInt64(status.st_ino)
    if file != reading.file || status.st_size < reading.offset
      || !isUnchanged(descriptor, before: reading)
    {
      news.isAnew = reading.file != nil
      reading = Reading(file: file)
    }
    let offset = reading.offset
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = pread(descriptor, &buffer, buffer.count, off_t(offset + bytes.count))
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure("read") }
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    // Editors may put the mark of an encoding in front.
    let mark = offset == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    bytes.removeFirst(mark)
    // Nothing is added to a file of another kind.
    if offset == 0, !bytes.isEmpty,
      !bytes.split(separator: 0x0A).contains(where: Self.couldBeOfNotebook)
    {
      reading = Reading()
      throw Failure(
        description:
          "\(path) is no notebook, or is damaged: it is left as it is. Move it away to begin anew.")
    }
    guard let end = bytes.lastIndex(of: 0x0A) else { return news }
    reading.advance(to: offset + mark + end + 1, past: bytes[...end])
    let lines = bytes[...end].split(separator: 0x0A)
    for start in stride(from: 0, to: lines.count, by: 500) {
      for change in Self.changes(lines[start..<min(start + 500, lines.count)]) {
        if let change { news.changes.append(change) } else { news.damagedLines += 1 }
      }
    }
    return news
  }

  private func isUnchanged(_ descriptor: Int32, before reading: Reading) -> Bool {
    var bytes = [UInt8](repeating: 0, count: reading.end.count)
    let start = off_t(reading.offset - bytes.count)
    return pread(descriptor, &bytes, bytes.count, start) == bytes.count && bytes == reading.end
  }

  /// Whether a line is one of a notebook, damaged perhaps; of the first one at least the beginning is there.
  private static func couldBeOfNotebook(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.first == UInt8(ascii: "{") else { return false }
    let start = String(decoding: line.prefix(1_000), as: UTF8.self)
    return line.count < 16 || start.contains("\"cables\"") || start.contains("\"search\"")
  }

  /// Reads lines; nil for each that says nothing that is understood.
  private static func changes(_ lines: ArraySlice<ArraySlice<UInt8>>) -> [Change?] {
    let decoder = JSONDecoder()
    // Many at once, because each call of the decoder costs more than a line.
    let joined =
      Data("[".utf8) + Data(lines.joined(separator: [UInt8(ascii: ",")])) + Data("]".utf8)
    if let all = try? decoder.decode([ChangeLine].self, from: joined), all.count == lines.count {
      return all.map(\.change)
    }
    return lines.map { (try? decoder.decode(ChangeLine.self, from: Data($0)))?.change }
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
