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
    /// Whether reading has ended.
    public var isDone = false
    /// Whether it ended because there is more than is read into memory.
    public var isLimited = false
  }

  private let source: CableSource
  private let archive: Archive
  private let reading: SourceProgress
  private let limit: Int

  /// Creates a load of paths into an archive.
  ///
  /// - Parameters:
  ///   - paths: Files and folders.
  ///   - archive: Where the cables go.
  ///   - reading: Counts bytes and can stop the load.
  ///   - limit: The bytes of text after which reading ends, so that an archive in memory stays in bounds.
  public init(
    paths: [String], archive: Archive, reading: SourceProgress = SourceProgress(),
    limit: Int = .max
  ) {
    self.limit = limit
    source = CableSource(paths: paths)
    self.archive = archive
    self.reading = reading
  }

  /// Reads everything; what can't be read is reported and stops nothing.
  ///
  /// References whose year was inferred are resolved again at the end, when all cables are there.
  ///
  /// - Parameters:
  ///   - marks: What an earlier load that was stopped has read, which is passed over.
  ///   - report: Called after each batch, small ones first, and at the end.
  /// - Returns: What has been read by now.
  /// - Throws: `ArchiveError` if the archive can't be written.
  @discardableResult
  public func run(
    after marks: ReadingMarks = ReadingMarks(), _ report: (Progress) -> Void
  ) throws -> ReadingMarks {
    let place = Place(marks)
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
    try CablePipeline(source: source).read(progress: reading, choosing: place.choose) { item in
      switch item {
      case .cable(let cable, let location, let hints):
        guard place.marks.size < limit else {
          progress.isLimited = true
          return false
        }
        batch.append(IncomingCable(cable: cable, hints: hints, source: SourceLocation(location)))
      case .end: break
      case .problem(let problem):
        progress.newProblems.append(problem)
      }
      place.marks.take(item)
      if batch.count >= batchSize { try deliver() }
      return true
    }
    progress.cables += try archive.insert(batch)
    try archive.resolveReferences()
    try archive.countWords { !reading.isCancelled }
    progress.isDone = true
    report(progress)
    return place.marks
  }

  /// The marks, held for both closures of the pipeline, which it calls on one thread.
  private final class Place {
    var marks: ReadingMarks

    init(_ marks: ReadingMarks) {
      self.marks = marks
    }

    func choose(_ path: String, _ stamp: FileStamp) -> FileChoice { marks.choose(path, stamp) }
  }
}

extension SourceLocation {
  /// Where a record was read.
  init(_ location: RecordLocation) {
    self.init(
      path: location.path + (location.entry.map { "/\($0)" } ?? ""), index: location.index)
  }
}
