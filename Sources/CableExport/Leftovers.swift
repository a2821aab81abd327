import Glibc

/// Unfinished files that killed processes left beside the place where they were to go.
struct Leftovers {
  /// What stands between the file's name and the number of the process.
  static let ending = ".part-"

  private let folder: String
  private let beginning: String

  /// Looks beside a path.
  init(of path: String) {
    let cut = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
    folder = path[..<cut].isEmpty ? "." : String(path[..<cut])
    beginning = path[cut...] + Self.ending
  }

  /// Removes those whose process has ended; what can't be removed stays.
  func remove() {
    guard let listing = opendir(folder) else { return }
    defer { closedir(listing) }
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
          String(cString: $0)
        }
      }
      guard name.hasPrefix(beginning), let process = pid_t(name.dropFirst(beginning.count)),
        process > 0, kill(process, 0) != 0, errno == ESRCH
      else { continue }
      removeUnlessHeld(folder + "/" + name)
    }
  }

  /// Removes a file that no process of another machine writes.
  private func removeUnlessHeld(_ path: String) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      flock(descriptor, LOCK_EX | LOCK_NB) == 0
    else { return }
    unlink(path)
  }
}
