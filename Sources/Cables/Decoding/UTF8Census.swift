/// What a text's bytes beyond ASCII look like, which decides how they are read.
struct UTF8Census {
  /// Sequences that are UTF-8.
  private(set) var validCount = 0
  /// Bytes that belong to none.
  private(set) var invalidCount = 0
  /// Whether nothing has to be altered: no control characters, no carriage returns, no damage.
  private(set) var isClean = true

  init(_ bytes: [UInt8]) {
    var index = 0
    let count = bytes.count
    while true {
      index = bytes.withUnsafeBufferPointer { $0.firstStrangeOffset(from: index) }
      guard index < count else { return }
      let byte = bytes[index]
      if byte < 0x80 {
        isClean = false
        index += 1
        continue
      }
      let length = Self.sequenceLength(bytes, at: index)
      if length == 0 {
        invalidCount += 1
        isClean = false
        index += 1
        continue
      }
      validCount += 1
      if isClean, Self.isAltered(bytes, at: index) { isClean = false }
      index += length
    }
  }

  /// The length of the UTF-8 sequence of two to four bytes at an offset; 0 where there is none.
  static func sequenceLength(_ bytes: [UInt8], at index: Int) -> Int {
    let first = bytes[index]
    let length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
    guard length > 0, index + length <= bytes.count else { return 0 }
    for offset in 1..<length where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
    let second = bytes[index + 1]
    switch first {
    case 0xE0 where second < 0xA0: return 0
    case 0xED where second > 0x9F: return 0
    case 0xF0 where second < 0x90: return 0
    case 0xF4 where second > 0x8F: return 0
    default: return length
    }
  }

  /// Whether a valid sequence is one that decoding changes (no-break spaces, line separators, byte order marks).
  private static func isAltered(_ bytes: [UInt8], at index: Int) -> Bool {
    let second = bytes[index + 1]
    switch bytes[index] {
    case 0xC2: return second <= 0xA0 || second == 0xAD
    case 0xC3: return second == 0x82
    case 0xE2:
      guard second == 0x80 else { return false }
      let third = bytes[index + 2]
      return third == 0xA8 || third == 0xA9 || third == 0x8B || third == 0x89 || third == 0xAF
    case 0xEF: return second == 0xBB && bytes[index + 2] == 0xBF
    default: return false
    }
  }
}
