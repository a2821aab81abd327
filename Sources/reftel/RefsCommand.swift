import ArgumentParser
import CableArchive
import Cables

/// Prints what a cable cites and what cites it.
struct RefsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refs",
    abstract: "Print what a cable cites and what cites it; works for absent cables too.")

  @Argument(help: "The cable's id in any spelling: 03STATE282619, 2003STATE282619.")
  var id: String

  @OptionGroup var options: ArchiveOptions

  @Option(help: "Text, or one JSON object.")
  var format: ResultFormat = .text

  func run() throws {
    let (archive, _) = try options.open()
    defer { try? archive.close() }
    guard case .id(let id, let rows) = try archive.look(up: id) else {
      Output.complain("reftel: \(id) is no cable id. Ids look like 03ROME1605.")
      throw ExitStatus.failed
    }
    let references = try rows.first.map { try archive.resolved(referencesOf: $0.rowID) } ?? []
    let answer = CitationAnswer(
      id: id, isPresent: !rows.isEmpty, references: references,
      citations: try archive.citations(of: rows.first?.id ?? id))
    let output = Output()
    switch format {
    case .json: output.line(JSONText.line(answer))
    case .text:
      if answer.present || !answer.citedBy.isEmpty {
        for line in answer.lines { output.line(line) }
      }
    }
    output.flush()
    if rows.isEmpty && answer.citedBy.isEmpty {
      if format == .text {
        Output.complain("reftel: \(id) is not among these cables, and none cites it.")
      }
      throw ExitStatus.failed
    }
  }
}

/// What a cable cites and what cites it.
private struct CitationAnswer: Encodable {
  struct Cited: Encodable {
    let letter: String?
    let id: String?
    let label: String
    let kind: String
    let present: Bool
    let subject: String?
    let yearInferred: Bool
  }

  struct Citing: Encodable {
    let id: String
    let letter: String?
    let subject: String
  }

  let id: String
  let present: Bool
  let cites: [Cited]
  let citedBy: [Citing]

  init(id: CableID, isPresent: Bool, references: [ResolvedReference], citations: [Citation]) {
    self.id = id.description
    present = isPresent
    cites = references.map { reference in
      Cited(
        letter: reference.letter, id: reference.target?.description, label: reference.label,
        kind: reference.kind.rawValue, present: reference.row != nil,
        subject: reference.row?.subject, yearInferred: reference.isYearInferred)
    }
    citedBy = citations.map { citation in
      Citing(id: citation.row.name, letter: citation.letter, subject: citation.row.subject)
    }
  }

  var lines: [String] {
    var lines = ["\(id)\(present ? "" : "  not in archive")"]
    for reference in cites {
      let year = reference.yearInferred ? "~" : ""
      let name = reference.id.map { $0 + year } ?? reference.label
      lines.append(
        "  cites \((reference.letter ?? "").padded(to: 2)) \(name.padded(to: 16)) "
          + (reference.subject ?? (reference.id == nil ? reference.kind : "not in archive")))
    }
    for citation in citedBy {
      lines.append(
        "  cited by \(citation.id.padded(to: 16)) \((citation.letter.map { "as \($0)" } ?? "").padded(to: 5)) \(citation.subject)"
      )
    }
    return lines
  }
}
