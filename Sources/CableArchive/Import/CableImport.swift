public import CableSources
import Cables

/// Takes files and folders into an archive, so that nothing is read twice and nothing is lost.
///
/// Cables and the place up to which their files have been read are written together. An import that was stopped or
/// killed goes on where the last complete write left it; files that are as they were are passed over.
public struct CableImport: Sendable {
  /// How far an import is.
  public struct Progress: Sendable {
    /// What an import is doing.
    public enum Phase: Sendable {
      /// Reading, parsing and writing.
      case reading
      /// Concluding years of references, now that all cables are there.
      case resolving
      /// Counting the words of the index, for searching while they are typed.
      case counting
      /// Merging the index for faster searches; stopping here loses nothing.
      case merging
    }

    /// What is being done.
    public var phase = Phase.reading
    /// Cables read by this import.
    public var cables = 0
    /// Bytes of files that were passed over.
    public var bytesPassed = 0
    /// What could not be read since the last report.
    public var newProblems: [SourceProblem] = []
  }

  private let source: CableSource
  private let archive: Archive
  private let reading: SourceProgress
  private let batchSize: Int
  private let mergesIndex: Bool

  /// The text of cables handed on to be written at a time.
  private static let usualBatchSize = 4 << 20
  /// Batches that are written in one transaction; more makes fewer segments of the index, and costs memory.
  private static let batchesOfTransaction = 16

  /// Creates an import.
  ///
  /// - Parameters:
  ///   - paths: Files and folders; `-` is standard input.
  ///   - archive: Where the cables go.
  ///   - reading: Counts bytes and can stop the import.
  ///   - mergesIndex: Whether the index is merged at the end.
  public init(
    paths: [String], archive: Archive, reading: SourceProgress = SourceProgress(),
    mergesIndex: Bool = true
  ) {
    self.init(
      paths: paths, archive: archive, reading: reading, mergesIndex: mergesIndex,
      batchSize: Self.usualBatchSize)
  }

  init(
    paths: [String], archive: Archive, reading: SourceProgress, mergesIndex: Bool, batchSize: Int
  ) {
    source = CableSource(paths: paths.map { $0 == "-" ? $0 : AbsolutePath.of($0) })
    self.archive = archive
    self.reading = reading
    self.mergesIndex = mergesIndex
    self.batchSize = batchSize
  }

  /// The size on disk of all there is to read, in bytes, what will be passed over included.
  public func estimatedBytes() -> Int { source.estimatedBytes() }

  /// Reads everything that is new; what can't be read is reported and stops nothing.
  ///
  /// - Parameter report: Called after each write, and with each step at the end.
  /// - Returns: What was done; an import that was stopped through `reading` says so and can be run again.
  /// - Throws: `ArchiveError` if the archive can't be written; what was written before stays and counts.
  public func run(_ report: (Progress) -> Void) throws -> ImportReport {
    do {
      return try readAndFinish(report)
    } catch {
      // Whatever SQLite says then, this is what went wrong.
      try archive.checkPlace()
      throw error
    }
  }

  private func readAndFinish(_ report: (Progress) -> Void) throws -> ImportReport {
    let before = try archive.inputMarks(below: source.paths)
    let run = ImportRun(
      archive: archive, marks: before, refusals: try archive.refusals(below: source.paths),
      reading: reading, transactionSize: batchSize * Self.batchesOfTransaction)
    // Also where something goes wrong: nothing is written any more once this returns.
    defer { try? run.finish() }
    try CablePipeline(source: source).read(progress: reading, choosing: run.choose) { item in
      try run.take(item)
      if run.pendingBytes >= batchSize {
        try run.write()
        report(run.progress())
      }
      return true
    }
    try run.write()
    try run.finish()
    try archive.checkPlace()
    report(run.progress())
    if reading.isCancelled { run.countIncomplete() } else { run.countRemoved(source.paths) }
    return try finish(run, report)
  }

  private func finish(_ run: ImportRun, _ report: (Progress) -> Void) throws -> ImportReport {
    var progress = run.progress()
    let isStopped = reading.isCancelled
    if !isStopped {
      progress.phase = .resolving
      report(progress)
      try archive.resolveReferences()
    }
    if !reading.isCancelled {
      progress.phase = .counting
      try archive.countWords {
        report(progress)
        return !reading.isCancelled
      }
    }
    if mergesIndex, !reading.isCancelled {
      progress.phase = .merging
      report(progress)
      try archive.mergeIndex {
        report(progress)
        return !reading.isCancelled
      }
    }
    try archive.checkPlace()
    var result = run.report
    result.bytes = reading.bytesRead
    result.ending = isStopped ? .stopped : .complete
    let totals = try archive.totals
    result.cablesInArchive = totals.cables
    result.absentCables = totals.absent
    return result
  }
}
