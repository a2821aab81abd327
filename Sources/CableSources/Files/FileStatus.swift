import Glibc

/// What the system says a path is, without opening it.
struct FileStatus: Sendable {
  enum Kind: Sendable {
    case file
    case folder
    case link
    case other
  }

  /// What tells one file from every other while both exist.
  struct Identity: Hashable, Sendable {
    let device: UInt64
    let node: UInt64
  }

  let kind: Kind
  let size: Int
  /// When the content was last changed, in nanoseconds since 1970.
  let modified: Int64
  let identity: Identity

  init(_ raw: stat) {
    switch raw.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link
    default: kind = .other
    }
    size = Int(raw.st_size)
    modified = Int64(raw.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(raw.st_mtim.tv_nsec)
    identity = Identity(device: UInt64(raw.st_dev), node: UInt64(raw.st_ino))
  }

  /// Asks for the status of what the path leads to, or of the link itself.
  static func of(_ path: FilePath, followingLinks: Bool = true) -> Result<FileStatus, InputError> {
    var raw = stat()
    let code = path.withCString { followingLinks ? stat($0, &raw) : lstat($0, &raw) }
    return code == 0 ? .success(FileStatus(raw)) : .failure(.system(errno))
  }
}
