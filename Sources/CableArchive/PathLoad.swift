public import CableSources
import Cables

/// Reads files and folders into an archive, batch by batch.
public struct PathLoad: Sendable {
  /// How far a load is.
  public struct Progress: Sendable {
    /// Cables in the archive by this load, each counted once whatever copies and versions it has.
    public var cables = 0
    /// What could not be read since the last report.
    public var newProblems: [SourceProblem] = []
    /// Whether everything has been read.
    public var isDone = false
  }

  private let source: CableSource
  private let archive: Archive
  private let reading: SourceProgress

  /// Creates a load of paths into an archive; `reading` counts bytes and can cancel it.
  public init(paths: [String], archive: Archive, reading: SourceProgress = SourceProgress()) {
    source = CableSource(paths: paths)
    self.archive = archive
    self.reading = reading
  }

  /// Reads everything; what can't be read is reported and stops nothing.
  ///
  /// References whose year was inferred are resolved again at the end, when all cables are there.
  ///
  /// - Parameter report: Called after each batch, small ones first, and at the end.
  /// - Throws: `ArchiveError` if the archive can't be written.
  public func run(_ report: (Progress) -> Void) throws {
    var progress = Progress()
    var batch: [IncomingCable] = []
    var batchSize = 16
    func deliver() throws {
      progress.cables += try archive.insert(batch)
      batch = []
      // Small first batches show something soon; larger ones later cost less.
      batchSize = min(batchSize * 2, 128)
      report(progress)
      progress.newProblems = []
    }
    try CablePipeline(source: source).read(progress: reading) { item in
      switch item {
      case .cable(let cable, let location, let hints):
        batch.append(IncomingCable(cable: cable, hints: hints, source: SourceLocation(location)))
      case .end: break
      case .problem(let problem):
        progress.newProblems.append(problem)
      }
      if batch.count >= batchSize { try deliver() }
      return true
    }
    progress.cables += try archive.insert(batch)
    try archive.resolveReferences()
    progress.isDone = true
    report(progress)
  }
}

extension SourceLocation {
  /// Where a record was read.
  init(_ location: RecordLocation) {
    self.init(
      path: location.path + (location.entry.map { "/\($0)" } ?? ""), index: location.index)
  }
}
