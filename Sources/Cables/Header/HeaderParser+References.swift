extension HeaderParser {
  /// Takes the block of references that begins at an offset of a line; gives the line after it.
  mutating func readReferences(from start: Int, at index: Int) -> Int {
    var end = index + 1
    var last = lines[index].end
    var isAfterBlank = false
    while end < lines.count, end - index < 60 {
      let line = lines[end]
      if line.isBlank {
        isAfterBlank = true
        end += 1
        continue
      }
      guard goesOnWithReferences(line, isAfterBlank: isAfterBlank) else { break }
      last = line.end
      isAfterBlank = false
      end += 1
    }
    let range = fieldRange(start, last)
    if let inner = firstInnerClassification(in: range) {
      referenceBlocks.append(start..<inner)
      var place = index
      while place + 1 < end, lines[place].end <= inner { place += 1 }
      if let field = HeaderField(bytes, at: inner, before: lines[place].end), accepts(field) {
        return max(end, read(field, at: place))
      }
      return end
    }
    referenceBlocks.append(range)
    return end
  }

  /// Where another field was glued to the block; a remark in parentheses may name one and is none.
  private func firstInnerClassification(in range: Range<Int>) -> Int? {
    for name: StaticString in ["CLASSIFIED BY", "SUBJECT:"] {
      if let place = bytes.firstIndex(of: name, in: range, asWord: false), place > range.lowerBound,
        bytes[place - 1] != 0x28
      {
        return place
      }
    }
    return nil
  }

  private func goesOnWithReferences(_ line: Line, isAfterBlank: Bool) -> Bool {
    let start = line.first
    if let field = field(on: line) {
      return field.kind == .references && !isAfterBlank
    }
    if Rule.matches(bytes, line) || isSummary(line) { return false }
    if ReferenceBlock.beginsItem(bytes, at: start, before: line.end) { return true }
    if let marker = ParagraphMarker(bytes, at: start, before: line.end) {
      return !marker.isExplicit && marker.portion == nil
        && ReferenceBlock.beginsItem(bytes, at: marker.textStart, before: line.end)
    }
    if isAfterBlank { return false }
    return line.content.count < 200
  }
}
