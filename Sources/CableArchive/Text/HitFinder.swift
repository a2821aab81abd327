/// Finds in a text the places that made the index find it.
///
/// It reads words as the index does: case and accents folded, numbers without leading zeros, beginnings and
/// phrases as asked for. Words that the query excludes are no hits. Give it the subject and the passages of
/// ``IndexedText`` one by one: phrases lie within one of them.
public struct HitFinder: Sendable {
  struct Pattern: Sendable, Hashable {
    var tokens: [[UInt8]]
    var isPrefix: Bool

    init(_ phrase: Phrase) {
      tokens = phrase.tokens.map { Array($0.utf8) }
      isPrefix = phrase.isPrefix
    }
  }

  struct NearGroup: Sendable, Hashable {
    var patterns: [Pattern]
    var distance: Int
  }

  private var patterns: [Pattern] = []
  private var groups: [NearGroup] = []
  /// Whether a token that begins with a byte has to be looked at.
  private var isStart = [Bool](repeating: false, count: 256)

  /// Creates a finder for the text terms of a query.
  ///
  /// - Parameters:
  ///   - query: The query.
  ///   - part: The part of the text that is looked through; nil takes the terms of every part.
  public init(_ query: Query, in part: TextPart? = nil) {
    collect(query.root, in: part)
    for pattern in patterns + groups.flatMap(\.patterns) {
      guard let first = pattern.tokens.first?.first else { continue }
      isStart[Int(first)] = true
      if (0x61...0x7A).contains(first) { isStart[Int(first - 0x20)] = true }
    }
    if !isEmpty {
      // These can stand for another first byte: zeros fall away, letters are folded.
      isStart[0x30] = true
      for byte in 0x80..<0x100 { isStart[byte] = true }
    }
  }

  /// Whether the query has no words to find.
  public var isEmpty: Bool { patterns.isEmpty && groups.isEmpty }

  private mutating func collect(_ node: QueryNode, in part: TextPart?) {
    switch node {
    case .phrase(let phrase):
      guard part == nil || phrase.part == nil || phrase.part == part else { return }
      let pattern = Pattern(phrase)
      if !patterns.contains(pattern) { patterns.append(pattern) }
    case .near(let phrases, let distance, let nearPart):
      guard part == nil || nearPart == nil || nearPart == part else { return }
      groups.append(NearGroup(patterns: phrases.map(Pattern.init), distance: distance))
    case .and(let nodes), .or(let nodes):
      for node in nodes { collect(node, in: part) }
    default:
      break
    }
  }

  /// Finds all hits.
  ///
  /// - Returns: Byte ranges, ascending, without overlaps; hits that overlap are one.
  /// - Complexity: O(n) over the bytes.
  public func hits(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    guard !isEmpty else { return [] }
    var hits: [Range<Int>] = []
    if !patterns.isEmpty { findPatterns(in: bytes, &hits) }
    guard !groups.isEmpty else { return hits }
    for group in groups { hits += group.hits(in: bytes) }
    return Self.merged(hits)
  }

  /// Finds all hits in an array of bytes.
  public func hits(in bytes: [UInt8]) -> [Range<Int>] {
    bytes.withUnsafeBufferPointer { hits(in: $0) }
  }

  /// Finds all hits in a string, as ranges of its UTF-8 bytes.
  public func hits(in text: String) -> [Range<Int>] {
    var text = text
    return text.withUTF8 { hits(in: $0) }
  }

  private func findPatterns(in bytes: UnsafeBufferPointer<UInt8>, _ hits: inout [Range<Int>]) {
    let kinds = ByteKind.table
    let count = bytes.count
    var position = 0
    kinds.withUnsafeBufferPointer { kinds in
      isStart.withUnsafeBufferPointer { isStart in
        while position < count {
          let byte = bytes[position]
          let kind = kinds[Int(byte)]
          if kind == .separator {
            position += 1
            continue
          }
          if isStart[Int(byte)] {
            position = look(at: position, in: bytes, &hits)
            continue
          }
          position += 1
          while position < count, kinds[Int(bytes[position])] == .letter { position += 1 }
          // The word goes on beyond ASCII: its first byte rules it out, its end is to be found.
          if position < count, kinds[Int(bytes[position])] == .other {
            position = Self.endOfToken(from: position, in: bytes)
          }
        }
      }
    }
  }

  /// Compares the token at a place with the patterns and returns where it ends.
  private func look(
    at position: Int, in bytes: UnsafeBufferPointer<UInt8>, _ hits: inout [Range<Int>]
  ) -> Int {
    var scanner = TokenScanner(bytes, from: position)
    guard let first = scanner.next() else { return bytes.count }
    for pattern in patterns {
      if let end = pattern.end(after: scanner, first: first) {
        if let last = hits.last, last.upperBound > first.lowerBound {
          hits[hits.count - 1] = last.lowerBound..<max(last.upperBound, end)
        } else {
          hits.append(first.lowerBound..<end)
        }
      }
    }
    return first.upperBound
  }

  private static func endOfToken(
    from position: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var position = position
    while position < bytes.count {
      if bytes[position] < 0x80 {
        guard TokenScanner.asciiFold[Int(bytes[position])] != 0 else { break }
        position += 1
        continue
      }
      let (scalar, length) = UTF8Reading.scalar(in: bytes, at: position)
      if scalar.map(Folding.role) ?? .separator == .separator { break }
      position += length
    }
    return position
  }

  static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, last.upperBound > range.lowerBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }
}

extension HitFinder.Pattern {
  /// Where the pattern ends if it begins with the token a scanner stands on; nil if it does not.
  func end(after scanner: TokenScanner, first: Range<Int>) -> Int? {
    guard matches(scanner.token, at: 0) else { return nil }
    var end = first.upperBound
    guard tokens.count > 1 else { return end }
    var scanner = scanner
    for index in 1..<tokens.count {
      guard let range = scanner.next(), matches(scanner.token, at: index) else { return nil }
      end = range.upperBound
    }
    return end
  }

  func matches(_ token: [UInt8], at index: Int) -> Bool {
    let wanted = tokens[index]
    return isPrefix && index == tokens.count - 1 ? token.starts(with: wanted) : token == wanted
  }
}

/// What an ASCII byte does in a text.
enum ByteKind: UInt8 {
  case separator
  case letter
  case other

  static let table: [ByteKind] = (0..<256).map { value in
    value >= 0x80 ? .other : TokenScanner.asciiFold[value] == 0 ? .separator : .letter
  }
}
