extension HitFinder.NearGroup {
  private struct Occurrence {
    var pattern: Int
    /// The numbers of its first and last token.
    var first: Int
    var last: Int
    var range: Range<Int>
  }

  /// The hits of phrases that stand near each other: at most `distance` words between the end of the first
  /// and the beginning of the last, as the index has it.
  func hits(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    let occurrences = occurrences(in: bytes)
    var hits: [Range<Int>] = []
    for start in occurrences {
      var chosen: [Occurrence] = [start]
      // The nearest following occurrence of every other phrase decides whether the group is complete.
      for pattern in patterns.indices where pattern != start.pattern {
        let following = occurrences.first {
          $0.pattern == pattern && $0.first >= start.first
            && $0.first - start.last - 1 <= distance
        }
        guard let following else { break }
        chosen.append(following)
      }
      if chosen.count == patterns.count { hits += chosen.map(\.range) }
    }
    return hits
  }

  private func occurrences(in bytes: UnsafeBufferPointer<UInt8>) -> [Occurrence] {
    var scanner = TokenScanner(bytes)
    var found: [Occurrence] = []
    var number = 0
    while let range = scanner.next() {
      for (index, pattern) in patterns.enumerated() {
        if let end = pattern.end(after: scanner, first: range) {
          found.append(
            Occurrence(
              pattern: index, first: number, last: number + pattern.tokens.count - 1,
              range: range.lowerBound..<end))
        }
      }
      number += 1
    }
    return found
  }
}
