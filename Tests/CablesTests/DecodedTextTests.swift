import Cables
import Testing

@Suite struct DecodedTextTests {
  private let text = Sample().text.replacing("good", with: "“café” –")

  private func utf16(_ text: String, isLittleEndian: Bool) -> [UInt8] {
    var bytes: [UInt8] = isLittleEndian ? [0xFF, 0xFE] : [0xFE, 0xFF]
    for unit in text.utf16 {
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      bytes += isLittleEndian ? [low, high] : [high, low]
    }
    return bytes
  }

  private func windows1252(_ text: String) -> [UInt8] {
    let special: [Unicode.Scalar: UInt8] = ["“": 0x93, "”": 0x94, "–": 0x96]
    return text.unicodeScalars.map { special[$0] ?? UInt8(truncatingIfNeeded: $0.value) }
  }

  /// The clean text of the same cable as plain UTF-8.
  private var expected: [UInt8] { CableParser().parse(Array(text.utf8)).text.clean }

  @Test func `reads every encoding alike`() {
    let parser = CableParser()
    let inputs: [[UInt8]] = [
      [0xEF, 0xBB, 0xBF] + Array(text.utf8), utf16(text, isLittleEndian: true),
      utf16(text, isLittleEndian: false), Array(utf16(text, isLittleEndian: true).dropFirst(2)),
      Array(utf16(text, isLittleEndian: false).dropFirst(2)),
      windows1252(text), Array(text.replacing("\n", with: "\r\n").utf8),
      Array(text.replacing("\n", with: "\r").utf8),
      Array(text.replacing("¶1. ", with: "¶1.\u{A0}").utf8),
      Array(text.replacing("¶", with: "Â¶").utf8),
      Array(text.replacing("mood", with: "mo\u{0}od\u{1B}[31m").utf8),
    ]
    for input in inputs {
      let cable = parser.parse(input)
      #expect(cable.text.original == input)
      #expect(
        String(decoding: cable.text.clean, as: UTF8.self)
          == String(decoding: expected, as: UTF8.self))
      #expect(isExact(cable.text))
    }
  }

  @Test func `replaces damage in a text that is evidently UTF-8`() {
    var bytes = Array(text.utf8)
    bytes.insert(0xE2, at: bytes.count - 8)
    let cable = CableParser().parse(bytes)
    #expect(cable.text.string(in: 0..<cable.text.clean.count).contains("\u{FFFD}"))
    #expect(cable.warnings.contains { $0.kind == .encodingRepaired })
  }

  @Test func `warns of control characters`() {
    let cable = CableParser().parse(Array(text.utf8) + [0, 1, 2])
    #expect(cable.warnings.contains { $0.kind == .controlCharacters && $0.message.hasPrefix("3 ") })
  }

  @Test(arguments: [
    "", "\n\n\n", "# Notes\n\nThese are notes about a folder.\nSubject: none\n", "{\"a\": 1}",
    "# Notes\n\nA paragraph looks like this:\n\n1. (S) SUMMARY. Words.\n\nand a list:\n\n5. (C) Text.\n",
    "\u{7F}ELF\u{2}\u{1}\u{1}\u{0}\u{0}",
  ])
  func `says that other files are no cables`(text: String) {
    let cable = CableParser().parse(Array(text.utf8))
    #expect(cable.warnings.contains { $0.kind == .notACable })
  }

  @Test(arguments: [
    ("RED \u{1B}]0;title\u{7}SEA", "RED SEA"), ("RED \u{1B}]8;;http://x\u{1B}\\SEA", "RED SEA"),
    ("RED \u{1B}]0;title\nSEA", "RED ]0;title\nSEA"), ("RED \u{1B}[1;31mSEA", "RED SEA"),
    ("RED \u{1B}]", "RED ]"),
  ])
  func `an order to a terminal goes as a whole`(text: String, clean: String) {
    let cable = CableParser().parse(Array(text.utf8))
    #expect(String(decoding: cable.text.clean, as: UTF8.self) == clean)
  }
}

/// Whether every copied stretch of the clean text is what the original has there.
func isExact(_ text: CableText) -> Bool {
  for (index, segment) in text.segments.enumerated() {
    let end = index + 1 < text.segments.count ? text.segments[index + 1].clean : text.clean.count
    guard end - segment.clean == segment.originalCount, segment.originalCount > 2 else { continue }
    let source = text.original[segment.original..<segment.original + segment.originalCount]
    guard source.elementsEqual(text.clean[segment.clean..<end]) else { return false }
  }
  return text.segments.first?.clean ?? 0 == 0
}
