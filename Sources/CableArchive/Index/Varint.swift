/// Reads numbers as SQLite writes them: seven bits a byte, the highest first, the ninth byte whole.
struct VarintReader {
  private let bytes: [UInt8]
  private var position: Int

  init(_ bytes: [UInt8], from start: Int = 0) {
    self.bytes = bytes
    position = start
  }

  /// Whether all has been read.
  var isAtEnd: Bool { position >= bytes.count }

  /// The next number; nil where the bytes end before it does.
  mutating func next() -> UInt64? {
    var number: UInt64 = 0
    for count in 1...9 {
      guard position < bytes.count else { return nil }
      let byte = bytes[position]
      position += 1
      if count == 9 { return number << 8 | UInt64(byte) }
      number = number << 7 | UInt64(byte & 0x7F)
      if byte < 0x80 { return number }
    }
    return nil
  }

  /// The next number where it is a small one, as counts and page numbers are.
  mutating func nextCount() -> Int? {
    next().flatMap { $0 <= UInt64(Int32.max) ? Int($0) : nil }
  }
}

extension [UInt8] {
  /// Appends a number as SQLite writes it.
  mutating func append(varint number: UInt64) {
    if number < 0x80 {
      append(UInt8(number))
    } else if number >> 56 != 0 {
      for shift in stride(from: 57, through: 8, by: -7) {
        append(UInt8(truncatingIfNeeded: number >> UInt64(shift)) | 0x80)
      }
      append(UInt8(truncatingIfNeeded: number))
    } else {
      var shift: UInt64 = 49
      while number >> shift == 0 { shift -= 7 }
      while shift > 0 {
        append(UInt8(truncatingIfNeeded: number >> shift) | 0x80)
        shift -= 7
      }
      append(UInt8(number & 0x7F))
    }
  }
}
