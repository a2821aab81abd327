internal import Glibc

/// What a reader names to be searched or browsed.
public enum CableCollection: Sendable, Equatable {
  /// An archive on the disk.
  case archive(String)
  /// Files and folders, read into memory.
  case files([String])

  /// Tells an archive from files by its first bytes; no path at all means the reader's own archive.
  ///
  /// - Parameters:
  ///   - paths: What the reader named.
  ///   - home: The archive that is meant where nothing is named.
  /// - Throws: A sentence where an archive stands among other paths, or nothing is named and there is no archive.
  public init(_ paths: [String], home: String) throws(ArchiveError) {
    if paths.isEmpty {
      guard access(home, F_OK) == 0 else {
        throw ArchiveError(
          reason: .missing,
          sentence:
            "There is no archive at \(home) yet. Name files or folders of cables, or make an archive "
            + "of them with: reftel import PATH…")
      }
      self = .archive(home)
      return
    }
    let archives = paths.filter { ArchiveFile.isDatabase($0) }
    guard let archive = archives.first else {
      self = .files(paths)
      return
    }
    guard paths.count == 1 else {
      throw ArchiveError(
        reason: .missing,
        sentence: "\(archive) is an archive and goes alone; to add files to it: reftel import "
          + "--archive \(archive) PATH…")
    }
    self = .archive(archive)
  }

  /// Whether a path leads to an archive, by its first bytes.
  public static func isArchive(_ path: String) -> Bool { ArchiveFile.isDatabase(path) }

  /// The reader's own archive: `reftel/cables.reftel` below `$XDG_DATA_HOME`, or below `~/.local/share`.
  ///
  /// - Parameter environment: Asked for variables.
  /// - Returns: The path; whether there is a file is another question.
  public static func home(environment: (String) -> String?) -> String {
    // The base directory specification has relative paths ignored.
    if let data = environment("XDG_DATA_HOME"), data.hasPrefix("/") {
      return data + "/reftel/cables.reftel"
    }
    return (environment("HOME") ?? "") + "/.local/share/reftel/cables.reftel"
  }
}
