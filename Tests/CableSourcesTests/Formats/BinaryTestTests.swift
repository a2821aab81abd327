import CableSources
import TestSupport
import Testing

@Suite struct BinaryTestTests {
  private func items(_ bytes: [UInt8]) throws -> CollectedItems {
    let folder = try TemporaryFolder()
    return CollectedItems(try folder.write(bytes, to: "file"))
  }

  @Test(arguments: [
    ("%PDF-1.4\n", "a PDF document; extract its text first"),
    ("GIF89a", "a GIF image"),
    ("\u{7F}ELF", "a program"),
    ("SQLite format 3\0", "a database"),
    ("{\\rtf1\\ansi", "an RTF document; save it as plain text first"),
  ])
  func `names what it knows and passes it over`(start: String, name: String) throws {
    let items = try items(Array((start + String(repeating: "x", count: 500)).utf8))
    #expect(items.kinds == [.binary])
    #expect(items.problems.first?.message.hasSuffix(" is \(name); it was passed over.") == true)
  }

  @Test(
    arguments: [
      [0, 1, 2, 3], [0], [UInt8](repeating: 0, count: 9000),
      [0x61, 0x62, 0x63, 0x00, 0x64], Array("T\0E\0X\0T\0".utf8),
      (0..<4000).map { UInt8(truncatingIfNeeded: $0 * 167) },
    ] as [[UInt8]])
  func `takes bytes full of control characters for no text`(bytes: [UInt8]) throws {
    #expect(try items(bytes).kinds == [.binary])
  }

  @Test(
    arguments: [
      Array((String(repeating: "CONFIDENTIAL ROME 003933 ", count: 20) + "\0\u{1B}[1m\0").utf8),
      Array("SECRET ROME 12".utf8) + [UInt8](repeating: 0, count: 500),
      Array("caf\u{E9}".unicodeScalars.map { UInt8($0.value) }),
      [0xFF, 0xFE] + Array("S\0E\0C\0R\0E\0T\0".utf8),
      [0xFE, 0xFF] + Array("\0S\0E\0C".utf8),
      [0xEF, 0xBB, 0xBF] + Array("SECRET".utf8),
      Array("page\u{C}page\u{1A}".utf8) + [UInt8](repeating: 0x20, count: 100),
    ] as [[UInt8]])
  func `lets damaged and foreign text through untouched`(bytes: [UInt8]) throws {
    #expect(try items(bytes).records.map(\.bytes) == [bytes])
  }
}
