import CableSources
import Cables

/// What could not be read or not be taken at its word, by kind, with the first cables concerned.
struct WarningReport {
  /// A kind of warning or problem.
  struct Entry: Encodable {
    let kind: String
    var count = 0
    var examples: [Example] = []
  }

  /// One cable or file a kind concerns.
  struct Example: Encodable {
    let file: String
    let message: String
  }

  private static let exampleCount = 3

  private(set) var cables = 0
  private var entries: [String: Entry] = [:]

  /// Counts a cable and its warnings.
  mutating func add(_ cable: Cable, _ location: RecordLocation) {
    cables += 1
    for warning in cable.warnings {
      add(warning.kind.rawValue, location.description, warning.message)
    }
  }

  /// Counts something that could not be read.
  mutating func add(_ problem: SourceProblem) {
    add(problem.kind.rawValue, problem.location.description, problem.message)
  }

  private mutating func add(_ kind: String, _ file: String, _ message: String) {
    var entry = entries[kind] ?? Entry(kind: kind)
    entry.count += 1
    if entry.examples.count < Self.exampleCount {
      entry.examples.append(Example(file: file, message: message))
    }
    entries[kind] = entry
  }

  /// The kinds, the most frequent first.
  var sorted: [Entry] {
    entries.values.sorted { ($1.count, $0.kind) < ($0.count, $1.kind) }
  }

  /// The report as text.
  var lines: [String] {
    var lines = ["\(cables) \(cables == 1 ? "cable" : "cables")"]
    for entry in sorted {
      lines.append("")
      lines.append("\(entry.kind.padded(to: 26)) \(entry.count)")
      for example in entry.examples { lines.append("  \(example.file): \(example.message)") }
      let others = entry.count - entry.examples.count
      if others > 0 { lines.append("  and \(others) more") }
    }
    return lines
  }
}
