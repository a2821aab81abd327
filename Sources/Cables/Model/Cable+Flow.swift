extension Cable {
  /// The running text of the blocks in a range of the clean text, a line for each block; tables keep their lines.
  ///
  /// Paragraph numbers and portion marks between the blocks are left out.
  ///
  /// - Complexity: O(n) over the range, and O(log blocks).
  public func flow(in range: Range<Int>) -> String {
    var flow: [UInt8] = []
    flow.reserveCapacity(range.count)
    for index in firstBlock(endingAfter: range.lowerBound)..<blocks.count {
      let block = blocks[index]
      if block.range.lowerBound >= range.upperBound { break }
      let part = block.range.clamped(to: range)
      if part.isEmpty { continue }
      let start = flow.count
      if start > 0 { flow.append(0x0A) }
      if block.kind == .table {
        flow.append(contentsOf: text.clean[part])
      } else {
        text.appendFlow(of: part, to: &flow)
      }
      if flow.count == start + 1, start > 0 { flow.removeLast() }
    }
    return String(decoding: flow, as: UTF8.self)
  }

  private func firstBlock(endingAfter offset: Int) -> Int {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
