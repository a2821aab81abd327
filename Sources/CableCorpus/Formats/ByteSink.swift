/// Where the bytes of a collection go; a writer's caller says what files and folders are.
public protocol ByteSink {
  /// Appends bytes to the file at a path within the collection, which is created when it is first named.
  ///
  /// - Parameters:
  ///   - bytes: What to append.
  ///   - path: The file's path; empty for a collection of one file.
  /// - Throws: What keeps the bytes from being kept.
  mutating func write(_ bytes: [UInt8], to path: String) throws
}
