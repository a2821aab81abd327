import CableArchive
import CableBrowser
import CableSources
import Dispatch
import Glibc

/// Tells the browser that has begun this import how far it is, on standard output.
///
/// Standard input is a pipe of the browser's: when it is closed the browser is gone, and the import stops.
final class ImportNewsWriter: ImportAudience {
  private var reading = SourceProgress()
  private var totalBytes = 0
  private var start = ContinuousClock.now
  private var problems = 0

  /// Problems that are told one by one; the report has the number of the others.
  private static let toldLimit = 200

  /// Seconds from the end of the browser until what is being written is given up.
  private static let patience = 5.0

  /// Begins to watch the browser.
  init() {
    // What can't be told to anybody is no reason to die in the middle of a write.
    signal(SIGPIPE, SIG_IGN)
    DispatchQueue(label: "reftel.leash").async {
      var byte: UInt8 = 0
      while true {
        let count = Glibc.read(STDIN_FILENO, &byte, 1)
        if count > 0 || count < 0 && errno == EINTR { continue }
        break
      }
      kill(getpid(), SIGHUP)
      DispatchQueue.global().asyncAfter(deadline: .now() + Self.patience) { _exit(128 + SIGHUP) }
    }
  }

  /// Tells how much of an archive of an older format is up to date.
  func showUpgrade(_ share: Double) {
    tell(.progress(ImportProgress(phase: .upgrading, share: share)))
  }

  func begin(totalBytes: Int, reading: SourceProgress) {
    self.totalBytes = totalBytes
    self.reading = reading
    start = .now
    tell(.begun)
  }

  func show(_ progress: CableImport.Progress) {
    for problem in progress.newProblems {
      problems += 1
      if problems <= Self.toldLimit { tell(.refused("\(problem)")) }
    }
    let phase: ImportProgress.Phase =
      switch progress.phase {
      case .reading: .reading
      case .resolving: .resolving
      case .counting: .counting
      case .merging: .merging
      }
    let done = reading.bytesRead + progress.bytesPassed
    let elapsed = (ContinuousClock.now - start) / .seconds(1)
    let rate = elapsed > 0 ? Double(reading.bytesRead) / elapsed : 0
    let isKnown = totalBytes > 0 && rate > 0
    tell(
      .progress(
        ImportProgress(
          phase: phase, cables: progress.cables,
          share: totalBytes > 0 ? min(1, Double(done) / Double(totalBytes)) : nil,
          secondsLeft: isKnown
            ? Int((Double(max(0, totalBytes - done)) / rate).rounded(.up)) : nil)))
  }

  func end() {}

  /// Tells what was done; what was refused has been told.
  func end(_ report: ImportReport) {
    var report = report
    report.refused = []
    tell(.ended(report))
  }

  private func tell(_ news: ImportNews) {
    let bytes = news.line
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(STDOUT_FILENO, $0.baseAddress.map { $0 + sent }, bytes.count - sent)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      sent += count
    }
  }
}
