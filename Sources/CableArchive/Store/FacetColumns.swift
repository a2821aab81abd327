internal import Cables
internal import GRDB

/// The facets of all listed cables, column by column in row order, held in memory.
///
/// Counting by joining tables reads each cable of the result; counting in columns walks two ascending lists.
/// A quarter of a million cables take some 8 MB.
struct FacetColumns {
  /// The state of the archive the columns were read from.
  let generation: Int64
  private var rowIDs: [Int64] = []
  private var senders: [Int32] = []
  private var levels: [Int8] = []
  /// Year × 16 + month; month 0 where only the year is known, -1 where nothing is.
  private var months: [Int32] = []
  /// Where the TAGS of each cable begin in `tags`.
  private var tagStarts: [Int32] = []
  private var tags: [Int32] = []
  private var senderNames: [String] = []
  private var tagCodes: [String] = []

  /// Reads the columns.
  ///
  /// - Complexity: O(n log n) over the archive.
  init(_ database: Database) throws {
    generation = try SearchFacts.generation(in: database)
    try readCables(database)
    try readTags(database)
  }

  private mutating func readCables(_ database: Database) throws {
    var sender: [Int64: Int32] = [:]
    var named: [String: Int32] = [:]
    let posts = try Row.fetchCursor(database, sql: "SELECT id, key FROM post")
    while let row = try posts.next() {
      let key: String = row[1]
      let name = PostTable.standard[key]?.key ?? key
      let number = named[name] ?? Int32(senderNames.count)
      if named.updateValue(number, forKey: name) == nil { senderNames.append(name) }
      sender[row[0]] = number
    }
    let cables = try Row.fetchCursor(
      database,
      sql: """
        SELECT id, origin, class, date, date_precision FROM cable WHERE id = shown ORDER BY id
        """)
    while let row = try cables.next() {
      rowIDs.append(row[0])
      let origin: Int64? = row[1]
      senders.append(origin.flatMap { sender[$0] } ?? -1)
      levels.append((row[2] as Int?).map { Int8(truncatingIfNeeded: $0) } ?? -1)
      guard let minute = row[3] as Int64? else {
        months.append(-1)
        continue
      }
      let precision = DatePrecisionCode.precision(of: row[4] ?? 3)
      let date = Timeline.date(ofMinute: minute, precision: precision, isInferred: false)
      months.append(Int32(date.year * 16 + (precision == .year ? 0 : date.month)))
    }
  }

  private mutating func readTags(_ database: Database) throws {
    var number: [Int64: Int32] = [:]
    let codes = try Row.fetchCursor(database, sql: "SELECT id, code FROM tag")
    while let row = try codes.next() {
      number[row[0]] = Int32(tagCodes.count)
      tagCodes.append(row[1])
    }
    var entries: [(position: Int32, tag: Int32)] = []
    let rows = try Row.fetchCursor(database, sql: "SELECT tag, cable FROM cable_tag")
    while let row = try rows.next() {
      let position = rowIDs.firstIndex(from: row[1])
      guard position < rowIDs.count, rowIDs[position] == row[1], let tag = number[row[0]] else {
        continue
      }
      entries.append((Int32(position), tag))
    }
    tagStarts = [Int32](repeating: 0, count: rowIDs.count + 1)
    for entry in entries { tagStarts[Int(entry.position) + 1] += 1 }
    for index in rowIDs.indices { tagStarts[index + 1] += tagStarts[index] }
    tags = [Int32](repeating: 0, count: entries.count)
    var next = tagStarts
    for entry in entries {
      tags[Int(next[Int(entry.position)])] = entry.tag
      next[Int(entry.position)] += 1
    }
  }
}

extension FacetColumns {
  /// Counts the values of a facet among cables given by their row ids, ascending.
  ///
  /// TAGS and posts come with the most frequent first, classifications from the highest down, dates from the first on.
  ///
  /// - Complexity: O(n) over the archive.
  func counts(of facet: Facet, among wanted: [Int64]) -> [FacetCount] {
    switch facet {
    case .tag:
      var counts = [Int](repeating: 0, count: tagCodes.count)
      forEachPosition(of: wanted) { position in
        for index in tagStarts[position]..<tagStarts[position + 1] {
          counts[Int(tags[Int(index)])] += 1
        }
      }
      return Self.byFrequency(facet, tagCodes, counts)
    case .from:
      var counts = [Int](repeating: 0, count: senderNames.count)
      forEachPosition(of: wanted) { position in
        if senders[position] >= 0 { counts[Int(senders[position])] += 1 }
      }
      return Self.byFrequency(facet, senderNames, counts)
    case .classification:
      var counts = [Int](repeating: 0, count: Classification.allCases.count)
      forEachPosition(of: wanted) { position in
        let level = Int(levels[position])
        if counts.indices.contains(level) { counts[level] += 1 }
      }
      return Classification.allCases.sorted().reversed().compactMap { level in
        let count = counts[level.level]
        return count > 0 ? FacetCount(facet, value: level.rawValue, count: count) : nil
      }
    case .year, .month:
      var counts: [Int32: Int] = [:]
      forEachPosition(of: wanted) { position in
        let month = months[position]
        guard month >= 0, facet == .year || month & 15 > 0 else { return }
        counts[facet == .year ? month & ~15 : month, default: 0] += 1
      }
      return counts.keys.sorted().map { month in
        let date = CableDate(
          year: Int(month >> 4), month: max(1, Int(month & 15)),
          precision: facet == .year ? .year : .month)
        return FacetCount(facet, value: date.iso8601, count: counts[month] ?? 0)
      }
    // Not of the archive: the notebook has them.
    case .label: return []
    }
  }

  /// The TAGS of a cable; none for a row id that is not listed.
  ///
  /// - Complexity: O(log n) over the archive.
  func tags(of rowID: Int64) -> [String] {
    let position = rowIDs.firstIndex(from: rowID)
    guard position < rowIDs.count, rowIDs[position] == rowID else { return [] }
    return tags[Int(tagStarts[position])..<Int(tagStarts[position + 1])].map { tagCodes[Int($0)] }
  }

  private static func byFrequency(
    _ facet: Facet, _ names: [String], _ counts: [Int]
  ) -> [FacetCount] {
    zip(names, counts).filter { $0.1 > 0 }
      .map { FacetCount(facet, value: $0.0, count: $0.1) }
      .sorted { ($1.count, $0.value) < ($0.count, $1.value) }
  }

  /// Calls back with the position of each row id that is in the columns.
  private func forEachPosition(of wanted: [Int64], _ body: (Int) -> Void) {
    var position = 0
    for rowID in wanted {
      while position < rowIDs.count, rowIDs[position] < rowID { position += 1 }
      guard position < rowIDs.count else { return }
      if rowIDs[position] == rowID { body(position) }
    }
  }
}
