public import ArgumentParser
import CableArchive
public import CableExport
import CableNotebook
import Glibc

/// Writes the cables a query finds, with their texts.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the cables that a query finds, with their texts, newest first.",
    discussion: """
      jsonl holds everything and is read back by reftel without loss. csv has a header row and a row for each cable;
      text and markdown are for reading and printing, bibtex and csl-json for bibliographies.
      """)

  @Argument(help: "What to search for; all cables where it is left out.")
  var query = ""

  @OptionGroup var options: ArchiveOptions

  @OptionGroup var kept: NotebookOptions

  @Option(
    help:
      "jsonl, csv, text, markdown, bibtex or csl-json; where this is left out, as the file's name ends, else jsonl."
  )
  var format: ExportFormat?

  @OptionGroup var file: ResultFile

  @Flag(help: "Write all texts of a cable, not the listed one alone; the fullest comes first.")
  var versions = false

  @Flag(help: "Write your labels and notes with each cable, too; text and markdown only.")
  var notes = false

  func run() throws {
    let parsed = try TypedQuery.parse(query)
    let format = format ?? file.out.flatMap { ExportFormat(fileName: $0) } ?? .jsonl
    if notes, !format.hasNotes {
      throw ValidationError(
        "\(format.rawValue) has no place for notes: use text or markdown, or reftel notes.")
    }
    let (archive, isWhole) = try options.open(for: parsed, kept)
    defer { try? archive.close() }
    var rowIDs = try archive.rowIDs(parsed)
    if versions {
      let further = try archive.furtherVersions()
      rowIDs = rowIDs.flatMap { [$0] + (further[$0] ?? []) }
    }
    // Nothing found leaves what is there alone.
    guard !rowIDs.isEmpty else {
      TypedQuery.complainOfNothing(query)
      throw ExitStatus.failed
    }
    let notebook = notes ? try kept.file?.contents() : nil
    let export = ResultExport(
      rowIDs, of: archive, as: format, notebook: notebook ?? Notebook())
    let interruption = Interruption()
    try file.write { try write(export, of: rowIDs.count, to: $0, interruption) }
    if !isWhole { throw ExitStatus.failed }
  }

  private func write(
    _ export: ResultExport, of total: Int, to output: Output, _ interruption: Interruption
  ) throws {
    var line = ProgressLine(totalBytes: 0)
    let count = try export.write { bytes in
      output.exact(bytes)
    } while: { count in
      if total > 1_000 { line.say("\(count) of \(total) cables") }
      return output.failure == nil && interruption.signal == nil
    }
    output.flush()
    line.clear()
    if let signal = interruption.signal {
      Output.complain("reftel: stopped after \(count) of \(total) cables.")
      throw signal == SIGINT ? ExitStatus.interrupted : ExitStatus.failed
    }
  }
}

extension ExportFormat: ExpressibleByArgument {}
