extension CableText {
  /// The place in the original that a range of the clean text came from.
  ///
  /// What cleaning took out of the middle is part of the result, so it may be much longer than the range.
  ///
  /// - Complexity: O(log segments).
  public func originalRange(of range: Range<Int>) -> Range<Int> {
    guard !segments.isEmpty else { return 0..<0 }
    let lower = segmentIndex(containing: range.lowerBound)
    let start = segments[lower].originalOffset(of: range.lowerBound, cleanEnd: cleanEnd(of: lower))
    guard !range.isEmpty else { return start..<start }
    let upper = segmentIndex(containing: range.upperBound - 1)
    let end = segments[upper].originalOffset(of: range.upperBound, cleanEnd: cleanEnd(of: upper))
    return start..<max(start, end)
  }

  /// The clean offset of a byte of the original; of one that was taken out, the place where it stood.
  ///
  /// - Complexity: O(log segments).
  public func cleanOffset(ofOriginal offset: Int) -> Int {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].original <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return 0 }
    let segment = segments[low - 1]
    let length = cleanEnd(of: low - 1) - segment.clean
    let inside = offset - segment.original
    guard inside < segment.originalCount else { return segment.clean + length }
    guard length != segment.originalCount else { return segment.clean + inside }
    return segment.clean + inside * length / segment.originalCount
  }

  /// A range of the clean text as it is.
  public func string(in range: Range<Int>) -> String {
    String(decoding: clean[range.clamped(to: 0..<clean.count)], as: UTF8.self)
  }

  private func cleanEnd(of segment: Int) -> Int {
    segment + 1 < segments.count ? segments[segment + 1].clean : clean.count
  }

  private func segmentIndex(containing offset: Int) -> Int {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].clean <= offset { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }
}
