/// The line some dumps put under a text: `2003ROME01605 - Classification: SECRET`.
struct FooterLine {
  var id: WrittenID?
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
    }
    return nil
  }
}
