import CableArchive
import CableSources

/// Opening archives from the command line.
enum ArchiveOpening {
  /// Opens an archive; one of an older format is brought up to date first, which is shown on standard error.
  static func open(
    _ path: String, createsIfAbsent: Bool = false, isReadOnly: Bool = false,
    upgrading: ((Double) -> Void)? = nil
  ) throws -> Archive {
    try upgradeIfOld(path, upgrading)
    return try Archive.open(
      path: path, createsIfAbsent: createsIfAbsent, isReadOnly: isReadOnly)
  }

  /// Brings an archive of an older format up to date.
  ///
  /// - Parameters:
  ///   - path: The archive.
  ///   - show: Told how much is done, 0 to 1, in place of standard error.
  /// - Throws: An error where it can't be done; the archive is as it was then.
  static func upgradeIfOld(_ path: String, _ show: ((Double) -> Void)? = nil) throws {
    guard try Archive.isOld(path: path) else { return }
    let interruption = Interruption()
    var line = ProgressLine(totalBytes: 0, isLogged: true)
    if let show { show(0) } else { line.say("Bringing the archive up to date …") }
    do {
      try Archive.upgrade(path: path) { share in
        if let show {
          show(share)
        } else {
          line.say("Bringing the archive up to date: \(Int(share * 100))% …")
        }
        return !interruption.reading.isCancelled
      }
      line.clear()
    } catch {
      line.clear()
      if interruption.signal != nil {
        Output.complain("reftel: stopped. The archive is as it was; the next command begins anew.")
        throw ExitStatus.interrupted
      }
      throw error
    }
  }
}
