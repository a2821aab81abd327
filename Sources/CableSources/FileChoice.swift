/// What tells that a file is as it was, without opening it.
public struct FileStamp: Sendable, Hashable {
  /// Bytes.
  public var size: Int
  /// When the content was last changed, in nanoseconds since 1970.
  public var modified: Int64

  /// Creates a stamp.
  public init(size: Int, modified: Int64) {
    self.size = size
    self.modified = modified
  }

  /// The stamp of a file at the moment; nil for what is not a file or cannot be asked for.
  public static func of(_ path: String) -> FileStamp? {
    FileStamp(FilePath(path))
  }

  init?(_ path: FilePath) {
    guard let status = try? FileStatus.of(path).get(), status.kind == .file else { return nil }
    self.init(size: status.size, modified: status.modified)
  }
}

/// What a reading does with a file below its paths.
public enum FileChoice: Sendable, Equatable {
  /// Passes it over without opening it.
  case pass
  /// Reads it, but hands on nothing of its first items, which are there from an earlier reading.
  case read(after: Int)
}

/// Asks what to do with a file before it is opened.
public typealias FileChooser = (_ path: String, _ stamp: FileStamp) -> FileChoice
