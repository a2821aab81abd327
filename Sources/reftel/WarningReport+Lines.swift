import CableSources

extension WarningReport {
  /// The report as text: each kind with its number, and its first examples below.
  var lines: [String] {
    var lines: [String] = []
    for entry in sorted {
      if !lines.isEmpty { lines.append("") }
      lines.append("\(entry.kind.padded(to: 26)) \(entry.count)")
      for example in entry.examples { lines.append("  \(example.file): \(example.message)") }
      let others = entry.count - entry.examples.count
      if others > 0 { lines.append("  and \(others) more") }
    }
    return lines
  }
}
