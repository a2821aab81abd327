import ArgumentParser
import CableArchive
import CableExport
import Cables

/// Prints one cable.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print one cable.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case original
    case json
  }

  @Argument(help: "The cable's id in any spelling: 03ROME1605, 2003ROME01605, '03 ROME 1605'.")
  var id: String

  @OptionGroup var options: ArchiveOptions

  @Option(help: "The text as parsed, the original byte for byte, or JSON.")
  var format: Format = .text

  @Option(
    name: .customLong("version"),
    help: ArgumentHelp(
      "Which of several texts of the cable: 1 is the one that is listed, 2 the next fullest.",
      valueName: "number"))
  var number: Int?

  func run() throws {
    let (archive, _) = try options.open()
    defer { try? archive.close() }
    let row: ListRow
    switch try archive.look(up: id) {
    case .unreadable:
      Output.complain(
        "reftel: \(id) is no cable id and names no cable here. Ids look like 03ROME1605.")
      throw ExitStatus.failed
    case .rows(let rows):
      row = try version(of: [rows[0]])
    case .id(let id, let rows):
      guard let first = rows.first else {
        let count = try archive.citations(of: id).count
        let cited =
          count == 0 ? "" : count == 1 ? "; 1 cable cites it" : "; \(count) cables cite it"
        Output.complain("reftel: \(id) is not among these cables\(cited). See: reftel refs \(id)")
        throw ExitStatus.failed
      }
      row = number == nil ? first : try version(of: try archive.versions(of: first.id ?? id))
    }
    guard let cable = try archive.cable(row.rowID) else { throw ExitStatus.failed }
    let output = Output()
    let record = CableRecord(cable, file: try archive.sources(of: row.rowID).first?.path)
    switch format {
    case .text: for line in CableListing(record).lines { output.line(line) }
    case .original: output.exact(cable.text.original)
    case .json: output.exact(record.jsonLine)
    }
  }

  /// The text that was asked for by its number.
  private func version(of rows: [ListRow]) throws -> ListRow {
    let number = number ?? 1
    guard rows.indices.contains(number - 1) else {
      Output.complain(
        "reftel: there is no version \(number) of \(id); "
          + (rows.count == 1 ? "there is one text." : "there are \(rows.count) texts."))
      throw ExitStatus.failed
    }
    return rows[number - 1]
  }
}
