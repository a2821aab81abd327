extension HitFinder {
  /// Phrases that must stand near each other.
  struct NearGroup: Sendable, Hashable {
    /// The phrases, two or more.
    var patterns: [Pattern]
    /// The most words between the end of a phrase and the beginning of the last one.
    var distance: Int
  }
}

extension HitFinder.NearGroup {
  private struct Occurrence {
    /// The number of its first token.
    var start: Int
    var range: Range<Int>
  }

  /// The phrases of all groups in a text that stand near enough, as the index has it.
  ///
  /// - Complexity: O(n) over the bytes, times the number of phrases.
  func hits(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    let occurrences = occurrences(in: bytes)
    guard occurrences.allSatisfy({ !$0.isEmpty }) else { return [] }
    var hits: [Range<Int>] = []
    var first = [Int](repeating: 0, count: patterns.count)
    var end = first
    var taken = first
    let lastStarts = occurrences.joined().map(\.start).sorted()
    for lastStart in lastStarts {
      // A group is complete where each phrase begins no later than the last, and ends near enough to it.
      var isComplete = true
      for (index, places) in occurrences.enumerated() {
        let reach = distance + patterns[index].tokens.count
        while first[index] < places.count, places[first[index]].start < lastStart - reach {
          first[index] += 1
        }
        while end[index] < places.count, places[end[index]].start <= lastStart { end[index] += 1 }
        isComplete = isComplete && first[index] < end[index]
      }
      guard isComplete else { continue }
      for (index, places) in occurrences.enumerated() {
        let new = max(taken[index], first[index])
        guard new < end[index] else { continue }
        hits += places[new..<end[index]].map(\.range)
        taken[index] = end[index]
      }
    }
    return hits
  }

  /// The places of each phrase, ascending.
  private func occurrences(in bytes: UnsafeBufferPointer<UInt8>) -> [[Occurrence]] {
    var walk = TokenWalk(bytes, isStart: [Bool](repeating: true, count: 256))
    var found = [[Occurrence]](repeating: [], count: patterns.count)
    var number = 0
    while let range = walk.next() {
      for (index, pattern) in patterns.enumerated() {
        if let end = walk.end(of: pattern) {
          found[index].append(Occurrence(start: number, range: range.lowerBound..<end))
        }
      }
      number += 1
    }
    return found
  }
}
