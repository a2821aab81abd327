import CableArchive
import CableExport
import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

@Suite struct CitationGraphTests {
  private func graph(
    _ query: String, _ reach: CitationGraph.Reach, paths: [String] = [Seeds.folder]
  ) throws -> CitationGraph {
    let archive = try Collection.archive(paths)
    return try CitationGraph(
      try archive.rowIDs(Query.parse(query).get()), of: archive, reach: reach
    ) { _ in true }
  }

  private func edges(_ graph: CitationGraph) -> [String] {
    graph.edges.map { edge in
      "\(graph.nodes[edge.from].name) \(edge.letter ?? "-") \(graph.nodes[edge.to].name)"
    }
  }

  @Test func `a result has what it cites, absent or not`() throws {
    let graph = try graph("id:03ROME4715", .around)
    #expect(
      edges(graph) == [
        "03ROME4715 A 03STATE282619", "03ROME4715 B 03ROME4580", "03ROME4715 C 03ROME2977",
      ])
    #expect(graph.nodes.map { $0.row != nil } == [true, false, true, false])
  }

  @Test func `a result has what cites it`() throws {
    let graph = try graph("id:03ROME4580", .around)
    #expect(edges(graph).contains("03ROME4715 B 03ROME4580"))
    #expect(edges(graph).count == 4)
  }

  @Test func `a reference between two found cables is there once`() throws {
    #expect(try edges(graph("libya", .within)) == ["03ROME4715 B 03ROME4580"])
    #expect(try edges(graph("libya", .around)).count { $0 == "03ROME4715 B 03ROME4580" } == 1)
  }

  @Test(arguments: [GraphFormat.graphml, .gexf])
  func `XML is well formed whatever a subject holds`(format: GraphFormat) throws {
    let folder = try TemporaryFolder()
    try folder.write(
      Collection.awkward("TALKS \"<&>\" \u{1}\u{1B}[31m ]]> é 中"), to: "06NAIROBI1234.txt")
    let graph = try graph("", .around, paths: [folder.path])
    var text = ""
    format.write(graph) { text += $0 + "\n" }
    let counter = ElementCounter()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = counter
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(counter.counts["node"] == 3)
    #expect(counter.counts["edge"] == 2)
  }

  @Test func `Graphviz gets quotation marks and backslashes that end nothing`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Collection.awkward(#"A "QUOTED" \ WORD"#), to: "06NAIROBI1234.txt")
    var lines: [String] = []
    GraphFormat.dot.write(try graph("", .around, paths: [folder.path])) { lines.append($0) }
    #expect(lines.contains(#"  "06NAIROBI1234" [tooltip="A \"QUOTED\" \\ WORD"];"#))
    #expect(lines.contains(#"  "06NAIROBI1234" -> "05STATE9" [label="B"];"#))
    #expect(lines.contains(#"  "05STATE9" [style=dashed, tooltip="not in the archive"];"#))
  }

  @Test func `a table has a row for each reference`() throws {
    var lines: [String] = []
    GraphFormat.csv.write(try graph("libya", .within)) { lines.append($0) }
    #expect(
      lines == [
        "citing,cited,letter,year_inferred,cited_present", "03ROME4715,03ROME4580,B,true,true",
      ])
  }

  @Test func `stops where it is told to`() throws {
    let archive = try Collection.archive()
    var asked = 0
    _ = try CitationGraph(
      Array(repeating: try archive.rowIDs(.all), count: 60).flatMap { $0 }, of: archive,
      reach: .within
    ) { _ in
      asked += 1
      return false
    }
    #expect(asked == 1)
  }
}

private final class ElementCounter: NSObject, XMLParserDelegate {
  private(set) var counts: [String: Int] = [:]

  func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
    qualifiedName qName: String?, attributes attributeDict: [String: String] = [:]
  ) {
    counts[elementName, default: 0] += 1
  }
}
