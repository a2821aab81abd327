/// The record in which FTS5 lists the segments of an index, by level and age.
///
/// Four bytes that count changes of settings, then numbers: levels, segments, pages written to level 0 so far; for each level how many of its
/// segments are being merged and how many there are, and for each of these its number, first page and last page.
struct IndexStructure: Equatable {
  /// A segment of the index.
  struct Segment: Equatable {
    /// 1 to ``IndexStructure/greatestNumber``.
    var number: Int
    var firstPage: Int
    var lastPage: Int
  }

  /// Segments of about the same size, the oldest first.
  struct Level: Equatable {
    /// How many of the oldest are being merged.
    var merging = 0
    var segments: [Segment] = []
  }

  /// Where it lies in `cable_text_data`.
  static let rowID: Int64 = 10
  /// More segments than this FTS5 does not manage.
  static let greatestNumber = 2000

  private let settings: [UInt8]
  private(set) var levels: [Level]
  private var pagesWritten: UInt64

  /// Reads the record; nil for one that is damaged, or of a kind that later versions write for other tables.
  init?(_ bytes: [UInt8]) {
    guard bytes.count > 4 else { return nil }
    settings = Array(bytes[..<4])
    levels = []
    var reader = VarintReader(bytes, from: 4)
    guard let levelCount = reader.nextCount(), let segmentCount = reader.nextCount(),
      levelCount <= 64, segmentCount <= Self.greatestNumber, let written = reader.next()
    else { return nil }
    pagesWritten = written
    for _ in 0..<levelCount {
      guard let merging = reader.nextCount(), let count = reader.nextCount(),
        merging <= count, count <= segmentCount
      else { return nil }
      var level = Level(merging: merging)
      for _ in 0..<count {
        guard let number = reader.nextCount(), let first = reader.nextCount(),
          let last = reader.nextCount()
        else { return nil }
        level.segments.append(Segment(number: number, firstPage: first, lastPage: last))
      }
      levels.append(level)
    }
    guard reader.isAtEnd, self.segmentCount == segmentCount else { return nil }
  }

  var bytes: [UInt8] {
    var bytes = settings
    bytes.append(varint: UInt64(levels.count))
    bytes.append(varint: UInt64(segmentCount))
    bytes.append(varint: pagesWritten)
    for level in levels {
      bytes.append(varint: UInt64(level.merging))
      bytes.append(varint: UInt64(level.segments.count))
      for segment in level.segments {
        for number in [segment.number, segment.firstPage, segment.lastPage] {
          bytes.append(varint: UInt64(number))
        }
      }
    }
    return bytes
  }

  var segmentCount: Int { levels.reduce(0) { $0 + $1.segments.count } }

  /// Adds a segment as the newest one, and returns the number it gets; nil where there are too many.
  mutating func add(pages: Int) -> Int? {
    let taken = Set(levels.flatMap { $0.segments.map(\.number) })
    guard taken.count < Self.greatestNumber,
      let number = (1...Self.greatestNumber).first(where: { !taken.contains($0) })
    else { return nil }
    if levels.isEmpty { levels.append(Level()) }
    levels[0].segments.append(Segment(number: number, firstPage: 1, lastPage: pages))
    pagesWritten += UInt64(pages)
    return number
  }
}
