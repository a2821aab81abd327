/// Searches over the whole text, which is gone over a few times for each cable, so each must be fast.
extension UnsafeBufferPointer<UInt8> {
  /// The first offset at or after `start` that has a byte; `count` if there is none.
  @inline(__always)
  func firstOffset(of byte: UInt8, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(self)
    let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
    var index = start
    while index + 8 <= count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian ^ pattern
      // The lowest byte that is zero sets its high bit; a borrow spoils only those above it.
      let zeros = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
      if zeros != 0 { return index + zeros.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < count, self[index] != byte { index += 1 }
    return index
  }

  /// The first offset at or after `start` that has neither a printable ASCII character nor a line end or tab.
  @inline(__always)
  func firstStrangeOffset(from start: Int) -> Int {
    var index = start
    while index + 16 <= count {
      var strange: UInt8 = 0
      for offset in 0..<16 {
        let byte = self[index + offset]
        let isUsual = byte &- 0x20 < 0x5F || byte == 0x0A || byte == 0x09
        strange |= isUsual ? 0 : 1
      }
      if strange != 0 { break }
      index += 16
    }
    while index < count {
      let byte = self[index]
      guard byte &- 0x20 < 0x5F || byte == 0x0A || byte == 0x09 else { return index }
      index += 1
    }
    return index
  }

  /// The first offset at or after `start` and before `limit` that has one of two bytes; `limit` if there is none.
  @inline(__always)
  func firstOffset(of left: UInt8, or right: UInt8, from start: Int, before limit: Int) -> Int {
    var index = start
    while index < limit, self[index] != left, self[index] != right { index += 1 }
    return index
  }
}

extension [UInt8] {
  /// All offsets of a phrase of capitals, compared with case.
  ///
  /// - Complexity: O(n), and a step for every phrase length where its letters are rare.
  func offsets(of phrase: StaticString) -> [Int] {
    let length = phrase.utf8CodeUnitCount
    guard length > 1, count >= length else { return [] }
    let letters = UnsafeBufferPointer(start: phrase.utf8Start, count: length)
    var skips = [UInt8](repeating: UInt8(length), count: 256)
    for index in 0..<length - 1 { skips[Int(letters[index])] = UInt8(length - 1 - index) }
    var found: [Int] = []
    withUnsafeBufferPointer { buffer in
      var index = 0
      let last = letters[length - 1]
      while index + length <= buffer.count {
        let byte = buffer[index + length - 1]
        if byte == last, (0..<length).allSatisfy({ buffer[index + $0] == letters[$0] }) {
          found.append(index)
          index += length
        } else {
          index += Int(skips[Int(byte)])
        }
      }
    }
    return found
  }
}
