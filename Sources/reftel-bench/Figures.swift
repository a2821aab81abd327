/// A table of figures, printed as Markdown.
struct Figures {
  private var rows: [[String]] = []
  private let head: [String]

  init(_ head: String...) {
    self.head = head
  }

  mutating func add(_ cells: String...) { rows.append(cells) }

  /// The table with its columns aligned.
  var text: String {
    let all = [head] + rows
    let widths = head.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    func line(_ cells: [String]) -> String {
      "| "
        + zip(cells, widths).map { cell, width in
          cell + String(repeating: " ", count: width - cell.count)
        }.joined(separator: " | ") + " |"
    }
    let rule =
      "|" + widths.map { String(repeating: "-", count: $0 + 2) }.joined(separator: "|") + "|"
    return ([line(head), rule] + rows.map(line)).joined(separator: "\n")
  }
}

extension Duration {
  /// Milliseconds with their fraction.
  var milliseconds: Double {
    Double(components.seconds) * 1_000 + Double(components.attoseconds) / 1e15
  }
}

extension Double {
  /// The number with so many decimals.
  func rounded(to places: Int) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = Int64((self * scale).rounded())
    guard places > 0 else { return String(scaled) }
    let fraction = String(scaled.magnitude % UInt64(scale))
    return (scaled < 0 ? "-" : "") + String(scaled.magnitude / UInt64(scale)) + "."
      + String(repeating: "0", count: places - fraction.count) + fraction
  }
}

extension [Double] {
  /// The value below which a share of the numbers lies.
  func percentile(_ share: Double) -> Double {
    let sorted = sorted()
    guard !sorted.isEmpty else { return .nan }
    return sorted[Swift.min(sorted.count - 1, Int((Double(sorted.count) * share).rounded(.down)))]
  }
}
