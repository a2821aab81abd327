import ArgumentParser
import CableArchive
import CableSources
import Cables

/// Writes the cables a query finds, with their texts.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the cables that a query finds, with their texts, newest first.",
    discussion: """
      jsonl holds everything and is read back by reftel without loss. csv has a header row and a row for each cable;
      text and markdown are for reading and printing.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case jsonl
    case csv
    case text
    case markdown
  }

  @Argument(help: "What to search for; all cables where it is left out.")
  var query = ""

  @OptionGroup var options: ArchiveOptions

  @Option(help: "jsonl, csv, text or markdown.")
  var format: Format = .jsonl

  @Option(
    help: ArgumentHelp("The file; standard output where this is left out.", valueName: "file"),
    completion: .file())
  var out: String?

  @Flag(help: "Replace the file if it is there.")
  var force = false

  func run() throws {
    let parsed = try TypedQuery.parse(query)
    let (archive, isWhole) = try options.open()
    defer { try? archive.close() }
    var count = 0
    if let out {
      try PrivateFile.write(to: out, overwrites: force) {
        count = try write(parsed, of: archive, to: $0)
      }
    } else {
      count = try write(parsed, of: archive, to: Output())
    }
    if count == 0 { Output.complain("Nothing found for \(query)") }
    if count == 0 || !isWhole { throw ExitStatus.failed }
  }

  /// Writes page by page, so that memory does not grow with the result.
  private func write(_ query: Query, of archive: Archive, to output: Output) throws -> Int {
    var line = ProgressLine(totalBytes: 0)
    var count = 0
    var last: PageAnchor?
    if format == .csv { output.line(ExportedRow.header) }
    while true {
      let page = try archive.page(query, after: last, limit: 200)
      for row in page.rows {
        guard let cable = try archive.cable(row.rowID) else { continue }
        try write(cable, row, isFirst: count == 0, of: archive, to: output)
        count += 1
        if output.failure != nil { return count }
      }
      line.show(cables: count, bytes: 0)
      guard page.hasMore, let row = page.rows.last else { break }
      last = PageAnchor(row)
    }
    output.flush()
    line.clear()
    return count
  }

  private func write(
    _ cable: Cable, _ row: ListRow, isFirst: Bool, of archive: Archive, to output: Output
  ) throws {
    let file = try archive.sources(of: row.rowID).first?.path
    switch format {
    case .jsonl:
      let hints = try archive.hints(row.rowID)
      output.exact(ExportLine(cable, hints: hints, file: file).bytes)
    case .csv:
      output.line(ExportedRow.line(cable, row))
    case .text:
      if !isFirst { output.line("\n" + String(repeating: "-", count: 72) + "\n") }
      for line in CableListing(CableRecord(cable, file: file)).lines { output.line(line) }
    case .markdown:
      if !isFirst { output.line() }
      for line in CableMarkdown(cable, row).lines { output.line(line) }
    }
  }
}

/// A cable as a row of a table.
enum ExportedRow {
  static let header = "id,date,classification,origin,subject,tags,references,text"

  static func line(_ cable: Cable, _ row: ListRow) -> String {
    [
      row.name, row.date?.iso8601 ?? "", row.classification?.rawValue ?? "", row.post ?? "",
      row.subject, cable.tags.joined(separator: " "),
      cable.references.compactMap { $0.target?.description }.joined(separator: " "),
      String(decoding: cable.text.original, as: UTF8.self),
    ].map(CommaValue.written).joined(separator: ",")
  }
}
