import CableArchive
import TerminalUI

/// A query as it was typed on the command line.
enum TypedQuery {
  /// Reads a query; what is wrong with it is told on standard error, its place marked.
  ///
  /// - Throws: `ExitStatus.usage` where it can't be read.
  static func parse(_ text: String) throws -> Query {
    switch Query.parse(text) {
    case .success(let query): return query
    case .failure(let error):
      Output.complain("reftel: \(error)\n\(marked(text, error))")
      throw ExitStatus.usage
    }
  }

  /// Says that a query finds nothing, and what of it is no field although it looks like one.
  static func complainOfNothing(_ text: String) {
    let field = Query.unknownField(in: text).map { "; there is no field \($0)" } ?? ""
    Output.complain(text.isEmpty ? "There are no cables." : "Nothing found for \(text)\(field)")
  }

  /// The query with the place of an error marked under it.
  private static func marked(_ text: String, _ error: QueryError) -> String {
    let characters = Array(text)
    let range = error.range.clamped(to: 0..<characters.count)
    // A query of many lines or columns would show nothing where the mark stands.
    guard characters.count <= 70, !characters.contains(where: \.isNewline) else { return "" }
    let before = TextWidth.columns(of: String(characters[..<range.lowerBound]))
    let width = max(1, TextWidth.columns(of: String(characters[range])))
    return "  \(text)\n  " + String(repeating: " ", count: before)
      + String(repeating: "^", count: width)
  }
}
