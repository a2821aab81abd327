internal import CableSources
internal import Cables
internal import Synchronization

/// An import under way: what is read and not yet written, and how far each file is.
///
/// Used by one thread.
final class ImportRun {
  private(set) var report = ImportReport()
  /// The text read and not yet written, in bytes.
  private(set) var pendingBytes = 0

  private let writing: WritingBehind
  private let reading: SourceProgress
  /// The ledger as it was before this import.
  private let before: [String: InputMark]
  /// What earlier imports refused, by file.
  private let refusedBefore: [String: [NotedRefusal]]
  /// Files that are being read; a file leaves when it is complete.
  private var open: [String: InputMark] = [:]
  private var unreadable: Set<String> = []
  private var met: Set<String> = []
  private var completed: [InputMark] = []
  private var refusals = RefusalChanges()
  private var pending: [IncomingCable] = []
  private var cables = 0
  private var bytesPassed = 0
  private var newProblems: [SourceProblem] = []

  init(
    archive: Archive, marks: [String: InputMark], refusals: [String: [NotedRefusal]],
    reading: SourceProgress, transactionSize: Int
  ) {
    writing = WritingBehind(to: archive, transactionSize: transactionSize)
    self.reading = reading
    before = marks
    refusedBefore = refusals
  }

  /// How far the import is, with the problems since it was last asked.
  func progress() -> CableImport.Progress {
    defer { newProblems = [] }
    return CableImport.Progress(
      cables: cables, bytesPassed: bytesPassed, newProblems: newProblems)
  }

  /// Decides about a file by what the ledger says of it.
  func choose(_ path: String, _ stamp: FileStamp) -> FileChoice {
    let isFirstTime = met.insert(path).inserted
    guard let mark = before[path] else {
      if !isFirstTime { refusals.restart(path) }
      return begin(path, stamp, after: 0)
    }
    if mark.isComplete, isUnchanged(mark, stamp) {
      report.files.unchanged += 1
      bytesPassed += stamp.size
      if isFirstTime { tellRefusals(of: path) }
      return .pass
    }
    if !mark.isComplete, mark.items > 0, mark.stamp == stamp {
      report.files.continued += 1
      if isFirstTime { tellRefusals(of: path) }
      return begin(path, stamp, after: mark.items)
    }
    if mark.isComplete { report.files.changed += 1 }
    refusals.restart(path)
    return begin(path, stamp, after: 0)
  }

  private func tellRefusals(of path: String) {
    for refusal in refusedBefore[path] ?? [] { report.refuse(refusal) }
  }

  private func isUnchanged(_ mark: InputMark, _ stamp: FileStamp) -> Bool {
    if mark.stamp == stamp { return true }
    // Touched or copied, perhaps, with the same content.
    guard mark.stamp.size == stamp.size, let digest = mark.digest,
      FileDigest.of(mark.path, while: { !reading.isCancelled }) == digest
    else { return false }
    var mark = mark
    mark.stamp = stamp
    completed.append(mark)
    return true
  }

  private func begin(_ path: String, _ stamp: FileStamp, after items: Int) -> FileChoice {
    if items == 0 { report.files.read += 1 }
    open[path] = InputMark(
      path: path, stamp: stamp, digest: nil, items: items, isComplete: false)
    return .read(after: items)
  }

  /// Takes what the pipeline delivers.
  func take(_ item: ParsedItem) throws {
    switch item {
    case .cable(let cable, let location, let hints):
      open[location.path]?.items += 1
      cables += 1
      pendingBytes += cable.text.original.count
      report.warnings.add(cable, location)
      pending.append(
        IncomingCable(cable: cable, hints: hints, source: SourceLocation(location)))
    case .problem(let problem):
      open[problem.location.path]?.items += 1
      if problem.kind == .unreadable {
        unreadable.insert(problem.location.path)
      } else if open[problem.location.path] != nil {
        refusals.add(problem)
      }
      report.refuse(problem)
      newProblems.append(problem)
    case .end(let path):
      close(path)
    }
  }

  private func close(_ path: String) {
    guard var mark = open.removeValue(forKey: path) else { return }
    // A file that could not be read to its end is tried again by the next import, and so is one that changed meanwhile.
    if unreadable.remove(path) == nil, FileStamp.of(path) == mark.stamp {
      mark.digest = FileDigest.of(path) { !reading.isCancelled }
      mark.isComplete = true
    }
    completed.append(mark)
    // Many files without a cable are written, too.
    pendingBytes += 256
  }

  /// Writes what was read and how far the files are, in one transaction, while reading goes on.
  func write() throws {
    try writing.write(pending, marking: completed + open.values, refusals)
    pending = []
    refusals = RefusalChanges()
    completed = []
    pendingBytes = 0
  }

  /// Waits until everything is written.
  func finish() throws {
    let counts = try writing.finish()
    report.cables = counts.cables
    report.versions = counts.versions
    report.copies = counts.copies
  }

  /// Counts the files that were begun and not read to their end.
  func countIncomplete() {
    report.files.incomplete = open.count
  }

  /// Counts the files of earlier imports that were not met below the paths.
  func countRemoved(_ paths: [String]) {
    let removed = before.keys.filter { !met.contains($0) }
    report.files.removed = removed.count
    report.removed = Array(removed.sorted().prefix(ImportReport.refusedLimit))
  }
}
