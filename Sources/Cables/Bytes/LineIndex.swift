/// A line of text by its offsets.
struct Line: Sendable, Equatable {
  /// The first byte.
  var start: Int
  /// The first byte that is no blank; `end` in a blank line.
  var first: Int
  /// After the last byte that is no blank.
  var end: Int
  /// After the line end, where the next line starts.
  var next: Int

  /// Whether nothing but blanks is on the line.
  var isBlank: Bool { first == end }
  /// What is on the line without the blanks around it.
  var content: Range<Int> { first..<end }
}

/// A text with its lines.
struct LineIndex: Sendable {
  let bytes: [UInt8]
  private(set) var lines: [Line] = []

  /// Cuts a text at its line ends.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lines.reserveCapacity(bytes.count / 48 + 8)
    bytes.withUnsafeBufferPointer { buffer in
      var start = 0
      while start < buffer.count {
        let index = buffer.firstOffset(of: 0x0A, from: start)
        var first = start
        while first < index, buffer[first].isBlank { first += 1 }
        var end = index
        while end > first, buffer[end - 1].isBlank { end -= 1 }
        lines.append(Line(start: start, first: first, end: end, next: min(index + 1, buffer.count)))
        start = index + 1
      }
    }
  }

  var count: Int { lines.count }
  subscript(index: Int) -> Line { lines[index] }

  /// The index of the first line at or after `index` that is not blank; `count` if there is none.
  func nextFilled(from index: Int) -> Int {
    var index = index
    while index < lines.count, lines[index].isBlank { index += 1 }
    return index
  }
}
