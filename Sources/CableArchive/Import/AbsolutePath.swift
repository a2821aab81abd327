internal import Glibc

/// Names files so that they are known again from another folder.
enum AbsolutePath {
  /// The path from the root without links; the path as it is where nothing is there.
  static func of(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(validatingCString: resolved) ?? path
  }
}
