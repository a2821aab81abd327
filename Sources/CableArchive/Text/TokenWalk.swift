/// Walks over a text from one token to the next that could begin a hit.
///
/// Words that begin with another letter than all patterns are passed over by a table look-up for each byte;
/// only the others are read by ``TokenScanner``.
struct TokenWalk {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let isStart: [Bool]
  private var position = 0
  private var scanner: TokenScanner
  private var ahead: TokenScanner

  /// Creates a walk; `isStart` tells for each byte whether a token that begins with it is wanted, and must tell
  /// so for zero and for all bytes beyond ASCII, which fold to others.
  init(_ bytes: UnsafeBufferPointer<UInt8>, isStart: [Bool]) {
    self.bytes = bytes
    self.isStart = isStart
    scanner = TokenScanner(bytes)
    ahead = TokenScanner(bytes)
  }

  /// Goes to the next token that begins as wanted; nil at the end.
  mutating func next() -> Range<Int>? {
    guard let start = nextStart() else {
      position = bytes.count
      return nil
    }
    scanner.move(to: start)
    guard let range = scanner.next() else {
      position = bytes.count
      return nil
    }
    position = range.upperBound
    return range
  }

  private func nextStart() -> Int? {
    let count = bytes.count
    return ByteKind.table.withUnsafeBufferPointer { kinds in
      isStart.withUnsafeBufferPointer { isStart in
        var position = position
        while position < count {
          let byte = Int(bytes[position])
          if kinds[byte] == .separator {
            position += 1
          } else if isStart[byte] {
            return position
          } else {
            position += 1
            while position < count, kinds[Int(bytes[position])] == .letter { position += 1 }
            // The word goes on beyond ASCII: its first byte rules it out, its end is still to be found.
            if position < count, kinds[Int(bytes[position])] == .other {
              position = TokenScanner.endOfToken(from: position, in: bytes)
            }
          }
        }
        return nil
      }
    }
  }

  /// Where a pattern ends if it begins with the token the walk stands on; nil if it does not.
  mutating func end(of pattern: HitFinder.Pattern) -> Int? {
    guard pattern.matches(scanner.token, at: 0) else { return nil }
    guard pattern.tokens.count > 1 else { return position }
    var end = position
    ahead.move(to: position)
    for index in 1..<pattern.tokens.count {
      guard let range = ahead.next(), pattern.matches(ahead.token, at: index) else { return nil }
      end = range.upperBound
    }
    return end
  }
}

extension HitFinder.Pattern {
  /// Whether a folded token is the pattern's token of a place, or begins with it where that is enough.
  func matches(_ token: [UInt8], at index: Int) -> Bool {
    let wanted = tokens[index]
    guard isPrefix, index == tokens.count - 1 else { return token == wanted }
    return token.count >= wanted.count && token.starts(with: wanted)
  }
}

extension TokenScanner {
  /// Where the token ends that an offset lies in.
  static func endOfToken(from offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var position = offset
    while position < bytes.count {
      if bytes[position] < 0x80 {
        guard asciiFold[Int(bytes[position])] != 0 else { break }
        position += 1
        continue
      }
      let (scalar, length) = UTF8Reading.scalar(in: bytes, at: position)
      if scalar.map(Folding.role) ?? .separator == .separator { break }
      position += length
    }
    return position
  }
}

/// What a byte does in a text.
enum ByteKind: UInt8 {
  /// ASCII that ends a word.
  case separator
  /// ASCII that is part of a word.
  case letter
  /// A byte beyond ASCII.
  case other

  static let table: [ByteKind] = (0..<256).map { value in
    value >= 0x80 ? .other : TokenScanner.asciiFold[value] == 0 ? .separator : .letter
  }
}
