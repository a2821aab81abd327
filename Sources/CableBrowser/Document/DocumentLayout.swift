import TerminalUI

/// A document wrapped to a width: its rows, each a range of the document's text.
struct DocumentLayout: Sendable, Equatable {
  /// One row.
  struct Line: Sendable, Equatable {
    /// The item it belongs to, as an index.
    var item: Int
    /// What of the text stands on it.
    var range: Range<Int>
    /// Columns left free on the left.
    var indent: Int
    /// Whether it is the first of its item, which carries the label.
    var isFirst: Bool
  }

  let columns: Int
  private(set) var lines: [Line] = []

  /// Wraps a document.
  ///
  /// - Complexity: O(n) over the text.
  init(_ document: Document, columns: Int) {
    self.columns = columns
    lines.reserveCapacity(document.text.count / max(20, columns) + document.items.count)
    document.text.withUnsafeBufferPointer { text in
      for (index, item) in document.items.enumerated() {
        switch item.setting {
        case .flowing: wrap(item, index, text)
        case .verbatim: continueLongLines(item, index, text)
        case .cut:
          lines.append(
            Line(item: index, range: item.range, indent: usableIndent(item.indent), isFirst: true))
        }
      }
    }
  }

  /// The index of the row on which an offset stands; the last row for an offset past the end.
  ///
  /// - Complexity: O(log n) over the rows.
  func line(at offset: Int) -> Int {
    max(0, lines.firstIndex(after: offset) { $0.range.lowerBound } - 1)
  }

  private func width(left indent: Int) -> Int { max(1, columns - indent) }

  private mutating func wrap(
    _ item: Document.Item, _ index: Int, _ text: UnsafeBufferPointer<UInt8>
  ) {
    var start = item.range.lowerBound
    var isFirst = true
    repeat {
      let indent = usableIndent(item.indent + (isFirst ? 0 : item.hanging))
      let (end, next) = row(from: start, to: item.range.upperBound, width(left: indent), text)
      lines.append(Line(item: index, range: start..<end, indent: indent, isFirst: isFirst))
      start = next
      isFirst = false
    } while start < item.range.upperBound
  }

  /// An indent that would leave no room to read is given up.
  private func usableIndent(_ indent: Int) -> Int { columns - indent < 12 ? 0 : indent }

  /// Where a row that starts at an offset ends, and where the next starts: at a blank if there is one that fits.
  private func row(
    from start: Int, to limit: Int, _ width: Int, _ text: UnsafeBufferPointer<UInt8>
  ) -> (end: Int, next: Int) {
    var offset = start
    var used = 0
    var breakEnd: Int?
    while offset < limit {
      if text[offset] == 0x20 { breakEnd = offset }
      let step = TextWidth.next(in: text, at: offset)
      if used + step.columns > width && offset > start {
        guard let breakEnd, breakEnd > start else { return (offset, offset) }
        return (breakEnd, breakEnd + 1)
      }
      used += step.columns
      offset += max(1, step.length)
    }
    return (min(offset, limit), limit)
  }

  private mutating func continueLongLines(
    _ item: Document.Item, _ index: Int, _ text: UnsafeBufferPointer<UInt8>
  ) {
    var start = item.range.lowerBound
    var isFirst = true
    let indent = usableIndent(item.indent)
    let width = width(left: indent)
    while start < item.range.upperBound || isFirst {
      var offset = start
      var used = 0
      while offset < item.range.upperBound, text[offset] != 0x0A {
        let step = TextWidth.next(in: text, at: offset)
        if used + step.columns > width && offset > start { break }
        used += step.columns
        offset += max(1, step.length)
      }
      offset = min(offset, item.range.upperBound)
      lines.append(Line(item: index, range: start..<offset, indent: indent, isFirst: isFirst))
      isFirst = false
      let isAtLineEnd = offset < item.range.upperBound && text[offset] == 0x0A
      start = isAtLineEnd ? offset + 1 : offset
    }
  }
}
