import Cables
import TestSupport
import Testing

@testable import CableArchive

struct ArchivePagingTests {
  /// Cables with many equal dates, some without one, every third about Libya.
  static let cables: [Cable] = (1...97).map { number in
    let date: CableDate? =
      switch number % 5 {
      case 0: nil
      case 1: Sample.day(2003, 10, 14)
      case 2: Sample.minute(14, 12, number % 3)
      case 3: CableDate(year: 2004, precision: .year)
      default: Sample.day(2002, 1, 1 + number % 28)
      }
    return Sample.cable(
      Sample.id(2003, "ROME", number), date: date, subject: "NUMBER \(number)",
      body: number % 3 == 0 ? "Libya" : "Italy")
  }

  static func shuffled(_ seed: UInt64) -> [Cable] {
    var numbers = SeededGenerator(seed: seed)
    return cables.shuffled(using: &numbers)
  }

  @Test(arguments: [1, 2, 3] as [UInt64], [1, 7, 1000])
  func `lists by date however the cables came`(seed: UInt64, batch: Int) throws {
    let archive = try Sample.archive(Self.shuffled(seed), batch: batch)
    let rows = try archive.page(.all, limit: 1000).rows
    #expect(rows.count == Self.cables.count)
    for (earlier, later) in zip(rows.dropFirst(), rows) {
      #expect(earlier.rowID < later.rowID)
      if let date = earlier.date {
        #expect(later.date.map { $0 >= date } == true)
      }
    }
    #expect(rows.suffix(19).allSatisfy { $0.date == nil })
    let oldest = try archive.page(.all, order: .oldestFirst, limit: 1000).rows
    #expect(oldest == rows.reversed())
  }

  @Test(
    arguments: ["", "libya", "date:2003", "libya -cites:03ROME1", "ROME 42"], SortOrder.allCases)
  func `pages forwards and backwards meet every row once`(text: String, order: SortOrder) throws {
    let archive = try Sample.archive(Self.shuffled(4))
    let query = try Query.parse(text).get()
    let all = try archive.rowIDs(query, order: order)
    #expect(try archive.count(query) == all.count)
    #expect(all.count > 20 || text == "ROME 42")

    var forwards: [Int64] = []
    var page = try archive.page(query, order: order, limit: 4)
    while true {
      forwards += page.rows.map(\.rowID)
      guard page.hasMore, let last = page.rows.last else { break }
      page = try archive.page(query, order: order, after: PageAnchor(last), limit: 4)
    }
    #expect(forwards == all)

    var backwards: [Int64] = []
    page = try archive.page(query, order: order, before: .end, limit: 4)
    while true {
      backwards = page.rows.map(\.rowID) + backwards
      guard page.hasMore, let first = page.rows.first else { break }
      page = try archive.page(query, order: order, before: PageAnchor(first), limit: 4)
    }
    #expect(backwards == all)

    for (index, rowID) in all.enumerated() {
      #expect(try archive.rank(of: rowID, in: query, order: order) == index)
    }
  }

  @Test func `a named cable comes first and once`() throws {
    let archive = try Sample.archive(Self.cables)
    #expect(try archive.names("ROME 42").first == "03ROME42")
    #expect(try archive.names("2003ROME0042", order: .oldestFirst).first == "03ROME42")
    #expect(try archive.names("rome 42").filter { $0 == "03ROME42" }.count == 1)
  }

  @Test func `an anchor holds when cables arrive`() throws {
    let archive = try Sample.archive([])
    let incoming = Sample.incoming(Self.cables)
    try archive.insert(Array(incoming.prefix(50)))
    let first = try archive.page(.all, limit: 10)
    try archive.insert(Array(incoming.dropFirst(50)))
    let anchor = try #require(first.rows.last)
    let second = try archive.page(.all, after: PageAnchor(anchor), limit: 10)
    #expect(second.rows.allSatisfy { $0.rowID < anchor.rowID })
    #expect(
      try archive.rank(of: second.rows[0].rowID, in: .all)
        == archive.rank(of: anchor.rowID, in: .all).map { $0 + 1 })
  }

  @Test func `rows that are not in a result have no place in it`() throws {
    let archive = try Sample.archive(Self.cables)
    let italian = try #require(try archive.page(Query.parse("italy").get(), limit: 1).rows.first)
    #expect(try archive.rank(of: italian.rowID, in: Query.parse("libya").get()) == nil)
    #expect(try archive.rank(of: -1, in: .all) == nil)
    #expect(try archive.page(.all, after: PageAnchor(rowID: .max), limit: 5).rows.count == 5)
    #expect(try archive.page(.all, after: PageAnchor(rowID: .min), limit: 5).rows.isEmpty)
    #expect(try archive.page(.all, limit: 0) == Page(rows: [], hasMore: true))
  }

  @Test func `a crowd of one minute stays within its day`() throws {
    let crowd = (1...30).map { number in
      Sample.cable(Sample.id(2003, "ROME", number), date: Sample.minute(14, 23, 58))
    }
    let archive = try Sample.archive(crowd, batch: 7)
    #expect(try archive.count(Query.parse("date:2003-10-14").get()) == 30)
    #expect(try archive.count(Query.parse("date:2003-10-15").get()) == 0)
  }

  @Test func `a day that overflows is still found by its date`() throws {
    let room = Int(RowOrder.slotsPerMinute) * 1440
    let crowd = (1...room + 3).map { number in
      Sample.cable(Sample.id(2003, "ROME", number), date: Sample.day(2003, 10, 14))
    }
    let archive = try Sample.archive(crowd)
    #expect(try archive.count(Query.parse("date:2003-10-14").get()) == room + 3)
    #expect(try archive.count(Query.parse("after:2003-10-14").get()) == 0)
  }

  @Test(arguments: [
    ("date:2004", 19), ("date:2004-01", 0), ("date:2004-01-01", 0), ("date:..2004-06", 59),
    ("after:2003", 19), ("before:2004-01-02", 59), ("-date:2004-01-01", 97),
    ("italy OR date:2004-01-01..2004-12-30", 65), ("is:undated", 19), ("has:date", 78),
  ])
  func `a cable of which only the year is known is found by its whole year`(
    text: String, count: Int
  ) throws {
    let archive = try Sample.archive(Self.cables)
    #expect(try archive.count(Query.parse(text).get()) == count)
  }
}
