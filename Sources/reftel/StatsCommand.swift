import ArgumentParser
import CableArchive

/// Prints what a collection holds, in numbers.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Print what a collection holds: cables, years, posts, TAGS, references.")

  @OptionGroup var options: ArchiveOptions

  @Option(help: "Text, or one JSON object.")
  var format: ResultFormat = .text

  func run() throws {
    let (archive, isWhole) = try options.open()
    defer { try? archive.close() }
    let stats = try CollectionStats(archive)
    let output = Output()
    switch format {
    case .text: for line in stats.lines { output.line(line) }
    case .json: output.line(JSONText.line(stats))
    }
    output.flush()
    if stats.cables == 0 || !isWhole { throw ExitStatus.failed }
  }
}

/// The numbers of a collection.
private struct CollectionStats: Encodable {
  struct Share: Encodable {
    let value: String
    let count: Int
  }

  let cables: Int
  let furtherVersions: Int
  let copies: Int
  let originalBytes: Int
  let references: Int
  let absentCables: Int
  let classifications: [Share]
  let years: [Share]
  let posts: [Share]
  let tags: [Share]

  init(_ archive: Archive) throws {
    let totals = try archive.totals
    cables = totals.cables
    furtherVersions = totals.furtherVersions
    copies = totals.copies
    originalBytes = totals.originalBytes
    references = totals.references
    absentCables = totals.absent
    let facets = try archive.facets(.all, by: [.classification, .year, .from, .tag])
    func shares(_ facet: Facet) -> [Share] {
      (facets[facet] ?? []).map { Share(value: $0.value, count: $0.count) }
    }
    classifications = shares(.classification)
    years = shares(.year)
    posts = shares(.from)
    tags = shares(.tag)
  }

  var lines: [String] {
    var lines: [String] = []
    func field(_ name: String, _ value: String) { lines.append(name.padded(to: 18) + value) }
    func list(_ shares: [Share]) -> String {
      let shown = shares.prefix(12).map { "\($0.value) \($0.count)" }.joined(separator: ", ")
      return shares.count > 12 ? "\(shown) and \(shares.count - 12) more" : shown
    }
    field("Cables", "\(cables)")
    field("Further versions", "\(furtherVersions)")
    field("Exact copies", "\(copies)")
    field("Size", "\(originalBytes) bytes")
    field("References", "\(references)")
    field("Absent cables", "\(absentCables)")
    field("Classifications", list(classifications))
    field("Years", list(years))
    field("Posts", "\(posts.count): \(list(posts))")
    field("TAGS", "\(tags.count): \(list(tags))")
    return lines
  }
}
