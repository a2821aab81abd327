import Cables
import Testing

@Suite struct CableTextTests {
  @Test(arguments: Seed.all)
  func `maps every stretch back to where it came from`(seed: Seed) throws {
    let text = try seed.cable().text
    #expect(isExact(text))
    for offset in text.clean.indices where text.clean[offset].isASCII {
      let range = text.originalRange(of: offset..<offset + 1)
      guard range.count == 1 else { continue }
      let source = text.original[range.lowerBound]
      #expect(
        source == text.clean[offset]
          || (source == UInt8(ascii: ",") && text.clean[offset] == UInt8(ascii: "'")))
      #expect(text.cleanOffset(ofOriginal: range.lowerBound) == offset)
    }
  }

  @Test func `maps a marker to the export's link`() {
    let bytes = Array("SUBJECT: X\n\n[1](#)1. (C) Words.".utf8)
    let text = CableParser().parse(bytes).text
    let marker = text.originalRange(of: 12..<14)
    #expect(String(decoding: bytes[marker], as: UTF8.self) == "[1](#)")
    #expect(text.cleanOffset(ofOriginal: 18) == 14)
  }

  @Test(arguments: [
    ("one  two\n three", "one two three"), ("MISSILE-\nRELATED", "MISSILE-RELATED"),
    ("a dash -\nand more", "a dash - and more"),
    ("one\n\n\ntwo", "one\ntwo"), ("  one \n", "one"), ("¶1. one", "1. one"),
  ])
  func `folds soft line ends`(clean: String, flow: String) {
    let bytes = Array(clean.utf8)
    let text = CableText(
      original: bytes, clean: bytes,
      segments: [CableText.Segment(clean: 0, original: 0, originalCount: bytes.count)])
    #expect(text.flow(in: 0..<bytes.count) == flow)
    #expect(text.string(in: 0..<bytes.count) == clean)
  }
}

extension UInt8 {
  fileprivate var isASCII: Bool { self < 0x80 }
}
