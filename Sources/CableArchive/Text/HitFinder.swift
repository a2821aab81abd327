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
    if !patterns.isEmpty {
      var walk = TokenWalk(bytes, isStart: isStart)
      while let range = walk.next() {
        for pattern in patterns {
          guard let end = walk.end(of: pattern) else { continue }
          if let last = hits.last, last.upperBound > range.lowerBound {
            hits[hits.count - 1] = last.lowerBound..<max(last.upperBound, end)
          } else {
            hits.append(range.lowerBound..<end)
          }
        }
      }
    }
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
