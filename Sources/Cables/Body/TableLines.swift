/// Lines whose words stand in columns.
enum TableLines {
  /// The line after a table that begins at a line; nil where none does.
  ///
  /// A table is two lines or more with a gap of three blanks or a tab between words; rules between them belong to it.
  ///
  /// A row may begin with a number and a point, but with that of the paragraph that is due.
  static func end(
    _ lines: LineIndex, from first: Int, before limit: Int, dueParagraph due: Int
  ) -> Int? {
    guard hasColumns(lines.bytes, lines[first]) else { return nil }
    var end = first + 1
    var rows = 1
    var index = first + 1
    while index < limit, !lines[index].isBlank {
      if hasColumns(lines.bytes, lines[index]) || isNumberedRow(lines.bytes, lines[index], due) {
        rows += 1
        end = index + 1
      } else if !Rule.matches(lines.bytes, lines[index]) {
        break
      }
      index += 1
    }
    return rows >= 2 ? end : nil
  }

  /// Whether a line inside a table begins with a number and a point that is no paragraph's.
  private static func isNumberedRow(_ bytes: [UInt8], _ line: Line, _ due: Int) -> Bool {
    guard let marker = ParagraphMarker(bytes, at: line.first, before: line.end),
      !marker.isExplicit, marker.portion == nil, marker.number != due
    else { return false }
    return hasGap(bytes, line)
  }

  /// Whether a line has a gap as between columns.
  static func hasColumns(_ bytes: [UInt8], _ line: Line) -> Bool {
    if ParagraphMarker(bytes, at: line.first, before: line.end) != nil { return false }
    return hasGap(bytes, line)
  }

  private static func hasGap(_ bytes: [UInt8], _ line: Line) -> Bool {
    guard line.end - line.first >= 5 else { return false }
    var blanks = 0
    for index in line.content {
      if bytes[index] == 0x20 {
        blanks += 1
      } else {
        // A bullet's or a paragraph's gap is no column.
        if blanks >= 3, index - line.first > 6 { return true }
        if bytes[index] == 0x09, index - line.first > 3 { return true }
        blanks = 0
      }
    }
    return false
  }
}
