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
    let raw = UnsafeRawBufferPointer(self)
    var index = start
    while index + 16 <= count {
      let bytes = raw.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
      let isUsual = bytes.lies(from: 0x20, count: 0x5F) .| bytes.has(0x0A) .| bytes.has(0x09)
      guard all(isUsual) else { break }
      index += 16
    }
    while index < count {
      let byte = self[index]
      guard byte &- 0x20 < 0x5F || byte == 0x0A || byte == 0x09 else { return index }
      index += 1
    }
    return index
  }

  /// The first offset from `start` on at which a test of sixteen bytes and their sixteen successors holds.
  ///
  /// Behind the last full stretch each byte is tested with what is left; `limit` if the test holds nowhere. The test must
  /// not hold for zero bytes.
  @inline(__always)
  func firstOffset(
    from start: Int, before limit: Int,
    where test: (SIMD16<UInt8>, SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>>
  ) -> Int {
    let raw = UnsafeRawBufferPointer(self)
    var index = start
    while index + 17 <= limit {
      let bytes = raw.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
      let next = raw.loadUnaligned(fromByteOffset: index + 1, as: SIMD16<UInt8>.self)
      let hits = test(bytes, next)
      if any(hits) {
        for lane in 0..<16 where hits[lane] { return index + lane }
      }
      index += 16
    }
    while index < limit {
      let next = index + 1 < limit ? self[index + 1] : 0
      let hits = test(SIMD16(repeating: self[index]), SIMD16(repeating: next))
      if hits[0] { return index }
      index += 1
    }
    return limit
  }
}

extension SIMD16<UInt8> {
  /// Which bytes are a byte.
  @inline(__always)
  func has(_ byte: UInt8) -> SIMDMask<SIMD16<Int8>> { self .== SIMD16(repeating: byte) }

  /// Which bytes are a letter, small or capital; given as small.
  @inline(__always)
  func hasLetter(_ small: UInt8) -> SIMDMask<SIMD16<Int8>> {
    (self | SIMD16(repeating: 0x20)) .== SIMD16(repeating: small)
  }

  /// Which bytes lie in a range of `count` values from `first` on.
  @inline(__always)
  func lies(from first: UInt8, count: UInt8) -> SIMDMask<SIMD16<Int8>> {
    (self &- SIMD16(repeating: first)) .< SIMD16(repeating: count)
  }
}

extension [UInt8] {
  /// All offsets of a phrase of capitals, compared with case.
  ///
  /// - Complexity: O(n).
  func offsets(of phrase: StaticString) -> [Int] {
    let length = phrase.utf8CodeUnitCount
    guard length > 1, count >= length else { return [] }
    let (first, second) = (phrase.utf8Start[0], phrase.utf8Start[1])
    var found: [Int] = []
    withUnsafeBufferPointer { buffer in
      var index = 0
      while true {
        index = buffer.firstOffset(from: index, before: buffer.count) { bytes, next in
          bytes.has(first) .& next.has(second)
        }
        guard index + length <= buffer.count else { return }
        var matched = 2
        while matched < length, buffer[index + matched] == phrase.utf8Start[matched] {
          matched += 1
        }
        if matched == length { found.append(index) }
        index += matched
      }
    }
    return found
  }
}
