/// The line some dumps put under a text: `2003ROME01605 - Classification: SECRET`, or the id alone.
struct FooterLine {
  var id: WrittenID?
  /// What is said of the level; empty where nothing is.
  var classification: Range<Int>

  /// Reads a line.
  init?(_ bytes: [UInt8], _ content: Range<Int>) {
    guard content.count >= 20, content.count <= 120 else { return nil }
    guard let place = bytes.firstIndex(of: "CLASSIFICATION:", in: content, asWord: false) else {
      return nil
    }
    var end = place
    while end > content.lowerBound, !bytes[end - 1].isWord { end -= 1 }
    guard end > content.lowerBound, end - content.lowerBound <= 48 else { return nil }
    id = WrittenID(bytes.text(in: content.lowerBound..<end))
    guard id?.year != nil else { return nil }
    classification = bytes.trimmed(place + 15..<content.upperBound)
  }

  /// The footer of a text, in its last lines.
  static func find(_ lines: LineIndex) -> FooterLine? {
    for index in lines.lines.indices.suffix(12).reversed() where !lines[index].isBlank {
      if let footer = FooterLine(lines.bytes, lines[index].content) { return footer }
      if let footer = FooterLine(bareIn: lines, at: index) { return footer }
    }
    return nil
  }

  /// Reads an id of four digits of year, known post and padded number that is alone on the last line.
  ///
  /// One of several such lines, or one that the line above announces, is part of the text.
  init?(bareIn lines: LineIndex, at index: Int) {
    let bytes = lines.bytes
    let content = lines[index].content
    guard content.count >= 12, content.count <= 40, bytes[content.lowerBound].isDigit,
      bytes[content].allSatisfy({ $0.isDigit || $0.isCapital }),
      lines.nextFilled(from: index + 1) >= lines.count,
      let id = WrittenID(bytes.text(in: content)), id.isPostKnown, Self.isPadded(bytes[content]),
      let above = lines.lines.indices[..<index].last(where: { !lines[$0].isBlank }),
      !bytes[lines[above].first].isDigit
    else { return nil }
    let tail = bytes[lines[above].end - 1]
    guard tail != 0x3A, tail != UInt8(ascii: ","), tail != UInt8(ascii: ";") else { return nil }
    self.id = id
    classification = content.upperBound..<content.upperBound
  }

  /// Whether a year of four digits stands in front and a number of five behind.
  private static func isPadded(_ id: ArraySlice<UInt8>) -> Bool {
    id.prefix { $0.isDigit }.count == 4 && id.reversed().prefix { $0.isDigit }.count >= 5
  }
}
