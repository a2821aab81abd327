import Cables

/// A text with five lines before it: id, title, `Fri Feb 23 00:00:00 +0100 2001`, classification, origin.
struct TextDump {
  /// What the five lines say.
  private(set) var hints = CableHints()
  /// Where the text begins, in bytes of the file.
  private(set) var textStart = 0

  /// Reads the lines; nil where the bytes do not begin with them.
  ///
  /// The date is what tells: it stands on the third line, or further down where the title is wrapped.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var lines: [String] = []
    var date: CableDate?
    while date == nil, lines.count < 6 {
      guard let line = TextDump.line(bytes, &position) else { return nil }
      date = DateText.dumpDay(line)
      if date == nil { lines.append(TextDump.text(line)) }
    }
    guard date != nil, lines.count >= 1, TextDump.isID(lines[0]),
      let classification = TextDump.line(bytes, &position),
      let origin = TextDump.line(bytes, &position)
    else { return nil }
    hints.id = lines[0]
    hints.title = TextDump.known(lines.dropFirst().filter { !$0.isEmpty }.joined(separator: " "))
    hints.date = date
    hints.classification = TextDump.known(TextDump.text(classification))
    hints.origin = TextDump.known(TextDump.text(origin))
    textStart = position
  }

  private static func line(
    _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int
  ) -> UnsafeBufferPointer<UInt8>? {
    guard position < bytes.count else { return nil }
    let rest = UnsafeBufferPointer(rebasing: bytes[position...])
    let end = rest.firstIndex(of: 0x0A) ?? rest.count
    position += min(end + 1, rest.count)
    return UnsafeBufferPointer(
      rebasing: rest[..<(end > 0 && rest[end - 1] == 0x0D ? end - 1 : end)])
  }

  private static func text(_ line: UnsafeBufferPointer<UInt8>) -> String {
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
    let start = line.firstIndex { !isBlank($0) } ?? line.count
    let end = line.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? start
    return String(decoding: line[start..<end], as: UTF8.self)
  }

  private static func known(_ text: String) -> String? {
    text.isEmpty ? nil : text
  }

  private static func isID(_ text: String) -> Bool {
    (4...40).contains(text.utf8.count) && text.utf8.contains { (48...57).contains($0) }
      && text.utf8.contains { (65...90).contains($0 & 0xDF) }
  }
}
