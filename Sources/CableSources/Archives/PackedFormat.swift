/// The kinds of packed input, told from their first bytes.
enum PackedFormat: Equatable {
  /// gzip, bzip2, xz, zstd and the like: one stream, which may hold a tar archive.
  case stream
  /// A tar archive.
  case tar
  /// A zip archive.
  case zip
  /// A 7-Zip archive, which cannot be read from front to back.
  case sevenZip

  private static let marks: [(format: PackedFormat, bytes: [UInt8])] = [
    (.stream, [0x1F, 0x8B, 0x08]),
    (.stream, Array("BZh".utf8)),
    (.stream, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]),
    (.stream, [0x28, 0xB5, 0x2F, 0xFD]),
    (.stream, [0x04, 0x22, 0x4D, 0x18]),
    (.stream, [0x1F, 0x9D]),
    (.stream, Array("LZIP\u{1}".utf8)),
    (.zip, [0x50, 0x4B, 0x03, 0x04]),
    (.zip, [0x50, 0x4B, 0x05, 0x06]),
    (.sevenZip, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
  ]

  /// Tells the kind; nil where the bytes are not packed.
  init?(_ prefix: UnsafeBufferPointer<UInt8>) {
    if let known = PackedFormat.marks.first(where: { prefix.starts(with: $0.bytes) }) {
      // The block size and the start of a block follow in bzip2; three letters alone may be a word.
      if known.bytes.first == 0x42 {
        guard prefix.count > 4, (49...57).contains(prefix[3]), [0x31, 0x17].contains(prefix[4])
        else { return nil }
      }
      self = known.format
    } else if PackedFormat.isTarHeader(prefix) {
      self = .tar
    } else {
      return nil
    }
  }

  /// Whether the first block is a tar header: its checksum says so, in old and new archives alike.
  private static func isTarHeader(_ prefix: UnsafeBufferPointer<UInt8>) -> Bool {
    guard prefix.count >= 512, prefix[0] != 0 else { return false }
    let field = 148..<156
    let digits = prefix[field].drop { $0 == 0x20 }.prefix { (48...55).contains($0) }
    let expected = digits.reduce(0) { $0 * 8 + Int($1 - 48) }
    let sum = (0..<512).reduce(0) { $0 + (field.contains($1) ? 0x20 : Int(prefix[$1])) }
    return !digits.isEmpty && sum == expected
  }
}
