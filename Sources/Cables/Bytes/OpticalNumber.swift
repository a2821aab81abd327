/// A number at a place, in which a reader may have taken digits for letters: `OO1234`, `77O1`, `00l234`.
struct OpticalNumber {
  /// What it stands for.
  var value: Int
  /// After its last digit.
  var end: Int

  /// Reads the number at an offset; nil where no word begins that is one.
  ///
  /// At least half of its letters are digits, and at most nine of them count.
  @inline(__always)
  init?(_ bytes: [UInt8], at start: Int, before limit: Int) {
    guard start < limit, Self.digit(bytes[start]) != nil else { return nil }
    self.init(checking: bytes, at: start, before: limit)
  }

  private init?(checking bytes: [UInt8], at start: Int, before limit: Int) {
    var index = start
    var value = 0
    var digits = 0
    // Where the sure digits at the start end, behind which a word may be glued.
    var sure = start
    var sureValue = 0
    while index < limit, let digit = Self.digit(bytes[index]) {
      if bytes[index].isDigit { digits += 1 }
      guard value < 100_000_000 else { return nil }
      value = value * 10 + digit
      index += 1
      if digits == index - start { (sure, sureValue) = (index, value) }
    }
    if index < limit, bytes[index].isLetter || digits * 2 < index - start {
      guard sure > start else { return nil }
      (self.value, end) = (sureValue, sure)
      return
    }
    guard digits > 0, digits * 2 >= index - start else { return nil }
    self.value = value
    end = index
  }

  /// Whether a byte is a letter that looks like a digit.
  @inline(__always)
  static func isDigitLike(_ byte: UInt8) -> Bool { !byte.isDigit && digit(byte) != nil }

  /// The digit that a byte is or was taken from.
  @inline(__always)
  static func digit(_ byte: UInt8) -> Int? {
    if byte.isDigit { return Int(byte &- 0x30) }
    switch byte {
    case UInt8(ascii: "O"), UInt8(ascii: "o"): return 0
    case UInt8(ascii: "l"), UInt8(ascii: "I"): return 1
    default: return nil
    }
  }
}
