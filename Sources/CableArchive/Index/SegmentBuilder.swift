/// Makes a part of the full-text index without a database, on whatever thread has time.
///
/// What comes out is what FTS5 would write for the same rows, byte by byte; a test compares them. It takes half the
/// time, since all words are numbered and their hits sorted before anything is written.
struct SegmentBuilder {
  /// A row of the index and its id.
  typealias Row = (rowID: Int64, row: IndexRow)
  /// A segment and what it counts.
  typealias Made = (segment: IndexSegment, totals: IndexTotals)

  /// The letter of the index of whole words, before each of them.
  private static let indexLetter = UInt8(ascii: "0")
  private static let columns = 3

  /// Rows that came together: their hits lie in one array, so that no array has to grow.
  private struct Batch {
    /// The word of each hit, by row, column and position.
    var hits: [UInt32] = []
    /// Where each column of each row ends in ``hits``.
    var columnEnds: [Int] = []

    func hits(ofColumn column: Int) -> Range<Int> {
      (column > 0 ? columnEnds[column - 1] : 0)..<columnEnds[column]
    }
  }

  private var batches: [Batch] = []
  /// Where each row is: the number of its batch, and its number there.
  private var places: [Int64: (batch: Int, row: Int)] = [:]
  private var words = WordTable()
  /// The bytes of text taken.
  private(set) var size = 0

  /// Makes the segment of rows, in any order; nil if only FTS5 can write it, or for no rows.
  static func segment(of rows: [Row], pageSize: Int = SegmentWriter.usualPageSize) -> Made? {
    var builder = SegmentBuilder()
    builder.take(rows)
    return builder.segment(pageSize: pageSize)
  }

  // MARK: - Reading

  /// Takes rows, in any order.
  mutating func take(_ rows: [Row]) {
    let size = rows.reduce(0) { $0 + $1.row.body.utf8.count }
    var batch = Batch()
    batch.hits.reserveCapacity(size / 4)
    batch.columnEnds.reserveCapacity(rows.count * Self.columns)
    for (index, (rowID, row)) in rows.enumerated() {
      places[rowID] = (batches.count, index)
      for column in [row.subject, row.body, row.meta] {
        var column = column
        column.withUTF8 { words.number(wordsOf: $0) { batch.hits.append($0) } }
        batch.columnEnds.append(batch.hits.count)
      }
    }
    batches.append(batch)
    self.size += size
  }

  /// Leaves out a row that was taken.
  mutating func remove(_ rowID: Int64) {
    places[rowID] = nil
  }

  // MARK: - Writing

  /// The segment of all rows; nil if only FTS5 can write it, or for no rows.
  func segment(pageSize: Int = SegmentWriter.usualPageSize) -> Made? {
    let rowIDs = places.keys.sorted()
    // Positions must leave room for the column.
    let isSmall = batches.allSatisfy { $0.hits.count < 1 << 30 }
    guard !rowIDs.isEmpty, rowIDs.count < 1 << 30, isSmall else { return nil }
    var totals = [UInt64](repeating: 0, count: 1 + Self.columns)
    totals[0] = UInt64(rowIDs.count)
    var lists = HitLists(words: words.count)
    for pass in [HitLists.Pass.measuring, .writing] {
      lists.begin(pass)
      for rowID in rowIDs {
        guard let place = places[rowID] else { continue }
        let batch = batches[place.batch]
        lists.beginRow(rowID)
        for column in 0..<Self.columns {
          let range = batch.hits(ofColumn: place.row * Self.columns + column)
          if pass == .measuring { totals[1 + column] += UInt64(range.count) }
          batch.hits.withUnsafeBufferPointer {
            lists.append(UnsafeBufferPointer(rebasing: $0[range]), column: UInt32(column))
          }
        }
      }
    }
    lists.finish()
    return write(lists, pageSize).map { ($0, IndexTotals(counts: totals)) }
  }

  private func write(_ lists: HitLists, _ pageSize: Int) -> IndexSegment? {
    var writer = SegmentWriter(pageSize: pageSize, capacity: lists.size + lists.size / 4)
    var word: [UInt8] = []
    for number in words.sorted {
      word.removeAll(keepingCapacity: true)
      word.append(Self.indexLetter)
      word += words.word(number)
      lists.withList(of: number) { hits in
        // Words of rows that were left out again have no hits.
        if !hits.isEmpty { writer.append(word[...], hits: hits) }
      }
    }
    return writer.finish()
  }

  /// The rows again, in the order of their ids, for FTS5; their words are theirs, what was between them is not.
  var rows: [Row] {
    places.keys.sorted().compactMap { rowID in
      guard let place = places[rowID] else { return nil }
      let batch = batches[place.batch]
      let columns = (0..<Self.columns).map { column in
        let range = batch.hits(ofColumn: place.row * Self.columns + column)
        var text: [UInt8] = []
        for hit in batch.hits[range] {
          text += words.word(Int(hit))
          text.append(UInt8(ascii: " "))
        }
        return String(decoding: text, as: UTF8.self)
      }
      return (rowID, IndexRow(subject: columns[0], body: columns[1], meta: columns[2]))
    }
  }
}
