/// The letters and digits that marked the sub-points of a paragraph.
struct ItemLetters {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// Adds the byte of a letter or digit; others are passed over.
  mutating func insert(_ byte: UInt8) {
    guard byte < 128 else { return }
    if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
  }

  /// Whether a byte was added.
  func contains(_ byte: UInt8) -> Bool {
    guard byte < 128 else { return false }
    return (byte < 64 ? low >> UInt64(byte) : high >> UInt64(byte - 64)) & 1 == 1
  }
}
