/// Decodes the base64 in which an export keeps bytes that are no UTF-8.
enum Base64 {
  /// The bytes; nil where there is anything but the 64 characters, padding and line ends.
  static func decode(_ text: [UInt8]) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    var bits: UInt32 = 0
    var count = 0
    for byte in text {
      switch byte {
      case 65...90: bits = bits << 6 | UInt32(byte - 65)
      case 97...122: bits = bits << 6 | UInt32(byte - 71)
      case 48...57: bits = bits << 6 | UInt32(byte + 4)
      case UInt8(ascii: "+"): bits = bits << 6 | 62
      case UInt8(ascii: "/"): bits = bits << 6 | 63
      case UInt8(ascii: "="), 0x0A, 0x0D: continue
      default: return nil
      }
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes
  }
}
