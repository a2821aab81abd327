/// What stands under a cable's text: the end mark, the footer, notices of web portals, and above them the signature.
struct BodyTail {
  /// The line after the last line of text; the signature is not part of the text.
  private(set) var endLine: Int
  /// The names under the text, in order.
  private(set) var signatures: [Range<Int>] = []
  /// Where the last line of text ends if a name was glued to it.
  private(set) var gluedEnd: Int?

  private let lines: LineIndex
  private let bytes: [UInt8]
  /// Whether the text has no capitals, as some copies have it; a name has none there either.
  private var isLoweredText = false

  /// Finds the end of a body that begins at a line.
  init(_ lines: LineIndex, from first: Int) {
    self.lines = lines
    bytes = lines.bytes
    endLine = lines.count
    guard first < lines.count else { return }
    endLine = endMark(from: first) ?? lines.count
    dropNotices(downTo: first)
    if endLine > first {
      let end = lines[endLine - 1].end
      isLoweredText = !bytes[Swift.max(lines[first].start, end - 400)..<end].contains(
        where: \.isCapital)
    }
    takeSignatures(from: first)
    dropNotices(downTo: first)
  }

  // MARK: The end

  /// The first end mark with no numbered paragraph behind it.
  private func endMark(from first: Int) -> Int? {
    var mark: Int?
    for index in first..<lines.count where !lines[index].isBlank {
      let line = lines[index]
      let head = bytes[line.first]
      if EndNotice.isEndMark(bytes, line) {
        if mark == nil { mark = index }
      } else if head == 0xC2, ParagraphMarker(bytes, at: line.first, before: line.end) != nil {
        mark = nil
      }
    }
    return mark
  }

  private mutating func dropNotices(downTo first: Int) {
    while endLine > first {
      let line = lines[endLine - 1]
      guard line.isBlank || EndNotice.matches(lines, at: endLine - 1) else { return }
      takeNameBehindAddress(line)
      endLine -= 1
    }
  }

  // MARK: Signatures

  private mutating func takeSignatures(from first: Int) {
    guard endLine > first, signatures.isEmpty else { return }
    dropClearances(from: first)
    if isNameLine(at: endLine - 1, from: first) {
      takeNameLine()
      // Two names: the drafter's line above the chief's.
      var above = endLine
      while above > first, lines[above - 1].isBlank { above -= 1 }
      if above > first, above > first + 1, isCapitalName(lines[above - 1]),
        isNameLine(at: above - 1, from: first)
      {
        let isRepeated =
          bytes.text(in: nameRange(lines[above - 1].content)) == bytes.text(in: signatures[0])
        if isRepeated { signatures = [] }
        endLine = above
        takeNameLine()
      }
      return
    }
    takeGluedName(from: first)
  }

  /// Drops the lines below a name that say who drafted and cleared the cable.
  private mutating func dropClearances(from first: Int) {
    var index = endLine
    while index > first, index > endLine - 8 {
      let line = lines[index - 1]
      guard line.isBlank || EndNotice.isClearance(bytes, line) else { break }
      index -= 1
    }
    guard index < endLine, index > first, isNameLine(at: index - 1, from: first) else { return }
    endLine = index
  }

  /// Takes a name that stands behind the address of a web site: `… http://www.state.sgov.gov/p/eur/ankara/ WILSON`.
  private mutating func takeNameBehindAddress(_ line: Line) {
    guard signatures.isEmpty,
      bytes.firstIndex(of: "HTTP", in: line.content, asWord: false) != nil
    else { return }
    var start = line.end
    while start > line.first, bytes[start - 1].isCapital { start -= 1 }
    guard line.end - start >= 3, start > line.first, bytes[start - 1].isBlank else { return }
    signatures = [start..<line.end]
  }

  private mutating func takeNameLine() {
    signatures.insert(nameRange(lines[endLine - 1].content), at: 0)
    endLine -= 1
    while endLine > 0, lines[endLine - 1].isBlank { endLine -= 1 }
  }

  /// The name on a line without stray marks behind it.
  private func nameRange(_ content: Range<Int>) -> Range<Int> {
    var end = content.upperBound
    while end > content.lowerBound, !bytes[end - 1].isLetter, bytes[end - 1] < 0x80,
      bytes[end - 1] != UInt8(ascii: ".")
    {
      end -= 1
    }
    // The point behind a name; that of an initial or of `Jr.` belongs to it.
    if end - content.lowerBound > 4, bytes[end - 1] == 0x2E,
      bytes[end - 4..<end - 1].allSatisfy(\.isLetter)
    {
      end -= 1
    }
    return content.lowerBound..<end
  }

  /// Whether the line is a name: it follows a finished sentence or a blank line, and is a few capitalised words.
  private func isNameLine(at index: Int, from first: Int) -> Bool {
    let line = lines[index]
    guard isName(nameRange(line.content)), line.content.count <= 40 else { return false }
    guard index > first else { return false }
    let above = lines[index - 1]
    if above.isBlank || !bytes[above.content].contains(where: \.isWord) { return true }
    if EndNotice.isPortalNotice(lines, at: index - 1) { return true }
    if isLoweredText, !bytes[line.content].contains(0x20) { return true }
    if EndNotice.isEndOfPart(bytes, before: above.end) { return true }
    let tail = bytes[above.end - 1]
    return tail.endsSentence || tail == UInt8(ascii: "\"") || tail == 0x29
      || isCapitalName(above)
      || (!bytes[line.content].contains(0x20) && TableLines.hasColumns(bytes, above))
      || (isCapitalName(line) && isBrokenOff(above, before: line))
  }

  /// Whether a line of mixed letters ends where the next word would still have had its place, so that what follows is
  /// no part of the sentence.
  private func isBrokenOff(_ line: Line, before name: Line) -> Bool {
    guard bytes[line.content].contains(where: \.isSmall), bytes[line.end - 1].isWord else {
      return false
    }
    let count = line.end - line.start
    return count + name.content.count < 55 || count > 100
  }

  private func isCapitalName(_ line: Line) -> Bool {
    let name = nameRange(line.content)
    return name.count <= 24 && isName(name) && !bytes[name].contains(where: \.isSmall)
      && !bytes[name].contains(0x20)
  }

  /// Whether a range is one to four capitalised words that are no words of the text.
  private func isName(_ range: Range<Int>) -> Bool {
    guard range.count >= 3 else { return false }
    var words = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let start = index
      while index < range.upperBound, !bytes[index].isBlank { index += 1 }
      let word = start..<index
      guard isNameWord(word) else { return false }
      words += 1
      index = bytes.skippingBlanks(from: index, before: range.upperBound)
    }
    return (1...4).contains(words) && !isOrdinary(range)
  }

  private func isNameWord(_ word: Range<Int>) -> Bool {
    let isParticle =
      bytes.equals("DE", in: word) || bytes.equals("VAN", in: word)
      || bytes.equals("VON", in: word)
    guard
      bytes[word.lowerBound].isCapital || isParticle || bytes[word.lowerBound] >= 0xC3
        || (isLoweredText && bytes[word.lowerBound].isLetter)
    else {
      return false
    }
    for index in word {
      let byte = bytes[index]
      guard
        byte.isLetter || byte >= 0x80 || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "-")
          || byte == UInt8(ascii: "/") || (byte == UInt8(ascii: ".") && word.count <= 4)
      else { return false }
    }
    return true
  }

  /// Whether a line is of words that end cables but sign none.
  private func isOrdinary(_ range: Range<Int>) -> Bool {
    let words: [StaticString] = [
      "COMMENT", "SUMMARY", "CONSIDERED", "END", "TEXT", "NOTE", "UNCLASSIFIED", "CONFIDENTIAL",
      "SECRET", "MINIMIZE", "SIPDIS", "NOFORN", "ATTACHMENT", "ANNEX", "POINTS", "PARAGRAPH",
      "MESSAGE", "INTRODUCTION", "BACKGROUND", "CONCLUSION",
    ]
    return words.contains { bytes.firstIndex(of: $0, in: range) != nil }
  }

  /// A name behind the last sentence on its line: `END COMMENT. SEMBLER`.
  private mutating func takeGluedName(from first: Int) {
    let line = lines[endLine - 1]
    let name = nameRange(line.content)
    guard name.count > 5, !TableLines.hasColumns(bytes, line) else { return }
    var start = name.upperBound
    let floor = max(name.lowerBound, start - 40)
    while start > floor,
      bytes[start - 1].isLetter || bytes[start - 1].isBlank
        || bytes[start - 1] == UInt8(ascii: "'") || bytes[start - 1] == UInt8(ascii: "-")
        || bytes[start - 1] >= 0x80
    {
      start -= 1
    }
    guard start > floor else { return }
    let mark = bytes[start - 1]
    guard mark.endsSentence || mark == 0x29 || mark == UInt8(ascii: "\"") else { return }
    let candidate = bytes.trimmed(start..<name.upperBound)
    guard isName(candidate), candidate.count <= 30 else { return }
    if mark == 0x2E, isAbbreviation(endingAt: start - 1) { return }
    let isCapital = !bytes[candidate].contains(where: \.isSmall)
    let hasOneWord = !bytes[candidate].contains(0x20)
    guard isCapital || hasOneWord else { return }
    signatures = [candidate]
    gluedEnd = start
  }

  /// Whether the word before a point is an initial or a title (`J.`, `Dr.`, `Gen.`), whose point ends no sentence.
  private func isAbbreviation(endingAt end: Int) -> Bool {
    var start = end
    while start > 0, bytes[start - 1].isLetter { start -= 1 }
    if end - start == 1 { return bytes[start].isCapital }
    for title: StaticString in [
      "DR", "MR", "MS", "MRS", "GEN", "COL", "LT", "SEN", "REP", "GOV", "AMB", "PROF", "ST", "MIN",
      "SGT", "MAJ", "CAPT", "ADM", "PRES", "SEC", "DEP",
    ] where bytes.equals(title, in: start..<end) { return true }
    return false
  }
}
