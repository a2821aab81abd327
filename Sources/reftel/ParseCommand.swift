import ArgumentParser
import CableSources
import Cables

/// Prints what the parser reads in each cable.
struct ParseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse", abstract: "Print what the parser reads in each cable, in input order.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case jsonl
    case text
  }

  @Argument(help: "Files and folders of cables.", completion: .file())
  var paths: [String]

  @Option(help: "One JSON object a line, or text.")
  var format: Format = .jsonl

  func run() throws {
    let output = Output()
    var hasProblems = false
    var count = 0
    CablePipeline(source: CableSource(paths: paths)).read { item in
      switch item {
      case .problem(let problem):
        hasProblems = true
        output.flush()
        Output.complain("reftel: \(problem)")
      case .cable(let cable, let location, _):
        let record = CableRecord(cable, file: location.description)
        switch format {
        case .jsonl: output.exact(record.jsonLine)
        case .text:
          if count > 0 { output.line() }
          for line in CableListing(record).lines { output.line(line) }
        }
        count += 1
      }
      return true
    }
    if hasProblems || count == 0 { throw ExitStatus.failed }
  }
}
