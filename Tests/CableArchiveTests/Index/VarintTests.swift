import Testing

@testable import CableArchive

struct VarintTests {
  @Test(
    arguments: [
      (0, [0]), (1, [1]), (127, [0x7F]), (128, [0x81, 0]), (16_383, [0xFF, 0x7F]),
      (16_384, [0x81, 0x80, 0]), (1 << 55, [0xC0, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0]),
      (1 << 56, [0x80, 0xC0, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0]),
      (.max, [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]),
    ] as [(UInt64, [UInt8])])
  func `writes numbers as SQLite does and reads them again`(number: UInt64, bytes: [UInt8]) {
    var written: [UInt8] = []
    written.append(varint: number)
    #expect(written == bytes)
    var reader = VarintReader(bytes + [1])
    #expect(reader.next() == number)
    #expect(reader.next() == 1)
    #expect(reader.next() == nil)
    var cut = VarintReader(Array(bytes.dropLast()))
    #expect(cut.next() == nil)
  }
}
