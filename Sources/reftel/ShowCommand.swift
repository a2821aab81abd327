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
      row = rows[0]
    case .id(let id, let rows):
      guard let first = rows.first else {
        let count = try archive.citations(of: id).count
        let cited =
          count == 0 ? "" : count == 1 ? "; 1 cable cites it" : "; \(count) cables cite it"
        Output.complain("reftel: \(id) is not among these cables\(cited). See: reftel refs \(id)")
        throw ExitStatus.failed
      }
      row = first
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
}
