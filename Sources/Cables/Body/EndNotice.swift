/// Lines that machines, posts and web sites put under a cable's text.
enum EndNotice {
  /// Whether a line is one.
  static func matches(_ lines: LineIndex, at index: Int) -> Bool {
    let bytes = lines.bytes
    let line = lines[index]
    if isEndMark(bytes, line) || bytes.equals("BT", in: line.content) { return true }
    if FooterLine(bytes, line.content) != nil || FooterLine(bareIn: lines, at: index) != nil {
      return true
    }
    if bytes[line.first] == UInt8(ascii: "#"),
      line.content.dropFirst().allSatisfy({ bytes[$0].isDigit })
    {
      return true
    }
    if let found = ClassLine(bytes, line.content), found.post == nil { return true }
    if CaptionLine.captions(bytes, line.content) != nil { return true }
    if Rule.matches(bytes, line) || isEndRule(bytes, line) { return true }
    return isPortalNotice(lines, at: index)
  }

  /// `NNNN`, and the lists of attributes that archives put behind a text.
  static func isEndMark(_ bytes: [UInt8], _ line: Line) -> Bool {
    switch bytes[line.first].capital {
    case UInt8(ascii: "N"):
      return bytes.equals("NNNN", in: line.content) || bytes.equals("NNN", in: line.content)
    case UInt8(ascii: "M"): return bytes.has("MESSAGE ATTRIBUTES", at: line.first, before: line.end)
    case UInt8(ascii: "*"):
      return bytes.has("*** CURRENT ", at: line.first, before: line.end)
    default: return false
    }
  }

  /// Whether the words that end a part of the text stand in front of an offset: `END SUMMARY`, with no point behind it.
  static func isEndOfPart(_ bytes: [UInt8], before end: Int) -> Bool {
    guard end > 8 else { return false }
    switch (bytes[end - 2].capital, bytes[end - 1].capital) {
    case (UInt8(ascii: "R"), UInt8(ascii: "Y")), (UInt8(ascii: "N"), UInt8(ascii: "T")),
      (UInt8(ascii: "X"), UInt8(ascii: "T")), (UInt8(ascii: "T"), UInt8(ascii: "E")):
      break
    default: return false
    }
    for mark: StaticString in ["END SUMMARY", "END COMMENT", "END TEXT", "END NOTE"]
    where bytes.has(mark, at: end - mark.utf8CodeUnitCount, before: end) { return true }
    return false
  }

  /// A line that says who drafted, cleared or approved the cable.
  static func isClearance(_ bytes: [UInt8], _ line: Line) -> Bool {
    guard line.content.count < 100 else { return false }
    for word: StaticString in [
      "DRAFTED", "DRAFTER", "CLEARED", "CLEARANCE", "APPROVED", "RELEASED",
    ]
    where bytes.has(word, at: line.first, before: line.end) {
      return bytes[line.content].contains(0x3A)
    }
    return false
  }

  /// `=====CABLE ENDS=====`.
  static func isEndRule(_ bytes: [UInt8], _ line: Line) -> Bool {
    let mark = bytes[line.first]
    guard line.content.count >= 10, !mark.isWord, bytes[line.end - 1] == mark,
      bytes[line.first + 1] == mark, bytes[line.first + 2] == mark
    else { return false }
    return bytes.firstIndex(of: "END", in: line.content) != nil
      || bytes.firstIndex(of: "ENDS", in: line.content) != nil
  }

  /// Lines that point to a web site, which some posts put under each cable; an address in a paragraph is none.
  static func isPortalNotice(_ lines: LineIndex, at index: Int) -> Bool {
    let bytes = lines.bytes
    let line = lines[index]
    guard line.content.count < 200 else { return false }
    if bytes.has("<< END OF DOCUMENT", at: line.first, before: line.end) { return true }
    if isInvitation(bytes, line) { return true }
    // The rest of an address that wrapped.
    if index > 0, isInvitation(bytes, lines[index - 1]), bytes[line.content].contains(0x2F),
      !bytes[line.content].contains(where: \.isBlank)
    {
      return true
    }
    for start: StaticString in ["HTTP://", "HTTPS://", "WWW."]
    where bytes.has(start, at: line.first, before: line.end) {
      guard index > 0 else { return true }
      return lines[index - 1].isBlank || isInvitation(bytes, lines[index - 1])
    }
    return false
  }

  /// `Visit Ankara's Classified Web Site at`.
  private static func isInvitation(_ bytes: [UInt8], _ line: Line) -> Bool {
    guard line.content.count < 200 else { return false }
    var start = bytes[line.first] == UInt8(ascii: "\"") ? line.first + 1 : line.first
    if bytes.hasWord("PLEASE", at: start, before: line.end) {
      start = bytes.skippingBlanks(from: start + 6, before: line.end)
    }
    guard bytes.hasWord("VISIT", at: start, before: line.end) else { return false }
    for word: StaticString in ["SITE", "PAGE", "HTTP", "PORTAL"]
    where bytes.firstIndex(of: word, in: line.content, asWord: false) != nil { return true }
    return false
  }
}
