/// Texts in encodings as tests write them.
enum SampleText {
  /// A text in UTF-16 with its mark.
  static func wide(_ text: String, isBigEndian: Bool = false) -> [UInt8] {
    var bytes: [UInt8] = []
    for unit in [0xFEFF] + Array(text.utf16) {
      let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      bytes += isBigEndian ? pair.reversed() : pair
    }
    return bytes
  }
}
