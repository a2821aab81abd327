import Testing

@testable import CableArchive

@Suite struct BestRowsTests {
  @Test(arguments: [0, 1, 2, 3, 7, 40, 99, 100, Int.max])
  func `the first rows are those of the sorted whole`(limit: Int) {
    // Scores that repeat, in an order that neither rises nor falls.
    let rows = (0..<100).map { ScoredRow(score: Double($0 * 37 % 11), rowID: Int64($0)) }
    var best = BestRows(limit: limit)
    var last = BestRows(limit: limit, isReversed: true)
    for row in rows {
      best.add(row)
      last.add(row)
    }
    #expect(best.sorted == Array(rows.sorted { $0.precedes($1) }.prefix(limit)))
    #expect(last.sorted == Array(rows.sorted { $1.precedes($0) }.prefix(limit)))
  }

  @Test func `of equally relevant rows the newer one comes first`() {
    #expect(ScoredRow(score: 1, rowID: 8).precedes(ScoredRow(score: 1, rowID: 7)))
    #expect(ScoredRow(score: 2, rowID: 7).precedes(ScoredRow(score: 1, rowID: 8)))
    #expect(!ScoredRow(score: 1, rowID: 7).precedes(ScoredRow(score: 1, rowID: 7)))
  }
}
