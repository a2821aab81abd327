import ArgumentParser
import CableArchive
import Cables

/// Where a command finds its cables.
struct ArchiveOptions: ParsableArguments {
  @Option(
    name: .customLong("in"), parsing: .upToNextOption,
    help: ArgumentHelp("Files and folders of cables.", valueName: "path"), completion: .file())
  var paths: [String]

  /// Reads everything into an archive in memory; what can't be read is told on standard error.
  ///
  /// - Returns: The archive, and whether everything could be read.
  func open() throws -> (archive: Archive, isWhole: Bool) {
    let archive = try Archive.inMemory()
    var isWhole = true
    try PathLoad(paths: paths, archive: archive).run { progress in
      for problem in progress.newProblems {
        isWhole = false
        Output.complain("reftel: \(problem)")
      }
    }
    return (archive, isWhole)
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
