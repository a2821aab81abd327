public import CableArchive
import Cables

/// Who cites whom among the cables of a result and beside it; absent cables are nodes, too.
public struct CitationGraph: Sendable {
  /// A cable.
  public struct Node: Sendable, Equatable {
    /// The id, or the file's name of a cable without one.
    public var name: String
    /// The cable, where the archive holds it.
    public var row: ListRow?
  }

  /// A reference from one cable to another.
  public struct Edge: Sendable, Equatable {
    /// The place of the citing cable among the nodes.
    public var from: Int
    /// The place of the cited one.
    public var to: Int
    /// The letter of the item in the REF block.
    public var letter: String?
    /// Whether the year was concluded and not written.
    public var isYearInferred: Bool
  }

  /// What lies around the cables of a result.
  public enum Reach: String, Sendable, CaseIterable {
    /// References among the cables of the result alone.
    case within
    /// Those, what the cables refer to, and what refers to them.
    case around
  }

  /// The cables, those of the result first and in its order.
  public private(set) var nodes: [Node] = []
  /// The references, those of a cable together and in their order.
  public private(set) var edges: [Edge] = []

  private var places: [String: Int] = [:]

  /// How many cables are looked up between two looks at whether to go on.
  private static let batch = 100

  /// Looks the references of some cables up.
  ///
  /// - Parameters:
  ///   - rowIDs: The cables.
  ///   - archive: Where they are.
  ///   - reach: What else belongs to the graph.
  ///   - goesOn: Asked every now and then with the number of cables done; false leaves out the rest.
  /// - Throws: An error where the archive can't be read.
  /// - Complexity: O(cables + references); all of them are held in memory.
  public init(
    _ rowIDs: [Int64], of archive: Archive, reach: Reach, while goesOn: (_ done: Int) -> Bool
  ) throws(ArchiveError) {
    var rows: [ListRow] = []
    for start in stride(from: 0, to: rowIDs.count, by: Self.batch) {
      rows += try archive.rows(Array(rowIDs[start..<min(rowIDs.count, start + Self.batch)]))
    }
    for row in rows { self.place(row.name, row) }
    let own = nodes.count
    for (index, row) in rows.enumerated() {
      try self.addReferences(of: row, in: archive, isWithin: reach == .within, own: own)
      if reach == .around { try self.addCitations(of: row, in: archive, own: own) }
      if index % Self.batch == Self.batch - 1, !goesOn(index + 1) { break }
    }
  }

  private mutating func addReferences(
    of row: ListRow, in archive: Archive, isWithin: Bool, own: Int
  ) throws(ArchiveError) {
    guard let from = places[row.name] else { return }
    for reference in try archive.resolved(referencesOf: row.rowID) {
      guard let target = reference.target else { continue }
      let name = reference.row?.name ?? target.description
      if isWithin {
        guard let place = places[name], place < own else { continue }
      }
      let to = place(name, reference.row)
      edges.append(
        Edge(
          from: from, to: to, letter: reference.letter, isYearInferred: reference.isYearInferred))
    }
  }

  /// Adds references from outside the result; those inside are added with the citing cable.
  private mutating func addCitations(
    of row: ListRow, in archive: Archive, own: Int
  ) throws(ArchiveError) {
    guard let id = row.id, let to = places[row.name] else { return }
    for citation in try archive.citations(of: id) where !citation.isMention {
      let from = place(citation.row.name, citation.row)
      guard from >= own else { continue }
      edges.append(
        Edge(
          from: from, to: to, letter: citation.letter, isYearInferred: citation.isYearInferred))
    }
  }

  @discardableResult
  private mutating func place(_ name: String, _ row: ListRow?) -> Int {
    if let place = places[name] { return place }
    places[name] = nodes.count
    nodes.append(Node(name: name, row: row))
    return nodes.count - 1
  }
}
