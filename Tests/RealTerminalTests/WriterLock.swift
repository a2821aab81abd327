import Glibc

/// Keeps everybody from writing to an archive, so that an import waits until the lock is let go, ten seconds at most.
///
/// It is the lock that SQLite's writers take, on a byte of the file beside the database.
final class WriterLock {
  private let file: Int32

  /// Takes the lock on an archive, which need not be there yet.
  init(_ archive: String) {
    file = open(archive + "-shm", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = 120
    lock.l_len = 1
    _ = withUnsafeMutablePointer(to: &lock) { fcntl(file, F_SETLK, $0) }
  }

  deinit {
    close(file)
  }
}
