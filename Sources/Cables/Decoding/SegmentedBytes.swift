/// Bytes that are put together from stretches of a source, with the map back to it.
struct SegmentedBytes {
  private(set) var bytes: [UInt8] = []
  private(set) var segments: [CableText.Segment] = []
  /// Where the source goes on if the next stretch is to belong to the last segment; -1 if it can't.
  private var sourceEnd = -1
  /// Bytes of source for each byte of the last segment: 1 in copies, 2 in UTF-16; 0 where a new segment is due.
  private var ratio = 0

  init(capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  /// Appends a stretch of the source as it is.
  mutating func copy(_ source: [UInt8], _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    extend(range, ratio: 1)
    bytes.append(contentsOf: source[range])
  }

  /// Appends a character that stands for a stretch of the source.
  mutating func append(_ scalar: Unicode.Scalar, standingFor range: Range<Int>) {
    if scalar.isASCII, range.count == 2 {
      extend(range, ratio: 2)
    } else {
      extend(range, ratio: 0)
    }
    for unit in UTF8.encode(scalar) ?? UTF8.EncodedScalar() { bytes.append(unit) }
  }

  /// Appends fixed text that stands for a stretch of the source.
  mutating func append(_ text: StaticString, standingFor range: Range<Int>) {
    extend(range, ratio: 0)
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func extend(_ range: Range<Int>, ratio newRatio: Int) {
    if newRatio > 0, newRatio == ratio, sourceEnd == range.lowerBound, !segments.isEmpty {
      segments[segments.count - 1].originalCount += range.count
    } else {
      segments.append(
        CableText.Segment(
          clean: bytes.count, original: range.lowerBound, originalCount: range.count))
    }
    ratio = newRatio
    sourceEnd = range.upperBound
  }
}

extension [CableText.Segment] {
  /// This map followed by another one, whose originals are offsets in this one's clean text of `count` bytes.
  func followed(by outer: [CableText.Segment], outerCount: Int, count: Int) -> [CableText.Segment] {
    if self.count == 1, let only = first, only.clean == 0, only.originalCount == count {
      if only.original == 0 { return outer }
      return outer.map {
        CableText.Segment(
          clean: $0.clean, original: $0.original + only.original, originalCount: $0.originalCount)
      }
    }
    var result: [CableText.Segment] = []
    result.reserveCapacity(self.count + outer.count)
    var inner = 0
    for (position, segment) in outer.enumerated() {
      let end = position + 1 < outer.count ? outer[position + 1].clean : outerCount
      let source = segment.original..<segment.original + segment.originalCount
      while inner + 1 < self.count, self[inner + 1].clean <= source.lowerBound { inner += 1 }
      if end - segment.clean != segment.originalCount || segment.originalCount == 0 {
        let start = place(of: source.lowerBound, from: inner, count: count)
        let stop = source.isEmpty ? start : placeAfter(source.upperBound, from: inner, count: count)
        result.append(
          CableText.Segment(
            clean: segment.clean, original: start, originalCount: Swift.max(0, stop - start)))
        continue
      }
      var index = inner
      while index < self.count, self[index].clean < source.upperBound {
        let innerEnd = index + 1 < self.count ? self[index + 1].clean : count
        let lower = Swift.max(self[index].clean, source.lowerBound)
        let upper = Swift.min(innerEnd, source.upperBound)
        if lower < upper {
          let start = place(of: lower, from: index, count: count)
          let stop = placeAfter(upper, from: index, count: count)
          result.append(
            CableText.Segment(
              clean: segment.clean + lower - source.lowerBound, original: start,
              originalCount: Swift.max(0, stop - start)))
        }
        index += 1
      }
    }
    return result
  }

  /// The original offset of a clean offset, looked for from a segment on.
  private func place(of offset: Int, from segment: Int, count: Int) -> Int {
    var index = segment
    while index + 1 < self.count, self[index + 1].clean <= offset { index += 1 }
    guard index < self.count else { return 0 }
    let end = index + 1 < self.count ? self[index + 1].clean : count
    return self[index].originalOffset(of: offset, cleanEnd: end)
  }

  /// The original offset after the byte before a clean offset.
  private func placeAfter(_ offset: Int, from segment: Int, count: Int) -> Int {
    var index = segment
    while index + 1 < self.count, self[index + 1].clean < offset { index += 1 }
    guard index < self.count else { return 0 }
    let end = index + 1 < self.count ? self[index + 1].clean : count
    return self[index].originalOffset(of: offset, cleanEnd: end)
  }
}

extension CableText.Segment {
  /// The original offset of a clean offset in this segment, which ends at `cleanEnd`.
  ///
  /// Exact where the segment is a copy or UTF-16 of ASCII; the nearest place within a replacement.
  func originalOffset(of offset: Int, cleanEnd: Int) -> Int {
    let length = cleanEnd - clean
    guard length > 0 else { return original }
    let inside = Swift.min(Swift.max(offset - clean, 0), length)
    return length == originalCount ? original + inside : original + inside * originalCount / length
  }
}
