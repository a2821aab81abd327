/// Files and folders with cables in any of the formats that circulate, read as one stream of records.
///
/// What a file holds is told by its content, not by its name. Reading never fails as a whole: what cannot be read becomes a
/// problem among the items, and the rest goes on. Memory stays constant but for the record at hand.
///
/// ```swift
/// CableSource(paths: ["seeds"]).read { item in
///   if case .record(let record) = item { print(record.location) }
///   return true
/// }
/// ```
public struct CableSource: Sendable {
  /// Files, folders, or `-` for standard input, in the order of reading.
  public let paths: [String]
  private let limits: SourceLimits

  /// Creates a source; nothing is opened yet.
  public init(paths: [String]) {
    self.init(paths: paths, limits: SourceLimits())
  }

  /// Creates a source with sizes of its own.
  package init(paths: [String], limits: SourceLimits) {
    self.paths = paths
    self.limits = limits
  }

  /// Reads everything and hands it on in input order: paths as given, files of a folder in bytewise order of their paths,
  /// records as they stand in their file.
  ///
  /// - Parameters:
  ///   - progress: counts what was read, and can stop it.
  ///   - choose: decides about each file, in the order of reading; without it every file is read.
  ///   - body: takes an item; false ends the reading.
  /// - Throws: what `body` throws, and nothing else.
  public func read(
    progress: SourceProgress? = nil, choosing choose: FileChooser? = nil,
    _ body: (SourceItem) throws -> Bool
  ) rethrows {
    let reading = RecordReading(limits: limits, progress: progress, choose: choose)
    for path in paths {
      guard try reading.read(path: path, body) else { return }
    }
  }

  /// Hands on the items of a file whose bytes are in memory.
  package static func read(
    inFile bytes: [UInt8], named path: String, limits: SourceLimits = SourceLimits(),
    _ body: (SourceItem) throws -> Bool
  ) rethrows {
    let reading = RecordReading(limits: limits, progress: nil)
    let path = FilePath(path)
    _ = try reading.read(
      MemoryInput(bytes), Source(path: path.description, name: path.name), body)
  }

  /// The size on disk of everything there is to read, in bytes; standard input counts nothing.
  ///
  /// - Complexity: O(*n*) system calls over the files below the folders.
  public func estimatedBytes() -> Int {
    var total = 0
    for path in paths where path != "-" {
      let path = FilePath(path)
      guard let status = try? FileStatus.of(path).get() else { continue }
      if status.kind == .folder {
        total += CableSource.size(of: path)
      } else if status.kind == .file {
        total += status.size
      }
    }
    return total
  }

  private static func size(of folder: FilePath) -> Int {
    var walk = FolderWalk(folder)
    var total = 0
    while let step = walk.next() {
      guard case .file(let path) = step, let status = try? FileStatus.of(path).get(),
        status.kind == .file
      else { continue }
      total += status.size
    }
    return total
  }
}
