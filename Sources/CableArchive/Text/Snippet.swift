public import Cables

/// The best passage of a cable's text for a query: where most of its words stand together.
///
/// ```swift
/// if let snippet = Snippet(of: cable, for: query, length: 160) { show(cable.text.clean[snippet.range]) }
/// ```
public struct Snippet: Sendable, Equatable {
  /// The bytes of `text.clean` to show; it begins and ends between words and lies within one passage.
  public let range: Range<Int>
  /// The hits within the range, in bytes of `text.clean`, ascending.
  public let hits: [Range<Int>]
  /// Whether the passage has more text before the range.
  public let isCutBefore: Bool
  /// Whether the passage has more text after the range.
  public let isCutAfter: Bool

  /// Chooses a passage of a cable; nil where its text has none of the query's words.
  ///
  /// A place with more different words goes before one with more hits, and an earlier one before a later.
  ///
  /// - Parameters:
  ///   - cable: The cable.
  ///   - query: The query.
  ///   - length: The most bytes to show; a single hit that is longer is shown as a whole.
  /// - Complexity: O(n) over the bytes of the text.
  public init?(of cable: Cable, for query: Query, length: Int) {
    self.init(of: cable, HitFinder(query, in: .body), length: length)
  }

  init?(of cable: Cable, _ finder: HitFinder, length: Int) {
    let chosen = cable.text.clean.withUnsafeBufferPointer { clean -> Snippet? in
      var best: (choice: Window, hits: [Range<Int>], passage: Range<Int>)?
      for passage in IndexedText(of: cable).passages {
        let hits = finder.hits(in: UnsafeBufferPointer(rebasing: clean[passage]))
          .map { $0.lowerBound + passage.lowerBound..<$0.upperBound + passage.lowerBound }
        guard let choice = Self.best(hits, in: clean, length: length) else { continue }
        if let known = best, known.choice.isAsGood(as: choice) { continue }
        best = (choice, hits, passage)
      }
      guard let best else { return nil }
      let inner =
        best.hits[best.choice.hits.lowerBound]
        .lowerBound..<best.hits[best.choice.hits.upperBound - 1].upperBound
      let range = Self.widened(inner, within: best.passage, clean, length: length)
      return Snippet(
        range: range, hits: best.hits.filter { $0.clamped(to: range) == $0 },
        isCutBefore: range.lowerBound > best.passage.lowerBound,
        isCutAfter: range.upperBound < best.passage.upperBound)
    }
    guard let chosen else { return nil }
    self = chosen
  }

  private init(range: Range<Int>, hits: [Range<Int>], isCutBefore: Bool, isCutAfter: Bool) {
    self.range = range
    self.hits = hits
    self.isCutBefore = isCutBefore
    self.isCutAfter = isCutAfter
  }

  /// Hits that are shown together, by their indexes, and how many words of theirs differ.
  private struct Window {
    var hits: Range<Int>
    var differentWords: Int

    func isAsGood(as other: Window) -> Bool {
      (differentWords, hits.count) >= (other.differentWords, other.hits.count)
    }
  }

  /// The first of the best windows over the hits of a passage, found by moving both of its ends over them.
  private static func best(
    _ hits: [Range<Int>], in clean: UnsafeBufferPointer<UInt8>, length: Int
  ) -> Window? {
    let words = hits.map { TokenScanner.tokens(of: String(decoding: clean[$0], as: UTF8.self)) }
    var counts: [[String]: Int] = [:]
    var best: Window?
    var start = 0
    for end in hits.indices {
      counts[words[end], default: 0] += 1
      while start < end, hits[end].upperBound - hits[start].lowerBound > length {
        if let count = counts[words[start]] { counts[words[start]] = count > 1 ? count - 1 : nil }
        start += 1
      }
      let window = Window(hits: start..<end + 1, differentWords: counts.count)
      if best?.isAsGood(as: window) != true { best = window }
    }
    return best
  }

  /// A range with text around it up to a length, ending between words.
  private static func widened(
    _ inner: Range<Int>, within passage: Range<Int>, _ clean: UnsafeBufferPointer<UInt8>,
    length: Int
  ) -> Range<Int> {
    let room = max(0, length - inner.count)
    // A third before, so that most of the line says what comes of it; what one side has no use for goes to the other.
    let before = min(
      inner.lowerBound - passage.lowerBound,
      max(room / 3, room - (passage.upperBound - inner.upperBound)))
    var start = inner.lowerBound - before
    var end = min(passage.upperBound, inner.upperBound + room - before)
    if start > passage.lowerBound {
      while start < inner.lowerBound, !isBlank(clean[start - 1]) { start += 1 }
    }
    if end < passage.upperBound {
      while end > inner.upperBound, !isBlank(clean[end]) { end -= 1 }
    }
    while start < inner.lowerBound, isBlank(clean[start]) { start += 1 }
    while end > inner.upperBound, isBlank(clean[end - 1]) { end -= 1 }
    return start..<end
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}
