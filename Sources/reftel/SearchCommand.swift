import ArgumentParser
import CableArchive
import Cables

/// Prints the cables a query finds.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Print the cables that a query finds.",
    discussion: """
      Words are all to be found: libya wmd. Also "a phrase", prefix*, -without, OR, ( ), tag:KNNP, from:ROME,
      class:secret, date:2003-10. A query that begins with - goes last: reftel search --in seeds -- -libya
      """)

  @Argument(help: "What to search for.")
  var query: String?

  @Option(
    help: ArgumentHelp("A search saved in the browser, in place of a query.", valueName: "name"))
  var saved: String?

  @OptionGroup var options: ArchiveOptions

  @OptionGroup var kept: NotebookOptions

  @Option(help: "Text, or one JSON array.")
  var format: ResultFormat = .text

  @Option(
    help: ArgumentHelp("newest or oldest first, or by relevance.", valueName: "order"),
    completion: .list(SortOrder.allCases.map(\.name)),
    transform: { name in
      guard let order = SortOrder.allCases.first(where: { $0.name == name }) else {
        let names = SortOrder.allCases.map(\.name).joined(separator: ", ")
        throw ValidationError("There is no order '\(name)'; \(names) are.")
      }
      return order
    })
  var order = SortOrder.newestFirst

  func validate() throws {
    if (query == nil) == (saved == nil) {
      throw ValidationError("Name a query, or a saved search with --saved.")
    }
  }

  /// The query as typed, or as it was saved.
  private func text() throws -> String {
    if let query { return query }
    let searches = try kept.searches
    guard let saved, let text = searches[saved] else {
      let names = searches.keys.sorted().joined(separator: ", ")
      Output.complain(
        "reftel: no search is saved as '\(saved ?? "")'"
          + (names.isEmpty ? "" : "; there is \(names)"))
      throw ExitStatus.failed
    }
    return text
  }

  func run() throws {
    let query = try text()
    let parsed = try TypedQuery.parse(query)
    let (archive, isWhole) = try options.open(for: parsed, kept)
    defer { try? archive.close() }
    let output = Output()
    var results = JSONResults(output)
    var count = 0
    var last: ListRow?
    // Each page by relevance looks at the whole result.
    let pageSize = order == .mostRelevant ? 100_000 : 500
    while true {
      let page = try archive.page(
        parsed, order: order, after: last.map(PageAnchor.init), limit: pageSize)
      for row in page.rows {
        count += 1
        switch format {
        case .text: output.line(row.line)
        case .json: results.add(ResultRow(row))
        }
      }
      last = page.rows.last
      if !page.hasMore || last == nil { break }
    }
    if format == .json { results.finish() }
    output.flush()
    if count == 0 {
      if format == .text { TypedQuery.complainOfNothing(query) }
      throw ExitStatus.failed
    }
    if !isWhole { throw ExitStatus.failed }
  }
}

extension ListRow {
  /// The row as a line of text: date, class letter, id, subject.
  var line: String {
    let date = date.map { String($0.iso8601.prefix(10)) + ($0.isInferred ? "~" : " ") } ?? "–"
    let letter = classification.map { String($0.letter) } ?? "?"
    return "\(date.padded(to: 11)) \(letter) \(name.padded(to: 16)) \(subject)"
  }
}

extension String {
  /// The text with blanks up to a width.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - count))
  }
}
