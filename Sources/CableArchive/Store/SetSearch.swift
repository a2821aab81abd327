internal import CableNotebook
internal import Cables
internal import GRDB

/// Carries out queries that ask for citations or for what the reader keeps, which are not in the index, by sets of row ids.
///
/// Subtrees the index can answer are asked of it as a whole.
///
/// - Complexity: O(n) over the cables that the parts of the query find.
struct SetSearch {
  let database: Database
  let expression: MatchExpression
  let notGhost: String
  /// What the reader keeps.
  let notebook: Notebook

  init(
    _ database: Database, _ expression: MatchExpression, notGhost: String, notebook: Notebook
  ) {
    self.database = database
    self.notebook = notebook
    self.expression = expression
    self.notGhost = notGhost
  }

  /// The row ids a node finds, ascending.
  func rowIDs(of node: QueryNode) throws -> [Int64] {
    if let text = expression.text(of: node) {
      let statement = try database.cachedStatement(
        sql: "SELECT rowid FROM cable_text WHERE cable_text MATCH ? \(notGhost) ORDER BY rowid")
      return try Int64.fetchAll(statement, arguments: [text])
    }
    switch node {
    case .kept(let trait): return try kept(trait)
    case .cites(let pattern): return try citing(pattern)
    case .citedBy(let pattern): return try cited(by: pattern)
    case .not(let inner): return try rowIDs(of: .everything).subtracting(try rowIDs(of: inner))
    case .or(let nodes):
      var found: Set<Int64> = []
      for node in nodes { found.formUnion(try rowIDs(of: node)) }
      return found.sorted()
    case .and(let nodes): return try conjunction(nodes)
    default: return []
    }
  }

  private func conjunction(_ nodes: [QueryNode]) throws -> [Int64] {
    let answered = nodes.filter { expression.text(of: $0) != nil }
    var found: [Int64]?
    if !answered.isEmpty { found = try rowIDs(of: .and(answered)) }
    for node in nodes where expression.text(of: node) == nil {
      if case .not(let inner) = node, let rows = found {
        found = rows.subtracting(try rowIDs(of: inner))
      } else {
        let rows = try rowIDs(of: node)
        found = found.map { $0.intersection(rows) } ?? rows
      }
    }
    return found ?? []
  }

  /// The listed cables of which something is kept.
  private func kept(_ trait: KeptTrait) throws -> [Int64] {
    var found: [Int64] = []
    for (name, entry) in notebook.entries where entry.has(trait) {
      found += try Self.rowIDs(named: name, in: database)
    }
    return found.sorted()
  }

  /// The listed cable of an id, or those without one of a file's name.
  static func rowIDs(named name: String, in database: Database) throws -> [Int64] {
    if let id = CableID(name), let rowID = try CitationIndex(database).rowID(ofExactly: id) {
      return [rowID]
    }
    let unnamed = try database.cachedStatement(
      sql: "SELECT id FROM cable WHERE name = ? AND post IS NULL AND id = shown")
    return try Int64.fetchAll(unnamed, arguments: [name])
  }

  private func citing(_ pattern: IDPattern) throws -> [Int64] {
    let index = CitationIndex(database)
    var found: Set<Int64> = []
    for id in try ids(of: pattern) { found.formUnion(try index.citingRowIDs(of: id)) }
    return found.sorted()
  }

  private func cited(by pattern: IDPattern) throws -> [Int64] {
    let index = CitationIndex(database)
    var found: Set<Int64> = []
    let statement = try database.cachedStatement(
      sql: """
        SELECT p.key, r.year, r.number FROM reference r JOIN post p ON p.id = r.post
        WHERE r.cable = ?
        """)
    for rowID in try SearchPlan.rowIDs(named: pattern, in: database) {
      for row in try Row.fetchAll(statement, arguments: [rowID]) {
        let target = CableID(year: row[1], post: row[0], number: row[2])
        if let rowID = try index.rowID(of: target) { found.insert(rowID) }
      }
    }
    return found.sorted()
  }

  /// The ids a pattern may mean, present or cited.
  private func ids(of pattern: IDPattern) throws -> [CableID] {
    if let year = pattern.year {
      return [CableID(year: year, post: pattern.post, number: pattern.number)]
    }
    var years: Set<Int> = []
    let index = CitationIndex(database)
    for post in try pattern.lookupVariants.map(\.post).compactMap(index.postID) {
      years.formUnion(
        try Int.fetchAll(
          database,
          sql: """
            SELECT DISTINCT year FROM reference WHERE post = ? AND number = ?
            """, arguments: [post, pattern.number]))
    }
    return years.sorted().map { CableID(year: $0, post: pattern.post, number: pattern.number) }
  }
}

extension [Int64] {
  /// The elements of an ascending array that are not in another one.
  func subtracting(_ other: [Int64]) -> [Int64] {
    let unwanted = Set(other)
    return filter { !unwanted.contains($0) }
  }

  /// The elements of an ascending array that are in another one too.
  func intersection(_ other: [Int64]) -> [Int64] {
    let wanted = Set(other)
    return filter { wanted.contains($0) }
  }
}

extension Notebook.Entry {
  fileprivate func has(_ trait: KeptTrait) -> Bool {
    switch trait {
    case .bookmark: isBookmarked
    case .note: note != nil
    case .words(let phrase): note.map { phrase.stands(in: $0) } ?? false
    case .read: isRead
    case .label(let label, let isPrefix):
      labels.contains { Self.matches($0, label, isPrefix: isPrefix) }
    }
  }

  /// Whether a label is the one that is asked for, or begins so; accents don't matter, as in words.
  private static func matches(_ label: String, _ asked: String, isPrefix: Bool) -> Bool {
    let letters = label.unicodeScalars.flatMap { Folding.folded($0) }
    let wanted = asked.unicodeScalars.flatMap { Folding.folded($0) }
    return isPrefix ? letters.starts(with: wanted) : letters == wanted
  }
}

extension Phrase {
  /// Whether its words stand one after the other in a text.
  fileprivate func stands(in text: String) -> Bool {
    let words = TokenScanner.tokens(of: text)
    guard let last = tokens.last, words.count >= tokens.count else { return false }
    return (0...words.count - tokens.count).contains { start in
      let end = start + tokens.count - 1
      return words[start..<end].elementsEqual(tokens.dropLast())
        && (isPrefix ? words[end].hasPrefix(last) : words[end] == last)
    }
  }
}
