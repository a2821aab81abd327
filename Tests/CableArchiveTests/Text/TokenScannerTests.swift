import TestSupport
import Testing

@testable import CableArchive

struct TokenScannerTests {
  @Test(arguments: [
    ("S E C R E T ROME 001605", ["s", "e", "c", "r", "e", "t", "rome", "1605"]),
    ("AMEMBASSY's 0 000 007x", ["amembassy", "s", "0", "0", "007x"]),
    ("Çağ Øre Đà Nẵng ΆΛΦΑ", ["cag", "ore", "da", "nang", "αλφα"]),
    ("Киев й", ["киев", "й"]),
    ("e\u{301}te\u{301} \u{301}x", ["ete", "x"]),
    ("a\u{200B}b c\u{200D}d", ["a", "b", "cd"]),
    ("🙂a🙂", ["a"]),
    ("", []),
  ])
  func `cuts and folds words`(text: String, tokens: [String]) {
    #expect(TokenScanner.tokens(of: text) == tokens)
  }

  @Test func `keeps the beginning of an endless word`() {
    let tokens = TokenScanner.tokens(of: String(repeating: "é", count: 100) + "x")
    #expect(tokens == [String(repeating: "e", count: 64)])
  }

  @Test func `marks where a word stands`() {
    let bytes = Array("¶1. Zürich!".utf8)
    bytes.withUnsafeBufferPointer { bytes in
      var scanner = TokenScanner(bytes)
      #expect(scanner.next() == 2..<3)
      #expect(scanner.next() == 5..<12)
      #expect(scanner.next() == nil)
    }
  }

  @Test func `reads no scalar from damaged bytes`() {
    for damaged: [UInt8] in [
      [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x80],
    ] {
      damaged.withUnsafeBufferPointer { bytes in
        #expect(UTF8Reading.scalar(in: bytes, at: 0).scalar == nil)
      }
    }
  }
}

struct IndexTextWriterTests {
  @Test func `writes the words that the scanner reads`() {
    var numbers = SeededGenerator(seed: 5)
    for _ in 0..<400 {
      var text = HitFinderTests.text(&numbers, 30)
      if Bool.random(using: &numbers) { text += String(repeating: text + " word", count: 60) }
      var writer = IndexTextWriter(capacity: text.utf8.count)
      text.withUTF8 { writer.append(wordsOf: $0) }
      let words = TokenScanner.tokens(of: text).map { $0 + " " }.joined()
      #expect(String(decoding: writer.bytes, as: UTF8.self) == words)
    }
  }

  @Test func `joins words over the ends of its stretches`() {
    for length in [4090, 4095, 4096, 4097, 8192] {
      let bytes = Array((String(repeating: "ab ", count: length / 3) + "Straße 0012").utf8)
      var writer = IndexTextWriter(capacity: bytes.count)
      bytes.withUnsafeBufferPointer { writer.append(wordsOf: $0) }
      #expect(
        String(decoding: writer.bytes, as: UTF8.self)
          == String(repeating: "ab ", count: length / 3) + "strasse 12 ")
    }
  }
}
