/// Finds the lines that are no part of a cable's text, and the blank lines that cut sentences.
struct LineScan {
  private(set) var edits: [TextEdit] = []
  private(set) var isPartial = false

  private var joined = JoinedFields()
  /// How many lines of a header were looked at for joined ones.
  private var headerLines = 0

  /// Post and number of the first continuation header.
  private(set) var page: WrittenID?

  private let lines: LineIndex
  private let bytes: [UInt8]
  /// The line with the level, post and number; nil before it was met.
  private var classLine: ClassLine?
  private var classIndex = 0
  private var hasSIPDIS = false
  /// Whether a paragraph marker was met, behind which there are no header lines.
  private var isInBody = false
  /// Whether a `PAGE nn` line was met, as telegrams of the 1970s have on each page.
  private var hasPageLines = false
  /// The last line that stays and is not blank.
  private var previous: Line?
  /// Where the stretch of lines to take out began; -1 if there is none.
  private var cutStart = -1
  /// Whether the stretch cuts the text without being a break of it.
  private var cutIsPageBreak = false
  private var blankLines = 0
  /// Where SIPDIS stands, in order, and the next place of them.
  private let places: [Int]
  private var nextSIPDIS = 0

  init(_ lines: LineIndex) {
    self.lines = lines
    bytes = lines.bytes
    places = bytes.offsets(of: "SIPDIS")
  }

  /// Goes over all lines once.
  mutating func run() {
    var index = 0
    while index < lines.count {
      let line = lines[index]
      if line.isBlank {
        blankLines += 1
        index += 1
        continue
      }
      if let end = endOfMachineLines(at: index) {
        if cutStart < 0 { cutStart = previous?.next ?? line.start }
        cutIsPageBreak = true
        index = end
        continue
      }
      keep(line, at: index)
      index += 1
    }
    if cutStart >= 0, cutStart < bytes.count { edits.append(TextEdit(cutStart..<bytes.count)) }
  }

  private mutating func keep(_ line: Line, at index: Int) {
    if cutStart >= 0 {
      closeCut(before: line, at: index)
    } else if blankLines > 0, isInBody, let previous, isCutSentence(previous, line) {
      edits.append(TextEdit(previous.next..<line.start))
    }
    blankLines = 0
    repairWithin(line)
    previous = line
  }

  /// Ends a stretch that is taken out, with or without a blank line in its place.
  private mutating func closeCut(before line: Line, at index: Int) {
    defer {
      cutStart = -1
      cutIsPageBreak = false
    }
    guard cutStart < line.start else { return }
    let range = cutStart..<line.start
    guard let previous else {
      edits.append(TextEdit(range))
      return
    }
    edits.append(TextEdit(range, isBreak(previous, line, at: index) ? "\n" : ""))
  }

  /// Whether the text takes a new start behind a page break; only the lines around can tell.
  private func isBreak(_ before: Line, _ after: Line, at index: Int) -> Bool {
    let limit = after.end
    if ParagraphMarker.isPilcrow(bytes, at: after.first, before: limit) { return true }
    if let marker = ParagraphMarker(bytes, at: after.first, before: limit) {
      if marker.portion != nil || bytes[before.end - 1].endsSentence { return true }
    }
    if HeaderField(bytes, line: after) != nil { return true }
    let head = bytes[after.first]
    if head == UInt8(ascii: "-") || head == UInt8(ascii: "=") {
      // A dash with one blank may go on with a subject, but opens a sub-point in the body.
      guard !isInBody, after.first + 2 < limit, bytes[after.first + 1].isBlank else { return true }
    }
    if index + 1 < lines.count, Rule.matches(bytes, lines[index + 1]) { return true }
    if head.isSmall { return false }
    let tail = bytes[before.end - 1]
    let isEnd =
      tail.endsSentence || (tail == UInt8(ascii: ":") && isInBody) || Rule.matches(bytes, before)
    if isEnd, before.end - before.start < 50 { return true }
    if tail.endsSentence, !isInBody { return true }
    // A name alone on the last line is the signature and not the end of the sentence.
    let isName = after.content.count < 30 && !bytes[after.end - 1].endsSentence
    if isEnd, isName, lines.nextFilled(from: index + 1) - index > 1 { return true }
    if !isInBody, before.content.count < 40, bytes[after.first] == 0x28 { return true }
    return false
  }

  /// Whether a blank line stands in the middle of a sentence.
  private func isCutSentence(_ before: Line, _ after: Line) -> Bool {
    let tail = bytes[before.end - 1]
    guard tail.isLetter || tail == UInt8(ascii: ",") else { return false }
    // Text that was not wrapped: a line that long ends with its sentence.
    if before.end - before.first >= 160, after.content.count >= 60, bytes[after.first].isLetter {
      return true
    }
    guard bytes[after.first].isSmall, tail.isSmall || tail == UInt8(ascii: ","),
      before.end - before.first >= 40
    else { return false }
    // A small letter alone is a bullet.
    let second = after.first + 1
    guard second < after.end else { return false }
    return bytes[second].isLetter || (bytes[second].isBlank && bytes[after.first] == 0x61)
  }

  // MARK: Lines

  /// After the machine lines that begin at a line; nil if it is one of text.
  private mutating func endOfMachineLines(at index: Int) -> Int? {
    let line = lines[index]
    let head = bytes[line.first]
    if isInBody, Self.mayBeginTransmission(head), let end = endOfFurtherTransmission(at: index) {
      return end
    }
    if head == UInt8(ascii: "P") || head.isLetter, line.end - line.first <= 90,
      ContinuationHeader.matches(bytes, line.content)
    {
      let isPage = bytes.hasWord("PAGE", at: line.first, before: line.end)
      if isPage, classLine == nil {
        // The first page's line is the head of the transmission and says where it came from.
        hasPageLines = true
        return nil
      }
      if isPage { hasPageLines = true }
      if page == nil, !isPage { page = ContinuationHeader.postAndNumber(bytes, line.content) }
      return index + 1
    }
    if line.end - line.first == 6, bytes.has("SIPDIS", at: line.first, before: line.end) {
      if hasSIPDIS || isInBody { return index + 1 }
      hasSIPDIS = true
      return nil
    }
    if isReleaseStamp(line) { return index + 1 }
    return endOfLevelLines(at: index)
  }

  private func isReleaseStamp(_ line: Line) -> Bool {
    let head = bytes[line.first].capital
    guard head == UInt8(ascii: "D") || head == UInt8(ascii: "M") || head == UInt8(ascii: "S")
    else { return false }
    let stamps: [StaticString] = [
      "DECLASSIFIED/RELEASED US DEPARTMENT OF STATE", "MARGARET P. GRAFELD", "SHERYL P. WALTER",
    ]
    return stamps.contains { bytes.has($0, at: line.first, before: line.end) }
  }

  /// Lone levels on top and at the foot of pages, and the header block that further sections repeat.
  private mutating func endOfLevelLines(at index: Int) -> Int? {
    let line = lines[index]
    switch bytes[line.first] {
    case UInt8(ascii: "C"), UInt8(ascii: "S"), UInt8(ascii: "U"), UInt8(ascii: "L"),
      UInt8(ascii: "T"):
      break
    default: return nil
    }
    guard let classLine else {
      if let found = ClassLine(lines, at: index), found.isComplete {
        self.classLine = found
        classIndex = index
      }
      return nil
    }
    guard line.end - line.first <= 100,
      let found = ClassLine(bytes, line.content, repairs: false)
    else { return nil }
    guard found.isComplete else {
      let isBare = found.captions.isEmpty && found.post == nil
      return isBare && (isInBody || hasPageLines) ? index + 1 : nil
    }
    guard found.number == classLine.number, found.isPostKnown == classLine.isPostKnown,
      isInBody || hasFields(before: index)
    else { return nil }
    return endOfRepeatedHeader(after: index)
  }

  /// After the end mark and the transmission header of a further section that was sent by itself, and its repeated class
  /// line; nil where no class line of the same number follows.
  private func endOfFurtherTransmission(at index: Int) -> Int? {
    let line = lines[index]
    guard line.content.count >= 3, line.content.count <= 60, beginsTransmission(line),
      let classLine
    else { return nil }
    for next in index + 1..<max(index + 1, min(lines.count, index + 80))
    where !lines[next].isBlank {
      let line = lines[next]
      guard line.content.count <= 100, !EndNotice.isEndMark(bytes, line),
        ParagraphMarker(bytes, at: line.first, before: line.end)?.portion == nil
      else { return nil }
      guard "CSULT".utf8.contains(bytes[line.first].capital),
        let found = ClassLine(bytes, line.content, repairs: false), found.isComplete
      else { continue }
      return found.number == classLine.number && found.isPostKnown == classLine.isPostKnown
        ? endOfRepeatedHeader(after: next) : nil
    }
    return nil
  }

  /// Whether a line with such a first letter may be an end mark or begin a header; few do in running text.
  @inline(__always)
  private static func mayBeginTransmission(_ head: UInt8) -> Bool {
    switch head {
    case UInt8(ascii: "N"), UInt8(ascii: "O"), UInt8(ascii: "P"), UInt8(ascii: "R"),
      UInt8(ascii: "V"), UInt8(ascii: "Z"):
      true
    default: false
    }
  }

  private func beginsTransmission(_ line: Line) -> Bool {
    switch bytes[line.first] {
    case UInt8(ascii: "N"): return EndNotice.isEndMark(bytes, line)
    case UInt8(ascii: "V"): return bytes.has("VZCZC", at: line.first, before: line.end)
    case UInt8(ascii: "Z") where bytes.has("ZCZC", at: line.first, before: line.end): return true
    case UInt8(ascii: "P") where bytes.has("PAGE 01", at: line.first, before: line.end): return true
    default: break
    }
    // One or two letters of precedence, then another one or a digit.
    let gap = bytes[line.first + 1].isBlank ? line.first + 1 : line.first + 2
    guard line.content.count >= 14, bytes[gap].isBlank else { return false }
    let next = bytes[bytes.skippingBlanks(from: gap, before: line.end - 1)]
    guard next.isDigit || DateTimeGroup.precedence(next) != nil else { return false }
    return DateTimeGroup(bytes, at: line.first, before: line.end) != nil
  }

  /// Whether a field stands between the class line and a line, without which the line is no further section's.
  private func hasFields(before index: Int) -> Bool {
    (classIndex + 1..<max(classIndex + 1, min(index, classIndex + 60))).contains {
      HeaderField(bytes, line: lines[$0]) != nil
    }
  }

  /// After the captions and fields that follow a repeated class line.
  private func endOfRepeatedHeader(after index: Int) -> Int {
    var end = index + 1
    var place = index + 1
    let bound = min(lines.count, index + 40)
    var isInField = false
    while place < bound {
      let line = lines[place]
      if line.isBlank {
        isInField = false
      } else if ParagraphMarker(bytes, at: line.first, before: line.end) != nil {
        break
      } else if HeaderField(bytes, line: line) != nil {
        isInField = true
        end = place + 1
      } else if isInField || CaptionLine.captions(bytes, line.content) != nil {
        end = place + 1
      } else {
        break
      }
      place += 1
    }
    return end
  }

  // MARK: Within a line

  private mutating func repairWithin(_ line: Line) {
    if classLine == nil, previous == nil || !isInBody { repairStart(line) }
    if !isInBody, headerLines < 200 { separateFields(line) }
    if !isInBody,
      ParagraphMarker.isPilcrow(bytes, at: line.first, before: line.end)
        || bytes[line.first].isDigit || bytes[line.first] == UInt8(ascii: "-")
        || bytes[line.first] == UInt8(ascii: "[") || bytes[line.first] == UInt8(ascii: "\\")
    {
      isInBody = startsBody(line)
    }
    removeSIPDIS(within: line)
  }

  /// Puts line ends back in front of the fields that stand inside a line.
  private mutating func separateFields(_ line: Line) {
    headerLines += 1
    guard !joined.endsHeader, !startsBody(line) else { return }
    for start in joined.starts(bytes, in: line) {
      var end = start
      while end > line.first, bytes[end - 1].isBlank { end -= 1 }
      edits.append(TextEdit(end..<start, "\n"))
    }
    if joined.endsHeader, classLine != nil { isInBody = true }
  }

  private func startsBody(_ line: Line) -> Bool {
    guard classLine != nil else { return false }
    if bytes.has("[1](#)", at: line.first, before: line.end) {
      return line.first + 6 < line.end && bytes[line.first + 6].isDigit
    }
    return ParagraphMarker(bytes, at: line.first, before: line.end) != nil
  }

  /// The notice of a partial extract, and the seam where a header was joined to its body without a line end.
  private mutating func repairStart(_ line: Line) {
    var start = line.first
    if bytes.has("THIS RECORD IS A PARTIAL EXTRACT", at: start, before: line.end) {
      isPartial = true
      let ending: StaticString = "IS NOT AVAILABLE."
      if let place = bytes.firstIndex(of: ending, in: line.content, asWord: false) {
        let end = place + ending.utf8CodeUnitCount
        edits.append(TextEdit(line.start..<bytes.skippingBlanks(from: end, before: line.end)))
        start = end
      }
    }
    start = bytes.skippingBlanks(from: start, before: line.end)
    guard start < line.end else { return }
    if let found = ClassLine(bytes, start..<line.end) {
      if found.isComplete { classLine = found }
      return
    }
    if let end = ClassLine.endOfNumber(bytes, start..<line.end) {
      classLine = ClassLine(bytes, start..<end)
      edits.append(TextEdit(end..<bytes.skippingBlanks(from: end, before: line.end), "\n"))
      return
    }
    guard let seam = Self.seam(bytes, start..<line.end) else { return }
    if let found = ClassLine(bytes, seam..<line.end), found.isComplete {
      edits.append(TextEdit(seam..<seam, "\n"))
      classLine = found
    } else if let end = ClassLine.endOfNumber(bytes, seam..<line.end) {
      edits.append(TextEdit(seam..<seam, "\n"))
      edits.append(TextEdit(end..<bytes.skippingBlanks(from: end, before: line.end), "\n"))
      classLine = ClassLine(bytes, seam..<end)
    }
  }

  /// Whether what stands in front of a level is a date, or begins as lines of a transmission header do.
  private static func isHeader(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let (first, end) = (range.lowerBound, range.upperBound)
    for word: StaticString in ["BT", "FM", "TO", "INFO", "PAGE"]
    where bytes.hasWord(word, at: first, before: end) {
      return true
    }
    return bytes.has("VZCZC", at: first, before: end) || bytes.has("ZCZC", at: first, before: end)
      || DateTimeGroup(bytes, at: first, before: end) != nil
      || WrittenDate.read(bytes, range) != nil
      || Addressee(bytes, bytes.trimmed(range))?.route != nil
      || bytes.firstIndex(of: "FM", in: first..<Swift.min(end, first + 200)) != nil
  }

  /// Where a class line begins inside a line, glued to what stands before it.
  private static func seam(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard range.count >= 16, range.count <= 4000 else { return nil }
    for index in range.dropFirst() {
      let words: [StaticString]
      switch bytes[index] {
      case UInt8(ascii: "C"): words = ["C O N F I D", "CONFIDENTIAL "]
      case UInt8(ascii: "S"): words = ["S E C R E T", "SECRET "]
      case UInt8(ascii: "U"): words = ["UNCLAS", "U N C L A S"]
      case UInt8(ascii: "L"): words = ["L I M I T E D", "LIMITED OFFICIAL"]
      case UInt8(ascii: "T"): words = ["T O P", "TOP SECRET"]
      default: continue
      }
      for word in words where bytes.has(word, at: index, before: range.upperBound) {
        if !bytes[index - 1].isBlank, range.count <= 400 { return index }
        guard isHeader(bytes, range.lowerBound..<index) else { continue }
        let end = Swift.min(range.upperBound, index + 120)
        if let line = ClassLine(bytes, index..<end), line.isComplete { return index }
        if ClassLine.endOfNumber(bytes, index..<range.upperBound) != nil { return index }
      }
    }
    return nil
  }

  /// SIPDIS lands inside paragraphs, where it is no word of the sentence.
  private mutating func removeSIPDIS(within line: Line) {
    while nextSIPDIS < places.count, places[nextSIPDIS] < line.end {
      let index = places[nextSIPDIS]
      nextSIPDIS += 1
      guard index >= line.first, bytes.hasWord("SIPDIS", at: index, before: line.end),
        index == line.first || !bytes[index - 1].isWord
      else { continue }
      guard isInBody else {
        hasSIPDIS = true
        continue
      }
      guard !isSpokenOf(index, in: line) else { continue }
      let end = bytes.skippingBlanks(from: index + 6, before: line.end)
      edits.append(TextEdit(index..<end))
    }
  }

  /// Whether the sentence is about the caption: `"SIPDIS"`, SIPDIS caption, SIPDIS distribution.
  private func isSpokenOf(_ index: Int, in line: Line) -> Bool {
    if index > line.first, bytes[index - 1] == UInt8(ascii: "\"") { return true }
    let next = bytes.skippingBlanks(from: index + 6, before: line.end)
    for word: StaticString in ["CAPTION", "DISTRIBUTION", "CHANNEL", "CABLE", "ACCESS", "DATABASE"]
    where bytes.has(word, at: next, before: line.end) { return true }
    return false
  }
}
