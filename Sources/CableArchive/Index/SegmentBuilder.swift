/// Makes a part of the full-text index without a database, on whatever thread has time.
///
/// What comes out is what FTS5 would write for the same rows, byte by byte; a test compares them. It takes half the
/// time, since all words of a batch are numbered and their hits sorted before anything is written.
struct SegmentBuilder {
  /// The letter of the index of whole words, before each of them.
  private static let indexLetter = UInt8(ascii: "0")
  private static let columns = 3

  private var rowIDs: [Int64] = []
  private var words = WordTable()
  /// How many hits each word has.
  private var hitCounts: [Int] = []
  /// The word of each hit, by row, column and position.
  private var hits: [UInt32] = []
  /// Where each column of each row ends in ``hits``.
  private var columnEnds: [Int] = []

  /// Makes the segment of rows, which must come in ascending order of their ids; nil if only FTS5 can write it, or for no rows.
  static func segment(
    of rows: [(rowID: Int64, row: IndexRow)], pageSize: Int = SegmentWriter.usualPageSize
  ) -> (segment: IndexSegment, totals: IndexTotals)? {
    guard !rows.isEmpty else { return nil }
    var builder = SegmentBuilder()
    builder.hits.reserveCapacity(rows.reduce(0) { $0 + $1.row.body.utf8.count } / 4)
    for (rowID, row) in rows { builder.take(row, rowID) }
    let totals = builder.totals
    return builder.write(pageSize).map { ($0, totals) }
  }

  private var totals: IndexTotals {
    var counts = [UInt64](repeating: 0, count: 1 + Self.columns)
    counts[0] = UInt64(rowIDs.count)
    var start = 0
    for (index, end) in columnEnds.enumerated() {
      counts[1 + index % Self.columns] += UInt64(end - start)
      start = end
    }
    return IndexTotals(counts: counts)
  }

  // MARK: - Reading

  private mutating func take(_ row: IndexRow, _ rowID: Int64) {
    rowIDs.append(rowID)
    for column in [row.subject, row.body, row.meta] {
      var column = column
      column.withUTF8 { takeWords(of: $0) }
      columnEnds.append(hits.count)
    }
  }

  /// Reads words as the tokenizer `ascii` does: letters, digits, all beyond ASCII.
  private mutating func takeWords(of text: UnsafeBufferPointer<UInt8>) {
    var position = 0
    while position < text.count {
      while position < text.count, !Self.isInWord(text[position]) { position += 1 }
      let start = position
      var hash: UInt32 = 0x811C_9DC5
      while position < text.count, Self.isInWord(text[position]) {
        hash = (hash ^ UInt32(text[position])) &* 0x0100_0193
        position += 1
      }
      guard position > start else { break }
      let number = words.number(
        of: UnsafeBufferPointer(rebasing: text[start..<position]), hash: hash)
      if number == hitCounts.count { hitCounts.append(0) }
      hitCounts[number] += 1
      hits.append(UInt32(truncatingIfNeeded: number))
    }
  }

  private static func isInWord(_ byte: UInt8) -> Bool {
    // Words come folded, so that capitals are none.
    byte >= 0x61 ? byte <= 0x7A || byte >= 0x80 : byte >= 0x30 && byte <= 0x39
  }

  // MARK: - Writing

  private func write(_ pageSize: Int) -> IndexSegment? {
    // Positions must leave room for the column.
    guard hits.count < 1 << 30, rowIDs.count < 1 << 30 else { return nil }
    let (sorted, starts) = sortedHits()
    var writer = SegmentWriter(pageSize: pageSize, capacity: hits.count * 3)
    var word: [UInt8] = []
    let room = (hitCounts.max() ?? 0) * HitList.bytesPerHit
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { room in
      guard let list = HitList(room) else { return }
      sorted.withUnsafeBufferPointer { sorted in
        for number in words.sorted {
          word.removeAll(keepingCapacity: true)
          word.append(Self.indexLetter)
          word += words.word(number)
          let end = starts[number] + hitCounts[number]
          writer.append(
            word[...],
            hits: list.encode(
              UnsafeBufferPointer(rebasing: sorted[starts[number]..<end]), rowIDs))
        }
      }
    }
    return writer.finish()
  }

  /// All hits by the number of their word, in the order of rows, and where those of each word begin.
  private func sortedHits() -> (hits: [IndexedHit], starts: [Int]) {
    var starts: [Int] = []
    starts.reserveCapacity(hitCounts.count)
    var next = 0
    for count in hitCounts {
      starts.append(next)
      next += count
    }
    let sorted = [IndexedHit](unsafeUninitializedCapacity: hits.count) { sorted, count in
      var free = starts
      var index = 0
      for (columnIndex, end) in columnEnds.enumerated() {
        let row = UInt32(columnIndex / Self.columns)
        var place = UInt32(columnIndex % Self.columns) << 30
        while index < end {
          let word = Int(hits[index])
          sorted.initializeElement(at: free[word], to: IndexedHit(row: row, place: place))
          free[word] += 1
          place += 1
          index += 1
        }
      }
      count = hits.count
    }
    return (sorted, starts)
  }
}
