import CableArchive
import CableSources

/// Shows how far an import is, and what it could not read, on standard error.
final class ImportDisplay: ImportAudience {
  private var reading = SourceProgress()
  private var line = ProgressLine(totalBytes: 0, isLogged: true)
  private var phase = CableImport.Progress.Phase.reading
  private var problems = 0

  /// Problems that are told one by one; the report has the others.
  private static let toldLimit = 20

  func begin(totalBytes: Int, reading: SourceProgress) {
    self.reading = reading
    line = ProgressLine(totalBytes: totalBytes, isLogged: true)
  }

  func show(_ progress: CableImport.Progress) {
    for problem in progress.newProblems {
      problems += 1
      guard problems <= Self.toldLimit else { continue }
      line.clear()
      Output.complain("reftel: \(problem)")
    }
    switch progress.phase {
    case .reading:
      line.show(
        cables: progress.cables, bytes: reading.bytesRead, bytesPassed: progress.bytesPassed)
    case .resolving:
      line.say("Concluding the years of references …")
    case .counting:
      line.say("Counting words …")
    case .merging:
      line.say("Merging the index for faster searches; Ctrl-C leaves that for later …")
    }
  }

  /// Takes the line away and says what was not told.
  func end() {
    line.clear()
    let untold = problems - Self.toldLimit
    if untold > 0 {
      Output.complain("reftel: \(untold) more could not be read; --report FILE lists them.")
    }
  }
}
