/// A place in bytes that moves on over what it recognises, and remembers when it was stopped by their end.
struct ByteCursor {
  let bytes: UnsafeBufferPointer<UInt8>
  var position: Int
  /// Whether more bytes could have changed an answer.
  private(set) var ranOut = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  /// The byte at the cursor; nil at the end.
  mutating func peek() -> UInt8? {
    guard position < bytes.count else {
      ranOut = true
      return nil
    }
    return bytes[position]
  }

  /// Moves over one byte if it is the given one.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek() == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// Moves over a number of as many digits as `count` allows.
  mutating func takeNumber(digits count: ClosedRange<Int>) -> Int? {
    let start = position
    var number = 0
    while position - start < count.upperBound, let byte = peek(), (48...57).contains(byte) {
      number = number * 10 + Int(byte - 48)
      position += 1
    }
    return position - start >= count.lowerBound ? number : nil
  }

  /// Moves over one of the words, and tells which.
  mutating func takeWord(of words: [StaticString]) -> Int? {
    for (index, word) in words.enumerated() {
      let rest = UnsafeBufferPointer(rebasing: bytes[min(position, bytes.count)...])
      let isHere = word.withUTF8Buffer { rest.starts(with: $0) }
      if isHere {
        position += word.utf8CodeUnitCount
        return index
      }
    }
    if bytes.count - position < 16 { ranOut = true }
    return nil
  }

  /// Moves over blanks; false where there is none.
  @discardableResult
  mutating func takeBlanks() -> Bool {
    let start = position
    while let byte = peek(), byte == 0x20 || byte == 0x09 { position += 1 }
    return position > start
  }

  /// Moves over line ends of either kind; false where there is none.
  @discardableResult
  mutating func takeLineEnds() -> Bool {
    let start = position
    while let byte = peek(), byte == 0x0A || byte == 0x0D { position += 1 }
    return position > start
  }
}
