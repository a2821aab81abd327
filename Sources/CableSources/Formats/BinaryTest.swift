/// Tells text from other bytes by its control characters.
///
/// Damaged cables hold a NUL or an escape character here and there, and records padded with NUL bytes at their end; programs
/// and images hold such bytes throughout.
enum BinaryTest {
  /// Whether more than one byte in fifty, padding apart, is a control character that no text uses.
  static func isBinary(_ prefix: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let last = prefix.lastIndex(where: { $0 != 0 }) else { return true }
    let controls = prefix[...last].count {
      $0 < 9 || (14..<27).contains($0) || (28..<32).contains($0)
    }
    return controls > 0 && controls * 50 > last + 1
  }
}
