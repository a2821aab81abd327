import ArgumentParser
import CableExport
import CableSources
import Cables

/// Prints what the parser reads in each cable.
struct ParseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse", abstract: "Print what the parser reads in each cable, in input order.",
    discussion: """
      Files and folders may hold single texts, text dumps, web pages, tables or exports, also packed; - is standard
      input. What can't be read is told on standard error and stops nothing.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case jsonl
    case text
    case export
  }

  @Argument(help: "Files and folders of cables.", completion: .file())
  var paths: [String]

  @Option(
    help: """
      jsonl (the default), one object a line; text (the default of --warnings); export, one object a line with the
      original text, which reftel reads back without loss.
      """)
  var format: Format?

  @Flag(help: "Print what could not be taken at its word, by kind, instead of the cables.")
  var warnings = false

  func run() throws {
    let source = CableSource(paths: paths)
    let reading = SourceProgress()
    var line = ProgressLine(totalBytes: source.estimatedBytes())
    let output = Output()
    var report = WarningReport()
    var cables = 0
    var hasProblems = false
    CablePipeline(source: source).read(progress: reading) { item in
      switch item {
      case .end: break
      case .problem(let problem):
        hasProblems = true
        report.add(problem)
        line.clear()
        output.flush()
        Output.complain("reftel: \(problem)")
      case .cable(let cable, let location, let hints):
        cables += 1
        report.add(cable, location)
        if !warnings { print(cable, location, hints, isFirst: cables == 1, output) }
        line.show(cables: cables, bytes: reading.bytesRead)
      }
      return true
    }
    line.clear()
    if warnings { print(report, cables: cables, output) }
    output.flush()
    if hasProblems || cables == 0 { throw ExitStatus.failed }
  }

  private func print(
    _ cable: Cable, _ location: RecordLocation, _ hints: CableHints, isFirst: Bool,
    _ output: Output
  ) {
    let record = CableRecord(cable, file: location.description)
    switch format ?? .jsonl {
    case .jsonl: output.exact(record.jsonLine)
    case .export:
      output.exact(ExportLine(cable, hints: hints, file: location.description).bytes)
    case .text:
      if !isFirst { output.line() }
      for line in CableListing(record).lines { output.line(line) }
    }
  }

  private func print(_ report: WarningReport, cables: Int, _ output: Output) {
    switch format ?? .text {
    case .jsonl, .export: for entry in report.sorted { output.line(JSONText.line(entry)) }
    case .text:
      output.line("\(cables) \(cables == 1 ? "cable" : "cables")")
      if !report.isEmpty { output.line() }
      for line in report.lines { output.line(line) }
    }
  }
}
