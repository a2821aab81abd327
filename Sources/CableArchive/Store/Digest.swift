/// A 64-bit digest of bytes (FNV-1a over words) that tells texts apart before they are compared.
///
/// It protects against chance, not against intent: equal digests are always checked byte by byte.
enum Digest {
  static func of(_ bytes: UnsafeRawBufferPointer) -> Int64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(bytes.count)
    var index = 0
    while index + 8 <= bytes.count {
      hash = mixed(hash, bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    var rest: UInt64 = 0
    while index < bytes.count {
      rest = rest << 8 | UInt64(bytes[index])
      index += 1
    }
    return Int64(bitPattern: mixed(hash, rest))
  }

  static func of(_ bytes: [UInt8]) -> Int64 { bytes.withUnsafeBytes(of) }

  static func of(_ row: IndexRow) -> Int64 {
    var digest: UInt64 = 0
    for column in [row.subject, row.body, row.meta] {
      var column = column
      digest = mixed(digest, UInt64(bitPattern: column.withUTF8 { of(UnsafeRawBufferPointer($0)) }))
    }
    return Int64(bitPattern: digest)
  }

  private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word) &* 0x0000_0100_0000_01B3 &* 0x9E37_79B9_7F4A_7C15
    return product ^ (product >> 29)
  }
}
