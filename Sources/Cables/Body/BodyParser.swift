/// Cuts a body into blocks: paragraphs, headings, sub-points, tables, the signature.
struct BodyParser {
  private(set) var blocks: [Block] = []
  private(set) var paragraphs: [Paragraph] = []
  private(set) var signers: [String] = []
  /// Whether damaged paragraph numbers were read.
  private(set) var hasRepairedNumbers = false

  private let lines: LineIndex
  private let bytes: [UInt8]
  private let numbering: Numbering
  private let endLine: Int
  /// The block that is being read; its range ends with the last line taken.
  private var open: Block?
  /// Whether a blank line or a rule stands before the line at hand.
  private var isAtBreak = true
  private var lastNumber = 0
  /// Whether the open block stands under a rule.
  private var isUnderRule = false
  private var linesOfOpen = 0
  /// The letters of the sub-points of the paragraph so far.
  private var letters = ItemLetters()

  /// Reads the body that begins at an offset.
  init(_ lines: LineIndex, from start: Int) {
    self.lines = lines
    bytes = lines.bytes
    let first = lines.index(at: start)
    let tail = BodyTail(lines, from: first)
    endLine = tail.endLine
    numbering = Numbering(lines, first..<max(first, tail.endLine))
    self.readLines(from: first, start: start, gluedEnd: tail.gluedEnd)
    for name in tail.signatures {
      signers.append(bytes.foldedText(in: name))
      blocks.append(Block(kind: .signature, range: name))
    }
    hasRepairedNumbers = numbering.isShifted
    self.collectParagraphs()
  }

  // MARK: Lines

  private mutating func readLines(from first: Int, start: Int, gluedEnd: Int?) {
    var index = first
    while index < endLine {
      var line = lines[index]
      if index == first, start > line.first { line.first = min(start, line.end) }
      if index == endLine - 1, let gluedEnd {
        line.end = max(line.first, bytes.trimmed(line.first..<gluedEnd).upperBound)
      }
      if line.isBlank {
        isAtBreak = true
        index += 1
        continue
      }
      index = read(line, at: index)
    }
    close()
  }

  /// Takes a line into a block; gives the line after what was taken.
  private mutating func read(_ line: Line, at index: Int) -> Int {
    if Rule.matches(bytes, line) {
      makeHeading()
      close()
      isAtBreak = true
      isUnderRule = true
      return index + 1
    }
    if let marker = acceptedMarker(at: line.first, before: line.end, follows: index) {
      begin(marker, line: line)
      return index + 1
    }
    if open == nil || isAtBreak || !isPlain(line.first),
      let end = TableLines.end(
        lines, from: index, before: endLine, dueParagraph: lastNumber + 1)
    {
      close()
      blocks.append(Block(kind: .table, range: line.start..<lines[end - 1].end))
      isAtBreak = true
      return end
    }
    if isHeading(line, at: index) {
      close()
      addHeading(line)
      return index + 1
    }
    if let bullet = ItemBullet(bytes, at: line.first, before: line.end), accepts(bullet, line) {
      close()
      open = Block(kind: .item, range: line.content, portion: bullet.portion)
      if let letter = bullet.letter { letters.insert(letter) }
      linesOfOpen = 1
      isAtBreak = false
      takeInner(line, from: line.first)
      return index + 1
    }
    goOn(line)
    return index + 1
  }

  private func isPlain(_ offset: Int) -> Bool { bytes[offset].isLetter }

  /// Adds a line to the open block, or begins running text.
  private mutating func goOn(_ line: Line) {
    if isAtBreak, open?.range.isEmpty != true { close() }
    if var block = open {
      let lower = block.range.isEmpty ? line.first : block.range.lowerBound
      block.range = lower..<line.end
      open = block
      linesOfOpen += 1
    } else {
      open = Block(kind: .text, range: line.content)
      linesOfOpen = 1
    }
    isAtBreak = false
    takeInner(line, from: line.first)
  }

  private mutating func begin(_ marker: ParagraphMarker, line: Line) {
    open(marker, before: line.end)
    takeInner(line, from: min(marker.textStart, line.end))
  }

  private mutating func open(_ marker: ParagraphMarker, before limit: Int) {
    close()
    let number = numbering.number(of: marker)
    lastNumber = number
    letters = ItemLetters()
    open = Block(
      kind: .paragraph, range: min(marker.textStart, limit)..<limit, number: number,
      portion: marker.portion)
    linesOfOpen = 1
    isAtBreak = false
  }

  /// Cuts a line at paragraph markers inside it.
  private mutating func takeInner(_ line: Line, from first: Int) {
    var index = first
    var floor = first
    while index + 1 < line.end {
      index = bytes.withUnsafeBufferPointer {
        $0.firstOffset(from: index, before: line.end - 1) { bytes, _ in
          bytes.has(0xC2) .| bytes.has(0x28)
        }
      }
      let isPilcrow = bytes[index] == 0xC2 && bytes[index + 1] == 0xB6
      let isMark =
        bytes[index] == 0x28 && index >= floor + 3
        && (bytes[index - 1] == 0x2E || bytes[index - 2] == 0x2E)
      guard isPilcrow || isMark else {
        index += 1
        continue
      }
      let start = isPilcrow ? index : startOfNumber(before: index, from: floor)
      guard let start, start > floor, let block = open,
        let marker = ParagraphMarker(bytes, at: start, before: line.end),
        marker.isExplicit || isDue(marker, after: start)
      else {
        index += 1
        continue
      }
      let lower = min(block.range.lowerBound, start)
      open?.range = lower..<bytes.trimmed(lower..<start).upperBound
      open(marker, before: line.end)
      index = max(index + 1, min(marker.textStart, line.end))
      floor = index
    }
  }

  /// The start of the digits of `2. (C)` in front of a parenthesis.
  private func startOfNumber(before open: Int, from floor: Int) -> Int? {
    var index = open
    while index > floor, bytes[index - 1].isBlank { index -= 1 }
    guard index > floor, bytes[index - 1] == 0x2E else { return nil }
    index -= 1
    let end = index
    while index > floor, bytes[index - 1].isDigit { index -= 1 }
    guard index < end, end - index <= 2, index == floor || bytes[index - 1].isBlank else {
      return nil
    }
    return index
  }

  /// Whether a number inside a line is the next one and stands behind a finished sentence.
  private func isDue(_ marker: ParagraphMarker, after start: Int) -> Bool {
    guard marker.portion != nil, marker.number == lastNumber + 1 else { return false }
    var before = start
    while before > 0, bytes[before - 1].isSpace { before -= 1 }
    guard before > 0 else { return true }
    let tail = bytes[before - 1]
    return tail.endsSentence || tail == 0x29 || tail == UInt8(ascii: "\"") || tail == 0x3A
  }

  /// The marker at the start of a line, where it begins a paragraph.
  private func acceptedMarker(
    at start: Int, before limit: Int, follows index: Int
  ) -> ParagraphMarker? {
    guard let marker = ParagraphMarker(bytes, at: start, before: limit) else { return nil }
    if marker.isExplicit { return marker }
    let number = numbering.number(of: marker)
    if numbering.isShifted, number != marker.number { return marker }
    guard marker.start == start else { return nil }
    let isFree = isAtBreak || open == nil || endsSentence(open)
    if marker.portion != nil {
      // An extract may begin with any number; later ones follow. Numbers are given twice, and many are lost, only where
      // a paragraph plainly begins.
      if number > lastNumber, lastNumber == 0 || number <= lastNumber + 6 { return marker }
      return isFree && isAtBreak && number >= lastNumber || isFree && number == lastNumber
        ? marker : nil
    }
    guard !numbering.hasPilcrows, isFree,
      number == lastNumber + 1 || (lastNumber == 0 && number <= 2)
    else { return nil }
    return isAtBreak || !numbering.hasPortions ? marker : nil
  }

  private func endsSentence(_ block: Block?) -> Bool {
    guard let block, !block.range.isEmpty else { return true }
    let end = block.range.upperBound
    let tail = bytes[end - 1]
    if tail.endsSentence || tail == 0x3A || tail == UInt8(ascii: "\"") || tail == 0x29 {
      return true
    }
    return EndNotice.isEndOfPart(bytes, before: end)
  }

  private func accepts(_ bullet: ItemBullet, _ line: Line) -> Bool {
    if isAtBreak || open == nil || open?.range.isEmpty == true { return true }
    guard let open else { return true }
    if open.kind == .item, bullet.isDash { return true }
    // b. behind a., whatever the point before ended with, and whatever points stood under it.
    if open.kind == .item, let letter = bullet.letter, letters.contains(letter &- 1) {
      return true
    }
    if open.kind == .item, bullet.isLongNumeral || bullet.letter == UInt8(ascii: "i") {
      return true
    }
    let tail = bytes[open.range.upperBound - 1]
    if endsSentence(open) || tail == UInt8(ascii: ";") { return true }
    if bullet.isDash { return tail == UInt8(ascii: ",") || tail == UInt8(ascii: "-") }
    return tail == UInt8(ascii: ",") || endsWithAnd(open)
  }

  private func endsWithAnd(_ block: Block) -> Bool {
    let end = block.range.upperBound
    return bytes.has("AND", at: end - 3, before: end) || bytes.has(" OR", at: end - 3, before: end)
  }

  private mutating func close() {
    defer {
      if open != nil { isUnderRule = false }
      open = nil
      linesOfOpen = 0
    }
    guard let open else { return }
    if open.range.isEmpty, open.kind != .paragraph { return }
    blocks.append(open)
  }

  // MARK: Headings

  /// Makes the short text above a rule a heading.
  private mutating func makeHeading() {
    guard var block = open, block.kind == .text, linesOfOpen <= 2, block.range.count <= 160,
      !isAtBreak || (isUnderRule && !endsSentence(block))
    else { return }
    block.kind = .heading
    takePortion(&block)
    open = block
  }

  private mutating func addHeading(_ line: Line) {
    var block = Block(kind: .heading, range: line.content)
    takePortion(&block)
    if !block.range.isEmpty { blocks.append(block) }
    isAtBreak = true
  }

  private func takePortion(_ block: inout Block) {
    guard let mark = PortionMark(bytes, at: block.range.lowerBound, before: block.range.upperBound)
    else { return }
    block.portion = mark.text
    block.range = bytes.trimmed(mark.end..<max(mark.end, block.range.upperBound))
  }

  /// Whether a line is a heading: above a rule, or alone, short and without the end of a sentence.
  private func isHeading(_ line: Line, at index: Int) -> Bool {
    let isBoundary = isAtBreak || open == nil
    let nextIndex = index + 1
    let isRuled = nextIndex < endLine && Rule.matches(bytes, lines[nextIndex])
    if isRuled, line.content.count <= 100 {
      if isBoundary { return true }
      // Over two lines the first one is open already.
      if open?.kind == .text, linesOfOpen == 1 { return false }
      return endsSentence(open)
    }
    if !isBoundary { return isTightHeading(line, before: nextIndex) }
    guard line.content.count <= 90, endsBlock(open) else { return false }
    guard nextIndex >= endLine || lines[nextIndex].isBlank || hasMarker(lines[nextIndex]) else {
      return false
    }
    // The last line is no heading of anything.
    let after = lines.nextFilled(from: nextIndex)
    guard after < endLine else { return false }
    return HeadingShape.matches(bytes, line.content, isBeforeMarker: hasMarker(lines[after]))
  }

  /// Whether a line right behind a finished sentence and right above a paragraph is a heading without blank lines.
  private func isTightHeading(_ line: Line, before next: Int) -> Bool {
    guard line.content.count <= 60, endsSentence(open), next < endLine,
      acceptedMarker(at: lines[next].first, before: lines[next].end, follows: next) != nil,
      !bytes[line.end - 1].endsSentence
    else { return false }
    return HeadingShape.matches(bytes, line.content, isBeforeMarker: false)
  }

  private func endsBlock(_ block: Block?) -> Bool {
    guard let block = block ?? blocks.last else { return true }
    return block.kind == .heading || block.kind == .table || endsSentence(block)
  }

  private func hasMarker(_ line: Line) -> Bool {
    guard let marker = ParagraphMarker(bytes, at: line.first, before: line.end) else {
      return false
    }
    return marker.isExplicit || marker.portion != nil || !numbering.hasPilcrows
  }

  // MARK: Paragraphs

  private mutating func collectParagraphs() {
    for block in blocks {
      switch block.kind {
      case .paragraph:
        paragraphs.append(
          Paragraph(number: block.number ?? 0, portion: block.portion, range: block.range))
      case .heading, .signature: break
      case .text, .item, .table:
        guard let last = paragraphs.indices.last else { continue }
        let start = paragraphs[last].range.lowerBound
        paragraphs[last].range = start..<max(start, block.range.upperBound)
      }
    }
  }
}

extension LineIndex {
  /// The line an offset is on; `count` behind the text.
  func index(at offset: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].next <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
