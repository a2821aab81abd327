import Glibc

/// A file in the making: written beside its place under a name of its own, and put there when it is whole.
///
/// Only its owner can read it. A killed process leaves its draft behind, which the next draft for the same place removes.
public struct DraftFile: ~Copyable {
  /// Why a file can't be written: an `errno`.
  public struct Failure: Error, Equatable {
    /// The number of the error.
    public let number: Int32
  }

  /// What it is written to.
  public let descriptor: Int32
  private let path: String
  private let draft: String

  /// Begins a file.
  ///
  /// - Parameter path: Its place, where nothing is changed yet.
  /// - Throws: `Failure` where nothing can be written beside the place.
  public init(for path: String) throws(Failure) {
    Leftovers(of: path).remove()
    draft = path + Leftovers.ending + "\(getpid())"
    descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    self.path = path
    guard descriptor >= 0 else { throw Failure(number: errno) }
    // Held as long as the file is written: who can take it has met a leftover.
    _ = flock(descriptor, LOCK_EX | LOCK_NB)
  }

  /// Puts the file in its place.
  ///
  /// - Parameter overwrites: Whether a file that is there is replaced.
  /// - Returns: Whether it is there; false where another file is, which stays as it was.
  /// - Throws: `Failure` where it can't be kept; nothing is left of the draft then.
  public consuming func keep(overwrites: Bool) throws(Failure) -> Bool {
    // Files that have nothing below them to wait for, as on some network file systems, answer EINVAL.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw failure() }
    // A file that has come meanwhile is not replaced; where there are no hard links, the look before must do.
    if !overwrites {
      if link(draft, path) == 0 {
        discard()
        return true
      }
      if errno == EEXIST {
        discard()
        return false
      }
    }
    guard rename(draft, path) == 0 else { throw failure() }
    close(descriptor)
    return true
  }

  /// Takes back what was written.
  public consuming func discard() {
    unlink(draft)
    close(descriptor)
  }

  private consuming func failure() -> Failure {
    let number = errno
    discard()
    return Failure(number: number)
  }
}
