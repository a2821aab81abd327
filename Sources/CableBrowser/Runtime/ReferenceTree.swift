import CableArchive
import Cables

/// What a cable refers to and what refers to it, and so on, as rows of a tree; cycles are cut.
struct ReferenceTree: Sendable {
  /// A row, drawn with the lines that lead to it.
  struct Row: Sendable, Equatable {
    var text: String
    var destination: Link.Destination
    /// The reference that the row stands for, from the row above it or to that.
    var ends: ReferenceEnds?
  }

  /// Generations that are looked through, and rows a tree has at most.
  static let depth = 4
  static let limit = 400

  var name = ""
  /// What the cable refers to.
  var backward: [Row] = []
  /// What refers to it.
  var forward: [Row] = []

  /// Looks through the archive.
  init(of rowID: Int64, in archive: Archive) throws {
    guard let root = try archive.row(rowID) else { return }
    name = root.name
    var walk = Walk(archive: archive, path: root.id.map { [$0] } ?? [])
    try walk.add(referencesOf: rowID, indent: "")
    backward = walk.rows
    guard let id = root.id else { return }
    walk.rows = []
    try walk.add(citationsOf: id, .row(rowID), indent: "")
    forward = walk.rows
  }

  private struct Walk {
    let archive: Archive
    /// Ids from the root down.
    var path: [CableID]
    var rows: [Row] = []

    mutating func add(referencesOf rowID: Int64, indent: String) throws {
      let references = try archive.resolved(referencesOf: rowID)
        .compactMap { reference in reference.target.map { Link.Destination(reference, id: $0) } }
      try add(references, indent) { destination in
        ReferenceEnds(
          citing: .row(rowID), cited: destination.key, citedID: destination.id)
      } goingOn: { walk, destination, indent in
        if let row = destination.row { try walk.add(referencesOf: row.rowID, indent: indent) }
      }
    }

    mutating func add(
      citationsOf id: CableID, _ cited: Page.Key, indent: String
    ) throws {
      var seen: Set<CableID> = []
      let citations = try archive.citations(of: id).compactMap { citation in
        Link.Destination(row: citation.row).map { destination in
          var destination = destination
          destination.letter = citation.letter
          return destination
        }
      }.filter { seen.insert($0.id).inserted }
      try add(citations, indent) { destination in
        ReferenceEnds(citing: destination.key, cited: cited, citedID: id)
      } goingOn: { walk, destination, indent in
        try walk.add(citationsOf: destination.id, destination.key, indent: indent)
      }
    }

    private mutating func add(
      _ destinations: [Link.Destination], _ indent: String,
      _ ends: (Link.Destination) -> ReferenceEnds,
      goingOn goOn: (inout Walk, Link.Destination, String) throws -> Void
    ) throws {
      for (index, destination) in destinations.enumerated() {
        guard rows.count < ReferenceTree.limit else { return }
        let isLast = index == destinations.count - 1
        let isCycle = path.contains(destination.id)
        rows.append(
          Row(
            text: indent + (isLast ? "└ " : "├ ") + destination.preview
              + (isCycle ? "  (again)" : ""), destination: destination,
            ends: ends(destination)))
        guard !isCycle, path.count < ReferenceTree.depth else { continue }
        path.append(destination.row?.id ?? destination.id)
        try goOn(&self, destination, indent + (isLast ? "  " : "│ "))
        path.removeLast()
      }
    }
  }
}
