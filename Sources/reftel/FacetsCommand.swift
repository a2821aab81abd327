import ArgumentParser
import CableArchive
import CableExport

/// Prints how the cables a query finds are spread over TAGS, posts, classifications, years, months or labels.
struct FacetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facets",
    abstract:
      "Count the TAGS, posts, classifications, years, months or your labels of what a query finds.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case csv
  }

  @Argument(help: "What to search for; all cables where it is left out.")
  var query = ""

  @OptionGroup var options: ArchiveOptions

  @OptionGroup var kept: NotebookOptions

  @Option(
    help: "tag, from, class, year, month or label.",
    transform: { name in
      guard let facet = Facet(rawValue: name) else {
        throw ValidationError("There is no facet '\(name)'.")
      }
      return facet
    })
  var by: [Facet] = []

  @Option(help: "Text, one JSON array, or CSV with a header row.")
  var format: Format = .text

  func validate() throws {
    if by.count != 1 {
      throw ValidationError(
        by.isEmpty
          ? "--by says what is counted: tag, from, class, year, month or label."
          : "One facet is counted at a time: --by stands once.")
    }
  }

  func run() throws {
    let parsed = try TypedQuery.parse(query)
    let (archive, isWhole) = try options.open(for: parsed, kept, needsNotebook: by[0] == .label)
    defer { try? archive.close() }
    let counts = try archive.facets(parsed, by: by[0])
    let output = Output()
    switch format {
    case .text:
      let width = counts.map(\.value.count).max() ?? 0
      for count in counts {
        output.line("\(count.value.padded(to: width))  \(count.count)")
      }
    case .json:
      var results = JSONResults(output)
      for count in counts {
        results.add(Row(value: count.value, count: count.count, term: count.term))
      }
      results.finish()
    case .csv:
      output.line("\(by[0].rawValue),cables")
      for count in counts { output.line("\(CommaValue.written(count.value)),\(count.count)") }
    }
    output.flush()
    if counts.isEmpty || !isWhole { throw ExitStatus.failed }
  }

  /// A value with its count, and the term that narrows a query to it.
  private struct Row: Encodable {
    let value: String
    let count: Int
    let term: String
  }
}
