public import ArgumentParser
import CableArchive
public import CableExport
import Glibc

/// Writes who cites whom.
struct GraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract:
      "Write who cites whom: the cables that a query finds, what they cite and what cites them.",
    discussion: """
      Cables that are cited and not there are nodes, too. dot is for Graphviz, graphml for yEd, NetworkX and igraph, gexf for
      Gephi, csv a table of references.
      """)

  @Argument(help: "What to search for; all cables where it is left out.")
  var query = ""

  @OptionGroup var options: ArchiveOptions

  @OptionGroup var kept: NotebookOptions

  @Option(
    help: "dot, graphml, gexf or csv; where this is left out, as the file's name ends, else dot.")
  var format: GraphFormat?

  @Option(
    help: "around: with what they cite and what cites them; within: among the found cables alone.")
  var reach: CitationGraph.Reach = .around

  @OptionGroup var file: ResultFile

  func run() throws {
    let parsed = try TypedQuery.parse(query)
    let (archive, isWhole) = try options.open(for: parsed, kept)
    defer { try? archive.close() }
    let rowIDs = try archive.rowIDs(parsed)
    guard !rowIDs.isEmpty else {
      TypedQuery.complainOfNothing(query)
      throw ExitStatus.failed
    }
    let graph = try read(rowIDs, archive)
    let format = format ?? file.out.flatMap { GraphFormat(fileName: $0) } ?? .dot
    try file.write { output in format.write(graph) { output.line($0) } }
    if !isWhole { throw ExitStatus.failed }
  }

  private func read(_ rowIDs: [Int64], _ archive: Archive) throws -> CitationGraph {
    let interruption = Interruption()
    var line = ProgressLine(totalBytes: 0)
    let graph = try CitationGraph(rowIDs, of: archive, reach: reach) { done in
      if rowIDs.count > 1_000 { line.say("\(done) of \(rowIDs.count) cables") }
      return interruption.signal == nil
    }
    line.clear()
    if let signal = interruption.signal {
      Output.complain("reftel: stopped; nothing was written.")
      throw signal == SIGINT ? ExitStatus.interrupted : ExitStatus.failed
    }
    return graph
  }
}

extension GraphFormat: ExpressibleByArgument {}
extension CitationGraph.Reach: ExpressibleByArgument {}
