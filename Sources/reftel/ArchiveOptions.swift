import ArgumentParser
import CableArchive
import CableNotebook
import CableSources
import Cables
import Glibc

/// Where a command finds its cables.
struct ArchiveOptions: ParsableArguments {
  @Option(
    name: .customLong("in"), parsing: .upToNextOption,
    help: ArgumentHelp(
      "An archive, or files and folders of cables; your own archive where this is left out.",
      valueName: "path"),
    completion: .file())
  var paths: [String] = []

  /// Opens the archive, or reads everything into one in memory; what can't be read is told on standard error.
  ///
  /// - Parameters:
  ///   - query: What will be asked; where that depends on what the reader keeps, the notebook is read.
  ///   - notebook: Where what is kept stands.
  ///   - needsNotebook: Whether it is read whatever is asked.
  /// - Returns: The archive, and whether everything could be read.
  /// - Throws: An error where the archive or the notebook can't be read.
  func open(
    for query: Query, _ notebook: NotebookOptions, needsNotebook: Bool = false
  ) throws -> (archive: Archive, isWhole: Bool) {
    let opened = try open()
    if needsNotebook || query.asksForNotebook { try notebook.tell(opened.archive) }
    return opened
  }

  /// Opens the archive, or reads everything into one in memory, for what does not depend on a notebook.
  func open() throws -> (archive: Archive, isWhole: Bool) {
    switch try CableCollection(paths, home: ArchiveOptions.home) {
    case .archive(let path):
      return (try ArchiveOpening.open(path), true)
    case .files(let paths):
      return try Self.read(paths)
    }
  }

  private static func read(_ paths: [String]) throws -> (archive: Archive, isWhole: Bool) {
    let archive = try Archive.inMemory()
    var isWhole = true
    let reading = SourceProgress()
    var line = ProgressLine(totalBytes: CableSource(paths: paths).estimatedBytes())
    try PathLoad(paths: paths, archive: archive, reading: reading).run { progress in
      for problem in progress.newProblems {
        isWhole = false
        line.clear()
        Output.complain("reftel: \(problem)")
      }
      line.show(cables: progress.cables, bytes: reading.bytesRead)
    }
    line.clear()
    return (archive, isWhole)
  }

  /// Where the reader's bookmarks, labels and notes are; nil where the environment names no place for them.
  static var notebook: NotebookFile? {
    NotebookFile { name in getenv(name).map { String(cString: $0) } }
  }

  /// The reader's own archive.
  static var home: String {
    CableCollection.home { name in getenv(name).map { String(cString: $0) } }
  }
}

/// The two forms in which results are printed.
enum ResultFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}

extension Archive {
  /// The cable of an id in any spelling, or what stands for it.
  func look(up typed: String) throws -> TypedID {
    if let id = CableID(typed) { return .id(id, try find(id)) }
    let rows = try find(typed: typed)
    if let row = rows.first { return row.id.map { .id($0, rows) } ?? .rows(rows) }
    return .unreadable
  }
}

/// What an id that was typed leads to.
enum TypedID {
  /// A whole id with the rows that carry it; none for an absent cable.
  case id(CableID, [ListRow])
  /// Cables without an id, by their file's name.
  case rows([ListRow])
  /// No id.
  case unreadable
}
