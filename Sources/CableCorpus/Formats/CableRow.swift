import Cables

/// A cable as a row of eight quoted columns: number, time, id, origin, classification, references, header, text.
struct CableRow {
  private let cable: CorpusCable
  private let written: WrittenCable

  init(_ cable: CorpusCable, written: WrittenCable) {
    self.cable = cable
    self.written = written
  }

  /// Appends the row with its line end; quotes and backslashes are escaped by a backslash.
  func append(to bytes: inout [UInt8]) {
    let truth = cable.truth
    let date = truth.date
    bytes.put("\"\(cable.index + 1)\",\"")
    bytes.put("\(date.month)/\(date.day)/\(date.year) \(date.hour):\(date.minute.digits(2))")
    bytes.put("\",\"\(truth.id)\",\"\(cable.station.post.displayName)\",\"")
    bytes.put(truth.classificationLine)
    bytes.put("\",\"")
    var targets: [CableID] = []
    for target in truth.references.compactMap(\.target) where !targets.contains(target) {
      targets.append(target)
    }
    bytes.put(targets.map(\.description).joined(separator: "|"))
    bytes.put("\",\"")
    CableRow.putEscaped(written.bytes[..<written.bodyStart], to: &bytes)
    bytes.put("\",\"")
    CableRow.putEscaped(written.bytes[written.bodyStart...], to: &bytes)
    bytes.put("\"\n")
  }

  /// Copies whole stretches between the bytes to escape, which are rare.
  private static func putEscaped(_ text: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    text.withUnsafeBufferPointer { text in
      var start = 0
      for index in 0..<text.count where text[index] == 34 || text[index] == 92 {
        bytes.append(contentsOf: text[start..<index])
        bytes.append(92)
        start = index
      }
      bytes.append(contentsOf: text[start...])
    }
  }
}
