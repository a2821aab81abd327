internal import Glibc

/// A file that was at a path at some time.
///
/// What is written to a file that was removed goes nowhere, and no call of the system says so.
struct FilePlace: Sendable, Equatable {
  /// The path.
  let path: String
  private let device: UInt
  private let inode: UInt

  /// Notes which file is there; nil for none.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.path = path
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
  }

  /// Whether the same file is still there.
  var isKept: Bool { FilePlace(path) == self }
}

extension Archive {
  /// Checks that the archive is still where it was opened.
  ///
  /// - Throws: A sentence where its file was removed or replaced, or its file system taken away.
  func checkPlace() throws(ArchiveError) {
    guard let place, !place.isKept else { return }
    throw ArchiveError(
      reason: .missing,
      sentence: "\(place.path) is no longer there; what was written to it is lost.")
  }
}
