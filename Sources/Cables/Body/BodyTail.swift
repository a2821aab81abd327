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

  /// Finds the end of a body that begins at a line.
  init(_ lines: LineIndex, from first: Int) {
    self.lines = lines
    bytes = lines.bytes
    endLine = lines.count
    guard first < lines.count else { return }
    endLine = endMark(from: first) ?? lines.count
    dropNotices(downTo: first)
    takeSignatures(from: first)
    dropNotices(downTo: first)
  }

  // MARK: The end

  /// The first `NNNN` with no numbered paragraph behind it.
  private func endMark(from first: Int) -> Int? {
    var mark: Int?
    for index in first..<lines.count where !lines[index].isBlank {
      let line = lines[index]
      let head = bytes[line.first]
      if head == UInt8(ascii: "N"), bytes.equals("NNNN", in: line.content) {
        if mark == nil { mark = index }
      } else if head == UInt8(ascii: "M"),
        bytes.has("MESSAGE ATTRIBUTES", at: line.first, before: line.end)
      {
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
      guard line.isBlank || isNotice(line, at: endLine - 1) else { return }
      endLine -= 1
    }
  }

  private func isNotice(_ line: Line, at index: Int) -> Bool {
    if bytes.equals("NNNN", in: line.content) || bytes.equals("BT", in: line.content) {
      return true
    }
    if FooterLine(bytes, line.content) != nil { return true }
    if bytes[line.first] == UInt8(ascii: "#"),
      line.content.dropFirst().allSatisfy({ bytes[$0].isDigit })
    {
      return true
    }
    if let found = ClassLine(bytes, line.content), found.post == nil { return true }
    if CaptionLine.captions(bytes, line.content) != nil { return true }
    if Rule.matches(bytes, line) { return true }
    return isPortalNotice(line, at: index)
  }

  /// Lines that point to a web site, which some posts put under each cable; an address in a paragraph is none.
  private func isPortalNotice(_ line: Line, at index: Int) -> Bool {
    guard line.content.count < 200 else { return false }
    if bytes.has("<< END OF DOCUMENT", at: line.first, before: line.end) { return true }
    if isInvitation(line) { return true }
    for start: StaticString in ["HTTP://", "HTTPS://", "WWW."]
    where bytes.has(start, at: line.first, before: line.end) {
      guard index > 0 else { return true }
      return lines[index - 1].isBlank || isInvitation(lines[index - 1])
    }
    return false
  }

  /// `Visit Ankara's Classified Web Site at`.
  private func isInvitation(_ line: Line) -> Bool {
    guard line.content.count < 200, bytes.hasWord("VISIT", at: line.first, before: line.end) else {
      return false
    }
    for word: StaticString in ["SITE", "PAGE", "HTTP", "PORTAL"]
    where bytes.firstIndex(of: word, in: line.content, asWord: false) != nil { return true }
    return false
  }

  // MARK: Signatures

  private mutating func takeSignatures(from first: Int) {
    guard endLine > first else { return }
    if isNameLine(at: endLine - 1, from: first) {
      takeNameLine()
      // Two names: the drafter's line above the chief's.
      var above = endLine
      while above > first, lines[above - 1].isBlank { above -= 1 }
      if above > first, above > first + 1, isCapitalName(lines[above - 1]),
        isNameLine(at: above - 1, from: first)
      {
        endLine = above
        takeNameLine()
      }
      return
    }
    takeGluedName(from: first)
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
    return content.lowerBound..<end
  }

  /// Whether the line is a name: it follows a finished sentence or a blank line, and is a few capitalised words.
  private func isNameLine(at index: Int, from first: Int) -> Bool {
    let line = lines[index]
    guard isName(nameRange(line.content)), line.content.count <= 40 else { return false }
    guard index > first else { return false }
    let above = lines[index - 1]
    if above.isBlank || Rule.matches(bytes, above) { return true }
    let tail = bytes[above.end - 1]
    return tail.endsSentence || tail == UInt8(ascii: "\"") || tail == 0x29
      || isCapitalName(above)
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
    guard bytes[word.lowerBound].isCapital || isParticle || bytes[word.lowerBound] >= 0xC3 else {
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
    if mark == UInt8(ascii: "."), isAbbreviation(endingAt: start - 1) { return }
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
    guard start < end, end - start <= 4, bytes[start].isCapital else { return false }
    return end - start == 1 || bytes[start + 1].isSmall
  }
}
