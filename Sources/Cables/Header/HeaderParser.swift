/// Reads everything above the first paragraph.
struct HeaderParser {
  let lines: LineIndex
  let bytes: [UInt8]

  private(set) var preamble: Preamble?
  /// What a web page's text says above the header.
  private(set) var page: PageRemains?
  private(set) var transmission: TransmissionHeader
  private(set) var classLine: ClassLine?
  private(set) var captions: [String] = []
  private(set) var declassifyOn: String?
  private(set) var tags: TagsField?
  var subject: Range<Int>?
  var subjectPortion: String?
  /// The blocks of references.
  var referenceBlocks: [Range<Int>] = []
  private(set) var classifiedBy: ClassifiedByField?
  private(set) var hasExecutiveOrder = false
  /// The number of the executive order.
  private(set) var order: Int?
  /// Where the body begins.
  private(set) var bodyStart = 0
  private var innerDepth = 0

  /// The most bytes a field has; what is longer has lost its end.
  private static let longestField = 8192

  /// Reads the header of a clean text.
  init(_ lines: LineIndex) {
    self.lines = lines
    bytes = lines.bytes
    preamble = Preamble(lines)
    let first = preamble?.endLine ?? 0
    let top = Self.findTop(lines, from: first)
    transmission = TransmissionHeader(lines, first..<min(top.headerEnd, lines.count))
    if preamble == nil, top.fieldsStart < first + 250 {
      page = PageRemains(lines, first..<min(top.headerEnd, lines.count))
    }
    classLine = top.classLine
    captions = classLine?.captions ?? []
    self.readFields(from: top.fieldsStart)
  }

  // MARK: The top

  private struct Top {
    var classLine: ClassLine?
    var headerEnd: Int
    var fieldsStart: Int
  }

  /// Finds the class line: the first complete one before the fields, else the first lone level, else the first field.
  private static func findTop(_ lines: LineIndex, from first: Int) -> Top {
    var lone: (line: ClassLine, index: Int)?
    var firstField: Int?
    var firstCaption: Int?
    let bound = min(lines.count, first + 250)
    for index in first..<max(first, bound) where !lines[index].isBlank {
      let line = lines[index]
      if let found = ClassLine(lines, at: index) {
        if found.isComplete {
          let start = firstField ?? index + found.lineCount
          return Top(classLine: found, headerEnd: firstField ?? index, fieldsStart: start)
        }
        if lone == nil { lone = (found, index) }
      }
      if firstCaption == nil, CaptionLine.captions(lines.bytes, line.content) != nil {
        firstCaption = index
      }
      if let field = HeaderField(lines.bytes, line: line), field.hasColon {
        if firstField == nil { firstField = index }
        if field.kind == .references || field.kind == .classifiedBy { break }
      }
      if ParagraphMarker(lines.bytes, at: line.first, before: line.end)?.portion != nil { break }
    }
    if let lone, lone.index <= firstField ?? lone.index {
      return Top(classLine: lone.line, headerEnd: lone.index, fieldsStart: lone.index + 1)
    }
    if let firstField {
      // Without a class line the captions stand right under the addressees.
      let start = firstCaption.map { min($0, firstField) } ?? firstField
      return Top(classLine: lone?.line, headerEnd: start, fieldsStart: start)
    }
    return Top(
      classLine: lone?.line, headerEnd: lone?.index ?? bound,
      fieldsStart: lone.map { $0.index + 1 } ?? first)
  }

  // MARK: Fields

  private mutating func readFields(from start: Int) {
    var index = start
    var firstUnknown: Int?
    var unknownCount = 0
    bodyStart = bytes.count
    while index < lines.count {
      let line = lines[index]
      if line.isBlank {
        index += 1
        continue
      }
      if beginsBody(line) { break }
      if let field = field(on: line), accepts(field) {
        firstUnknown = nil
        unknownCount = 0
        let end = read(field, at: index)
        if bodyStart < bytes.count { return }
        index = end
        continue
      }
      if let found = CaptionLine.captions(bytes, line.content) {
        for caption in found where !captions.contains(caption) { captions.append(caption) }
        if subject == nil || firstUnknown == nil {
          index += 1
          continue
        }
      }
      if subject == nil, tags == nil, !hasExecutiveOrder {
        for caption in CaptionLine.leadingCaptions(bytes, line.content)
        where !captions.contains(caption) {
          captions.append(caption)
        }
      }
      if Rule.matches(bytes, line), subject != nil, !isFieldNext(after: index) { break }
      if firstUnknown == nil { firstUnknown = index }
      unknownCount += 1
      if unknownCount > (subject == nil ? 30 : 6) { break }
      index += 1
    }
    let isTitled = subject != nil || tags != nil || hasExecutiveOrder
    let first =
      isTitled ? firstUnknown ?? index : (classLine == nil ? start : firstUnknown ?? index)
    if first < lines.count { bodyStart = lines[first].start }
  }

  /// Whether fields go on behind a rule that was typed under the subject.
  private func isFieldNext(after index: Int) -> Bool {
    let next = lines.nextFilled(from: index + 1)
    guard next < lines.count, let field = field(on: lines[next]) else { return false }
    return field.kind == .references || field.kind == .classifiedBy
  }

  func beginsBody(_ line: Line) -> Bool {
    guard let marker = ParagraphMarker(bytes, at: line.first, before: line.end) else {
      return false
    }
    return marker.isExplicit || marker.portion != nil || marker.number == 1 || subject != nil
  }

  /// The field a line begins with; a subject without a colon, or a name with a slip, counts while none was read.
  func field(on line: Line) -> HeaderField? {
    let field = HeaderField(
      bytes, at: line.first, before: line.end,
      acceptsBareSubject: subject == nil && (classLine != nil || hasExecutiveOrder), repairs: true)
    guard let field, field.isRepaired else { return field }
    switch field.kind {
    case .subject: return subject == nil ? field : nil
    case .tags: return tags == nil ? field : nil
    case .references: return referenceBlocks.isEmpty ? field : nil
    default: return classifiedBy == nil ? field : nil
    }
  }

  /// Whether a field is taken: not one that was read before, but for references and the rest of a classification.
  func accepts(_ field: HeaderField) -> Bool {
    switch field.kind {
    case .executiveOrder: !hasExecutiveOrder
    case .tags: tags == nil
    case .subject: subject == nil
    case .references, .derivedFrom, .declassify, .classifiedBy, .reason: true
    }
  }

  /// Reads a field; gives the line after it.
  mutating func read(_ field: HeaderField, at index: Int) -> Int {
    switch field.kind {
    case .executiveOrder: readOrder(field, at: index)
    case .tags: readTags(field, at: index)
    case .subject: readSubject(field, at: index)
    case .references: readReferences(from: field.valueStart, at: index)
    case .classifiedBy, .reason: readClassifiedBy(field, at: index)
    case .declassify:
      readDeclassify(field, at: index)
    case .derivedFrom: index + 1
    }
  }

  private mutating func readDeclassify(_ field: HeaderField, at index: Int) -> Int {
    if declassifyOn == nil {
      declassifyOn = Declassification.read(bytes, field.valueStart..<lines[index].end)
    }
    return index + 1
  }

  private mutating func readOrder(_ field: HeaderField, at index: Int) -> Int {
    hasExecutiveOrder = true
    order = field.order
    let end = endOfField(at: index, limit: 2) { line in
      CaptionLine.captions(self.bytes, line.content) == nil
    }
    let range = fieldRange(field.valueStart, lines[end - 1].end)
    let inner = firstInnerField(in: range)
    declassifyOn = Declassification.read(bytes, range.lowerBound..<(inner ?? range.upperBound))
    if let inner { return readInner(at: inner, line: index, end: end) }
    return end
  }

  private mutating func readTags(_ field: HeaderField, at index: Int) -> Int {
    var first = index
    var start = field.valueStart
    if start >= lines[index].end {
      // The codes stand on the line below.
      let next = lines.nextFilled(from: index + 1)
      guard next < lines.count, HeaderField(bytes, line: lines[next]) == nil,
        looksLikeTags(lines[next])
      else {
        tags = TagsField(bytes, start..<start)
        return index + 1
      }
      first = next
      start = lines[next].first
    }
    var end = endOfField(at: first, limit: 8) { line in self.looksLikeTags(line) }
    let next = lines.nextFilled(from: end)
    if next == end + 1, next < lines.count, bytes[lines[end - 1].end - 1] == UInt8(ascii: ","),
      self.field(on: lines[next]) == nil, !beginsBody(lines[next]), looksLikeTags(lines[next])
    {
      end = endOfField(at: next, limit: 8) { line in self.looksLikeTags(line) }
    }
    let range = fieldRange(start, lines[end - 1].end)
    let inner = firstInnerField(in: range)
    tags = TagsField(bytes, range.lowerBound..<(inner ?? range.upperBound))
    if let inner { return readInner(at: inner, line: first, end: end) }
    return end
  }

  /// Whether a line goes on with codes.
  private func looksLikeTags(_ line: Line) -> Bool {
    var end = line.first
    while end < line.end, !bytes[end].isBlank, bytes[end] != UInt8(ascii: ",") { end += 1 }
    let word = line.first..<end
    if let tag = TagTable.standard.tag(bytes[word].map(\.capital)) { return !tag.code.isEmpty }
    if endsCode(word) { return true }
    if TagsField.split(bytes[word].map(\.capital), table: .standard) != nil { return true }
    let separators = bytes[line.content].count { $0 == UInt8(ascii: ",") || $0 == 0x29 }
    return line.content.count < 80 && separators > 0 && !bytes[word].contains(where: \.isSmall)
  }

  /// Whether the first word of a line ends a code of two words that the line above began.
  private func endsCode(_ word: Range<Int>) -> Bool {
    var end = word.lowerBound
    while end > 0, bytes[end - 1].isSpace { end -= 1 }
    var start = end
    while start > 0, bytes[start - 1].isLetter { start -= 1 }
    guard start < end else { return false }
    let key = bytes[start..<end].map(\.capital) + [0x20] + bytes[word].map(\.capital)
    return TagTable.standard.contains(key)
  }

  private mutating func readClassifiedBy(_ field: HeaderField, at index: Int) -> Int {
    var end = endOfField(at: index, limit: 9) { line in !self.isSummary(line) }
    // The reasons may stand behind a blank line, or name what a field would.
    while end < lines.count {
      let next = lines.nextFilled(from: end)
      guard next < lines.count,
        isMoreOfClassification(lines[next], behindBlank: next > end)
          || (next == end + 1 && goesOnWithReasons(lines[next], behind: lines[end - 1]))
      else { break }
      end = endOfField(at: next, limit: 4) { line in !self.isSummary(line) }
    }
    let range = fieldRange(field.valueStart, lines[end - 1].end)
    let found = ClassifiedByField(
      bytes, field.kind == .reason ? lines[index].first..<range.upperBound : range)
    // The reasons may have come first, in a field of their own.
    if classifiedBy == nil { classifiedBy = found } else { classifiedBy?.complete(with: found) }
    if declassifyOn == nil { declassifyOn = found.declassifyOn }
    if let after = found.reasonsEnd, let start = runOn(after: after, before: range.upperBound) {
      bodyStart = start
    }
    return end
  }

  private func isMoreOfClassification(_ line: Line, behindBlank: Bool) -> Bool {
    guard let more = HeaderField(bytes, line: line) else { return false }
    return more.kind == .reason || (more.kind == .executiveOrder && !behindBlank)
  }

  /// Whether a line behind a blank one goes on with who classified a cable and why: `and (d)` behind `1.4 (b)`.
  private func goesOnWithReasons(_ line: Line, behind before: Line) -> Bool {
    guard !beginsBody(line), !isSummary(line), line.content.count < 80 else { return false }
    if bytes[before.end - 1] == UInt8(ascii: ",") { return true }
    return bytes.hasWord("AND", at: line.first, before: line.end)
      || bytes.hasWord("FOR REASONS", at: line.first, before: line.end)
      || bytes.hasWord("REASONS", at: line.first, before: line.end)
  }

  /// Where a paragraph begins behind the reasons on the same lines: `1.4 (b), (d) 1. (C) Summary`.
  private func runOn(after offset: Int, before limit: Int) -> Int? {
    var index = offset
    while index < limit, !bytes[index].isWord, bytes[index] != 0xC2, bytes[index] != 0x28 {
      index += 1
    }
    guard index < limit else { return nil }
    if isSummary(Line(start: index, first: index, end: limit, next: limit)) { return index }
    guard let marker = ParagraphMarker(bytes, at: index, before: limit),
      marker.portion != nil || marker.isExplicit
    else { return nil }
    return index
  }

  // MARK: Extents

  func fieldRange(_ start: Int, _ end: Int) -> Range<Int> {
    start..<max(start, min(end, start + Self.longestField))
  }

  /// The line after a field: at a blank line, another field, a paragraph, a rule, or where the test fails.
  func endOfField(at index: Int, limit: Int, goesOn: (Line) -> Bool) -> Int {
    var end = index + 1
    while end < lines.count, end - index < limit {
      let line = lines[end]
      if line.isBlank || Rule.matches(bytes, line) || isLoneCaption(line) { break }
      if field(on: line) != nil { break }
      if let marker = ParagraphMarker(bytes, at: line.first, before: line.end),
        !isPartOfValue(marker, at: end, fieldAt: index)
      {
        break
      }
      guard goesOn(line) else { break }
      end += 1
    }
    return end
  }

  /// Whether a line is one caption such as SIPDIS, which systems put between the lines of a field.
  private func isLoneCaption(_ line: Line) -> Bool {
    guard line.content.count <= 8, bytes[line.first].isCapital,
      let caption = CaptionWord(bytes, at: line.first, before: line.end)
    else { return false }
    return caption.end == line.end
  }

  /// Whether a number at the start of a subject's second line is a day or the like: paragraphs begin anew behind a blank line.
  private func isPartOfValue(_ marker: ParagraphMarker, at index: Int, fieldAt first: Int) -> Bool {
    guard !marker.isExplicit, marker.portion == nil, marker.number > 2, index == first + 1,
      subject == nil, HeaderField(bytes, line: lines[first])?.kind == .subject,
      index + 1 < lines.count, lines[index + 1].isBlank
    else { return false }
    let next = lines.nextFilled(from: index + 1)
    guard next < lines.count else { return false }
    return ParagraphMarker(bytes, at: lines[next].first, before: lines[next].end)?.number == 1
  }

  func isSummary(_ line: Line) -> Bool {
    var start = line.first
    if let mark = PortionMark(bytes, at: start, before: line.end) {
      start = bytes.skippingBlanks(from: mark.end, before: line.end)
    }
    guard bytes.hasWord("SUMMARY", at: start, before: line.end) else { return false }
    let after = bytes.skippingBlanks(from: start + 7, before: line.end)
    return after >= line.end || !bytes[after].isWord
      || bytes.hasWord("AND", at: after, before: line.end)
  }

  /// Where another field begins inside a value, as in `PRIMEREF: A. LONDON 1939`.
  func firstInnerField(in range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while index < range.upperBound {
      defer { index += 1 }
      guard bytes[index] == 0x3A else { continue }
      for name: StaticString in [
        "REFS", "REF", "REFTEL", "REFTELS", "SUBJECT", "SUBJ", "TAGS", "CLASSIFIED BY",
      ] {
        var start = index
        while start > range.lowerBound, bytes[start - 1].isBlank { start -= 1 }
        start -= name.utf8CodeUnitCount
        guard start >= range.lowerBound, bytes.has(name, at: start, before: index) else { continue }
        guard start > range.lowerBound, bytes[start - 1] != 0x28,
          bytes[start - 1] != UInt8(ascii: "\"")
        else { continue }
        if bytes[start].capital == UInt8(ascii: "T"), tags != nil,
          !beginsWithCode(index + 1, before: range.upperBound)
        {
          continue
        }
        let isGlued = bytes[start - 1].isWord
        if !isGlued || bytes[start].isCapital { return start }
      }
    }
    return nil
  }

  /// Whether a code of the tables stands at an offset; behind tags that were read, `TAGS:` is else a word of the text.
  private func beginsWithCode(_ offset: Int, before limit: Int) -> Bool {
    let start = bytes.skippingSpace(from: offset, before: limit)
    var end = start
    while end < limit, bytes[end].isWord { end += 1 }
    return TagTable.standard.contains(bytes[start..<end].map(\.capital))
  }

  mutating func readInner(at offset: Int, line: Int, end: Int) -> Int {
    // Fields within fields come from lost line ends, of which a header has few.
    innerDepth += 1
    defer { innerDepth -= 1 }
    guard innerDepth < 6 else { return end }
    var place = line
    while place + 1 < end, lines[place].end <= offset { place += 1 }
    guard let field = HeaderField(bytes, at: offset, before: lines[place].end), accepts(field)
    else {
      return end
    }
    return max(end, read(field, at: place))
  }
}
