import CableArchive

/// An import that was begun from the browser.
struct ImportState: Sendable {
  /// How it stands.
  enum Stage: Sendable, Equatable {
    case running
    /// The reader wants it to end.
    case stopping
    /// It ended before everything was read.
    case incomplete
    /// Everything was read.
    case complete
  }

  /// What is imported.
  let paths: [String]
  /// Where it goes.
  let archive: String
  var stage = Stage.running
  /// Whether anything may have been written.
  var hasBegun = false
  var progress: ImportProgress?
  /// What it did, once it has ended by itself.
  var report: ImportReport?
  /// What could not be read so far.
  var refusals = 0
  /// Whether the program has said something itself, which tells why it failed.
  var hasSpoken = false

  /// Creates an import that begins.
  init(paths: [String], archive: String) {
    self.paths = paths
    self.archive = archive
  }

  /// Whether its process runs.
  var isUnderWay: Bool { stage == .running || stage == .stopping }

  /// How far it is, for the corner of the screen; the longest way to say it first.
  var remarks: [String] {
    guard stage == .running else { return ["stopping the import…"] }
    guard let progress else { return ["importing…"] }
    switch progress.phase {
    case .upgrading:
      let share = progress.share.map { " \(Self.percent($0))" } ?? ""
      return ["bringing the archive up to date\(share)", "importing…"]
    case .reading:
      let share = progress.share.map { " \(Self.percent($0))" } ?? ""
      let cables = "\(progress.cables.grouped) cables"
      let first = share.isEmpty ? "importing \(cables)" : "importing\(share), \(cables)"
      let left = progress.secondsLeft.map { [first + ", \(Self.clock($0)) left"] } ?? []
      return left + [first, "importing\(share)"]
    case .resolving: return ["importing: resolving references", "importing…"]
    case .counting: return ["importing: counting words", "importing…"]
    case .merging: return ["importing: merging the index", "importing…"]
    }
  }

  private static func percent(_ share: Double) -> String {
    "\(Int(max(0, min(share, 1)) * 100)) %"
  }

  /// Seconds as `1:20`, or `2:03:10`.
  private static func clock(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let minutes = seconds / 60
    guard minutes >= 60 else { return "\(minutes):\(two(seconds % 60))" }
    return "\(minutes / 60):\(two(minutes % 60)):\(two(seconds % 60))"
  }
}
