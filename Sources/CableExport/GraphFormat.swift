import CableArchive
import Cables

/// The forms that a graph of citations is written in.
public enum GraphFormat: String, Sendable, CaseIterable {
  /// For Graphviz.
  case dot
  /// For yEd, NetworkX, igraph and the like.
  case graphml
  /// For Gephi.
  case gexf
  /// A table with a row for each reference.
  case csv

  /// The format that a file's name ends in; nil where it says nothing.
  public init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    switch fileName[dot...].lowercased() {
    case ".dot", ".gv": self = .dot
    case ".graphml": self = .graphml
    case ".gexf": self = .gexf
    case ".csv": self = .csv
    default: return nil
    }
  }

  /// Writes a graph line by line.
  ///
  /// - Parameters:
  ///   - graph: What to write.
  ///   - sink: Takes each line without its line end.
  public func write(_ graph: CitationGraph, to sink: (_ line: String) -> Void) {
    switch self {
    case .dot: Self.writeDot(graph, sink)
    case .graphml: Self.writeGraphML(graph, sink)
    case .gexf: Self.writeGEXF(graph, sink)
    case .csv: Self.writeTable(graph, sink)
    }
  }

  private static func writeTable(_ graph: CitationGraph, _ sink: (String) -> Void) {
    sink("citing,cited,letter,year_inferred,cited_present")
    for edge in graph.edges {
      let (from, to) = (graph.nodes[edge.from], graph.nodes[edge.to])
      sink(
        [
          CommaValue.written(from.name), CommaValue.written(to.name),
          CommaValue.written(edge.letter ?? ""), "\(edge.isYearInferred)", "\(to.row != nil)",
        ].joined(separator: ","))
    }
  }

  // MARK: Graphviz

  private static func writeDot(_ graph: CitationGraph, _ sink: (String) -> Void) {
    sink("digraph citations {")
    sink("  node [shape=box, fontname=\"sans-serif\"];")
    for node in graph.nodes {
      var looks = ""
      if let row = node.row {
        if !row.subject.isEmpty { looks = "tooltip=\(quoted(row.subject))" }
      } else {
        looks = "style=dashed, tooltip=\"not in the archive\""
      }
      sink("  \(quoted(node.name))\(looks.isEmpty ? "" : " [\(looks)]");")
    }
    for edge in graph.edges {
      let letter = edge.letter.map { " [label=\(quoted($0))]" } ?? ""
      sink(
        "  \(quoted(graph.nodes[edge.from].name)) -> \(quoted(graph.nodes[edge.to].name))\(letter);"
      )
    }
    sink("}")
  }

  /// A string of Graphviz's language, where only quotation marks and backslashes need care.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for character in text {
      switch character {
      case "\"", "\\": quoted += "\\\(character)"
      case _ where character.isNewline: quoted += " "
      default: quoted.append(character)
      }
    }
    return quoted + "\""
  }

  // MARK: XML

  /// What is said of a cable, in the order it is written.
  private static let attributes = ["present", "date", "classification", "origin", "subject"]

  private static func values(of node: CitationGraph.Node) -> [String] {
    [
      "\(node.row != nil)", node.row?.date?.iso8601 ?? "",
      node.row?.classification?.rawValue ?? "", node.row?.post ?? "", node.row?.subject ?? "",
    ]
  }

  private static func writeGraphML(_ graph: CitationGraph, _ sink: (String) -> Void) {
    sink(#"<?xml version="1.0" encoding="UTF-8"?>"#)
    sink(#"<graphml xmlns="http://graphml.graphdrawing.org/xmlns">"#)
    for name in attributes {
      let type = name == "present" ? "boolean" : "string"
      sink(#"  <key id="\#(name)" for="node" attr.name="\#(name)" attr.type="\#(type)"/>"#)
    }
    sink(#"  <key id="letter" for="edge" attr.name="letter" attr.type="string"/>"#)
    sink(#"  <key id="inferred" for="edge" attr.name="year_inferred" attr.type="boolean"/>"#)
    sink(#"  <graph id="citations" edgedefault="directed">"#)
    for node in graph.nodes {
      sink("    <node id=\"\(escaped(node.name))\">")
      for (name, value) in zip(attributes, values(of: node)) where !value.isEmpty {
        sink("      <data key=\"\(name)\">\(escaped(value))</data>")
      }
      sink("    </node>")
    }
    for edge in graph.edges {
      let (from, to) = (graph.nodes[edge.from].name, graph.nodes[edge.to].name)
      sink("    <edge source=\"\(escaped(from))\" target=\"\(escaped(to))\">")
      if let letter = edge.letter { sink("      <data key=\"letter\">\(escaped(letter))</data>") }
      sink("      <data key=\"inferred\">\(edge.isYearInferred)</data>")
      sink("    </edge>")
    }
    sink("  </graph>")
    sink("</graphml>")
  }

  private static func writeGEXF(_ graph: CitationGraph, _ sink: (String) -> Void) {
    sink(#"<?xml version="1.0" encoding="UTF-8"?>"#)
    sink(#"<gexf xmlns="http://gexf.net/1.3" version="1.3">"#)
    sink(#"  <graph defaultedgetype="directed">"#)
    sink(#"    <attributes class="node">"#)
    for (index, name) in attributes.enumerated() {
      let type = name == "present" ? "boolean" : "string"
      sink(#"      <attribute id="\#(index)" title="\#(name)" type="\#(type)"/>"#)
    }
    sink("    </attributes>")
    sink("    <nodes>")
    for node in graph.nodes {
      let name = escaped(node.name)
      sink("      <node id=\"\(name)\" label=\"\(name)\">")
      sink("        <attvalues>")
      for (index, value) in values(of: node).enumerated() where !value.isEmpty {
        sink("          <attvalue for=\"\(index)\" value=\"\(escaped(value))\"/>")
      }
      sink("        </attvalues>")
      sink("      </node>")
    }
    sink("    </nodes>")
    sink("    <edges>")
    for (index, edge) in graph.edges.enumerated() {
      let (from, to) = (graph.nodes[edge.from].name, graph.nodes[edge.to].name)
      let letter = edge.letter.map { " label=\"\(escaped($0))\"" } ?? ""
      sink(
        "      <edge id=\"\(index)\" source=\"\(escaped(from))\" target=\"\(escaped(to))\"\(letter)/>"
      )
    }
    sink("    </edges>")
    sink("  </graph>")
    sink("</gexf>")
  }

  /// Text for elements and attributes; characters that XML 1.0 has no place for become U+FFFD.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\n", "\r", "\t": escaped += " "
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
        escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
