extension HeaderParser {
  /// Reads the subject, whose lines end at a blank one; gives the line after it.
  mutating func readSubject(_ field: HeaderField, at index: Int) -> Int {
    subjectPortion = portion(before: field, at: index)
    var first = index
    var start = field.valueStart
    if start >= lines[index].end {
      let next = lines.nextFilled(from: index + 1)
      guard next < lines.count, HeaderField(bytes, line: lines[next]) == nil,
        !beginsBody(lines[next])
      else { return index + 1 }
      first = next
      start = lines[next].first
    }
    var end = endOfField(at: first, limit: 10) { line in !self.isSummary(line) }
    if let next = continuedSubject(at: index, after: end) {
      end = endOfField(at: next, limit: 10) { line in !self.isSummary(line) }
    }
    let range = fieldRange(start, lines[end - 1].end)
    let inner = firstInnerField(in: range)
    setSubject(range.lowerBound..<(inner ?? range.upperBound))
    readReferenceInParentheses(range)
    if let inner { return readInner(at: inner, line: first, end: end) }
    return end
  }

  /// Reads `(REF: STATE 12345)` in a subject, which stays a part of it.
  private mutating func readReferenceInParentheses(_ range: Range<Int>) {
    for name: StaticString in ["(REF:", "(REFTEL:", "(REFS:"] {
      guard let open = bytes.firstIndex(of: name, in: range, asWord: false) else { continue }
      let start = open + name.utf8CodeUnitCount
      let end = bytes[start..<range.upperBound].firstIndex(of: 0x29) ?? range.upperBound
      referenceBlocks.append(start..<end)
    }
  }

  /// The portion mark in front of a field's name: `(C) SUBJECT:`.
  private func portion(before field: HeaderField, at index: Int) -> String? {
    let line = lines[index]
    guard bytes[line.first] == 0x28,
      let mark = PortionMark(bytes, at: line.first, before: line.end), mark.end < field.valueStart,
      field.valueStart - mark.end < 24
    else { return nil }
    return mark.text
  }

  /// The line with which a subject goes on behind a blank line, where the export put one after every line.
  private func continuedSubject(at index: Int, after end: Int) -> Int? {
    let next = lines.nextFilled(from: end)
    guard next == end + 1, next < lines.count, end - index < 3, next - index < 10 else {
      return nil
    }
    let (before, line) = (lines[end - 1], lines[next])
    guard field(on: line) == nil, !beginsBody(line), !isSummary(line), !Rule.matches(bytes, line),
      CaptionLine.captions(bytes, line.content) == nil, bytes[line.first] != 0x28
    else { return nil }
    if endsInConnective(before) || beginsWithConnective(line) { return next }
    let after = lines.nextFilled(from: next + 1)
    guard index > 1, lines[index - 1].isBlank, before.content.count >= 40, after > next + 1,
      after < lines.count, let following = HeaderField(bytes, line: lines[after]),
      following.kind == .references || following.kind == .classifiedBy
    else { return nil }
    for word: StaticString in [
      "SENSITIVE", "UNCLASSIFIED", "CLASSIFIED", "PASS", "PLEASE", "NOT FOR", "FOR",
    ]
    where bytes.has(word, at: line.first, before: line.end) { return nil }
    return next
  }

  /// Whether a line ends in a word or mark that nothing can end with: `OF`, `THE`, a comma.
  private func endsInConnective(_ line: Line) -> Bool {
    let tail = bytes[line.end - 1]
    if tail == UInt8(ascii: ",") || tail == UInt8(ascii: "-") || tail == 0x3A || tail == 0x3B {
      return true
    }
    var start = line.end
    while start > line.first, bytes[start - 1].isLetter { start -= 1 }
    for word: StaticString in [
      "OF", "THE", "AND", "TO", "IN", "ON", "FOR", "WITH", "A", "AN", "AT", "BY", "FROM",
    ]
    where bytes.equals(word, in: start..<line.end) { return true }
    return false
  }

  private func beginsWithConnective(_ line: Line) -> Bool {
    for word: StaticString in ["AND", "OF", "OR", "TO", "WITH", "ON", "IN"]
    where bytes.hasWord(word, at: line.first, before: line.end) { return true }
    return false
  }

  private mutating func setSubject(_ range: Range<Int>) {
    var range = bytes.trimmed(range)
    if let again = HeaderField(bytes, at: range.lowerBound, before: range.upperBound),
      again.kind == .subject, again.valueStart < range.upperBound
    {
      range = again.valueStart..<range.upperBound
    }
    while let mark = PortionMark(bytes, at: range.lowerBound, before: range.upperBound) {
      subjectPortion = subjectPortion ?? mark.text
      range = bytes.trimmed(mark.end..<max(mark.end, range.upperBound))
    }
    if range.count > 3, bytes[range.upperBound - 1] == 0x29 {
      let open = bytes[range].lastIndex(of: 0x28) ?? range.upperBound
      if let mark = PortionMark(bytes, at: open, before: range.upperBound),
        mark.end == range.upperBound
      {
        subjectPortion = mark.text
        range = bytes.trimmed(range.lowerBound..<open)
      }
    }
    if !range.isEmpty { subject = range }
  }
}
