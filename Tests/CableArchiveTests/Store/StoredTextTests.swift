import TestSupport
import Testing

@testable import CableArchive

struct StoredTextTests {
  @Test(arguments: [0, 1, 100, 129, 5_000, 300_000]) func `a text comes back as it was`(
    length: Int
  ) throws {
    var generator = SeededGenerator(seed: UInt64(length))
    let random = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let plain = (0..<length).map { UInt8(ascii: "A") + UInt8($0 / 7 % 26) }
    for text in [random, plain] {
      let stored = StoredText(packing: text, TextPacking())
      #expect(stored.text == text)
      #expect(stored.bytes.count <= text.count)
    }
    if length >= 5_000 {
      #expect(StoredText(packing: plain, TextPacking()).bytes.count < length / 5)
    }
  }

  @Test func `damaged bytes are no text, and nothing traps`() {
    let text = Array("FM AMEMBASSY ROME TO SECSTATE WASHDC ".utf8)
    let packed = StoredText(
      packing: Array(repeating: text, count: 40).flatMap(\.self), TextPacking())
    #expect(packed.isPacked)
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<2_000 {
      var bytes = packed.bytes
      let place = Int.random(in: bytes.indices, using: &generator)
      bytes[place] = UInt8.random(in: 0...255, using: &generator)
      if Bool.random(using: &generator) { bytes.removeLast(place % bytes.count) }
      let read = StoredText(OriginalBytes(bytes), isPacked: true).text
      #expect(read == nil || read?.count ?? 0 < 1 << 28)
    }
    #expect(StoredText(OriginalBytes([]), isPacked: true).text == nil)
    #expect(StoredText(OriginalBytes([1, 2, 3]), isPacked: true).text == nil)
  }
}
