import Glibc

/// The files below a folder, in bytewise order of their paths.
///
/// Names that begin with a dot are passed over. A link to a folder is followed where it leads out of the folder, once; a link
/// to a folder inside brings nothing new, and one to a folder above itself is a problem. Memory: the names of the folders
/// between the first and the current one.
struct FolderWalk {
  enum Step {
    /// Something that may be a file; its status is not known.
    case file(FilePath)
    case problem(FilePath, InputError)
  }

  private struct Level {
    let path: FilePath
    var names: ArraySlice<Name>
    let identity: FileStatus.Identity?
  }

  private struct Name {
    let bytes: [UInt8]
    /// The name as it stands in the path of what it holds: a folder sorts with its slash.
    var key: [UInt8]
    let isFolder: Bool
    let isLink: Bool
  }

  /// Whether anything but hidden names and empty folders was met.
  private(set) var hasFiles = false
  private let root: [UInt8]
  private var levels: [Level] = []
  private var visited: Set<FileStatus.Identity> = []
  private var pending: [Step] = []

  init(_ folder: FilePath) {
    root = FolderWalk.realPath(folder) ?? folder.bytes
    enter(folder)
  }

  /// The next file or problem; nil at the end.
  mutating func next() -> Step? {
    while true {
      if let step = pending.popLast() { return step }
      guard let level = levels.indices.last else { return nil }
      guard let name = levels[level].names.popFirst() else {
        levels.removeLast()
        continue
      }
      let path = levels[level].path.appending(name.bytes)
      if name.isFolder, name.isLink {
        follow(path)
      } else if name.isFolder {
        enter(path)
      } else {
        hasFiles = true
        return .file(path)
      }
    }
  }

  private mutating func enter(_ folder: FilePath) {
    let identity = try? FileStatus.of(folder).get().identity
    if let identity { visited.insert(identity) }
    switch FolderWalk.names(of: folder) {
    case .success(let names):
      levels.append(Level(path: folder, names: names[...], identity: identity))
    case .failure(let error):
      hasFiles = true
      pending.append(.problem(folder, error))
    }
  }

  private mutating func follow(_ link: FilePath) {
    guard let identity = try? FileStatus.of(link).get().identity,
      let target = FolderWalk.realPath(link)
    else {
      pending.append(.problem(link, .system(ENOENT)))
      return
    }
    if levels.contains(where: { $0.identity == identity }) {
      hasFiles = true
      pending.append(.problem(link, .system(ELOOP)))
      return
    }
    let isInside = target.starts(with: root + [UInt8(ascii: "/")])
    if !isInside, !visited.contains(identity) { enter(link) }
  }

  private static func realPath(_ path: FilePath) -> [UInt8]? {
    path.withCString { text in
      guard let resolved = realpath(text, nil) else { return nil }
      defer { free(resolved) }
      return UnsafeBufferPointer(start: resolved, count: strlen(resolved)).map(
        UInt8.init(bitPattern:))
    }
  }

  private static func names(of folder: FilePath) -> Result<[Name], InputError> {
    guard let directory = folder.withCString({ opendir($0) }) else {
      return .failure(.system(errno))
    }
    defer { closedir(directory) }
    var names: [Name] = []
    errno = 0
    while let entry = readdir(directory) {
      let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      guard bytes.first != UInt8(ascii: ".") else { continue }
      names.append(name(bytes, type: Int(entry.pointee.d_type), in: folder))
      errno = 0
    }
    if errno != 0, names.isEmpty { return .failure(.system(errno)) }
    names.sort { $0.key.lexicographicallyPrecedes($1.key) }
    return .success(names)
  }

  private static func name(_ bytes: [UInt8], type: Int, in folder: FilePath) -> Name {
    var isFolder = type == Int(DT_DIR)
    var isLink = type == Int(DT_LNK)
    let path = folder.appending(bytes)
    if type == Int(DT_UNKNOWN),
      let status = try? FileStatus.of(path, followingLinks: false).get()
    {
      isFolder = status.kind == .folder
      isLink = status.kind == .link
    }
    if isLink, let status = try? FileStatus.of(path).get() { isFolder = status.kind == .folder }
    let key = isFolder ? bytes + [UInt8(ascii: "/")] : bytes
    return Name(bytes: bytes, key: key, isFolder: isFolder, isLink: isLink)
  }
}
