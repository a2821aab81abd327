/// Cuts a text into the words that are indexed and searched.
///
/// A token is a run of letters and digits. It is folded (case, accents), a number loses its leading zeros,
/// and what goes beyond ``longestToken`` bytes is dropped. Index, query and hit finder all read text
/// through this type, which is why they agree.
///
/// - Complexity: O(n) over the bytes.
struct TokenScanner {
  /// Bytes of a folded token that count.
  static let longestToken = 64

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position: Int
  /// The token found last, folded.
  private(set) var token: [UInt8] = []

  /// Creates a scanner that starts at an offset, which must not be inside a token.
  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) {
    self.bytes = bytes
    position = start
    token.reserveCapacity(Self.longestToken)
  }

  /// Goes on from another offset, which must not be inside a token.
  mutating func move(to offset: Int) {
    position = offset
  }

  /// Finds the next token and returns where it stands; nil at the end.
  mutating func next() -> Range<Int>? {
    token.removeAll(keepingCapacity: true)
    var start = -1
    var isFull = false
    var isNumber = true
    while position < bytes.count {
      let byte = bytes[position]
      if byte < 0x80 {
        let folded = Self.asciiFold[Int(byte)]
        if folded == 0 {
          if start >= 0 { break }
          position += 1
          continue
        }
        if start < 0 { start = position }
        if folded > 0x39 { isNumber = false }
        if !isFull, token.count < Self.longestToken {
          token.append(folded)
        } else {
          isFull = true
        }
        position += 1
        continue
      }
      let (scalar, length) = UTF8Reading.scalar(in: bytes, at: position)
      let role = scalar.map(Folding.role) ?? .separator
      if role == .separator {
        if start >= 0 { break }
        position += length
        continue
      }
      if role == .letter, let scalar {
        if start < 0 { start = position }
        isNumber = false
        let folded = Folding.folded(scalar)
        if !isFull, token.count + folded.count <= Self.longestToken {
          token += folded
        } else {
          isFull = true
        }
      }
      position += length
    }
    guard start >= 0 else { return nil }
    if isNumber { dropLeadingZeros() }
    return start..<position
  }

  private mutating func dropLeadingZeros() {
    let zeros = token.prefix { $0 == 0x30 }.count
    let drop = min(zeros, token.count - 1)
    if drop > 0 { token.removeFirst(drop) }
  }

  /// The folded form of each ASCII byte; 0 for those that are in no token.
  static let asciiFold: [UInt8] = (0..<128).map { value in
    switch UInt8(value) {
    case 0x30...0x39, 0x61...0x7A: UInt8(value)
    case 0x41...0x5A: UInt8(value) + 0x20
    default: 0
    }
  }
}

extension TokenScanner {
  /// All tokens of a text, folded.
  static func tokens(of text: String) -> [String] {
    var text = text
    return text.withUTF8 { bytes in
      var scanner = TokenScanner(bytes)
      var tokens: [String] = []
      while scanner.next() != nil {
        if !scanner.token.isEmpty { tokens.append(String(decoding: scanner.token, as: UTF8.self)) }
      }
      return tokens
    }
  }
}

/// Reads single scalars of UTF-8 that may be damaged.
enum UTF8Reading {
  /// The scalar at an offset and its length in bytes; no scalar and length 1 where the bytes are damaged.
  static func scalar(
    in bytes: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> (scalar: Unicode.Scalar?, length: Int) {
    let first = bytes[offset]
    let length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard length > 0, first < 0xF5, offset + length <= bytes.count else { return (nil, 1) }
    var value = length == 1 ? UInt32(first) : UInt32(first) & (0x7F >> UInt32(length))
    for index in 1..<max(length, 1) {
      let byte = bytes[offset + index]
      guard byte & 0xC0 == 0x80 else { return (nil, 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    let isShortest = value >= [0, 0, 0x80, 0x800, 0x10000][length]
    guard isShortest, let scalar = Unicode.Scalar(value) else { return (nil, 1) }
    return (scalar, length)
  }
}
