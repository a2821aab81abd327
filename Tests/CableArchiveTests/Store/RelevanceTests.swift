import Cables
import Testing

@testable import CableArchive

@Suite struct RelevanceTests {
  private func archive() throws -> Archive {
    try Sample.archive([
      Sample.cable(
        Sample.id(2003, "ROME", 1), date: Sample.day(2003, 1, 1), subject: "libya", body: "oil"),
      Sample.cable(
        Sample.id(2003, "ROME", 2), date: Sample.day(2003, 1, 2), subject: "other",
        body: "libya libya libya oil"),
      Sample.cable(
        Sample.id(2003, "ROME", 3), date: Sample.day(2003, 1, 3), subject: "other", body: "libya"),
      Sample.cable(
        Sample.id(2003, "ROME", 4), date: Sample.day(2003, 1, 4), subject: "other", body: "libya"),
      Sample.cable(
        Sample.id(2003, "ROME", 5), date: Sample.day(2003, 1, 5), subject: "libya libya",
        body: "nothing", tags: ["LIBYA"]),
    ])
  }

  @Test(arguments: [
    ("libya", ["03ROME5", "03ROME1", "03ROME2", "03ROME4", "03ROME3"]),
    ("libya OR oil", ["03ROME1", "03ROME2", "03ROME5", "03ROME4", "03ROME3"]),
    ("libya oil", ["03ROME1", "03ROME2"]),
    ("libya date:..2003-01-03", ["03ROME1", "03ROME2", "03ROME3"]),
    ("libya -oil", ["03ROME5", "03ROME4", "03ROME3"]),
    ("from:ROME", ["03ROME5", "03ROME4", "03ROME3", "03ROME2", "03ROME1"]),
  ])
  func `puts the most hits first, those in subjects before others`(
    query: String, names: [String]
  ) throws {
    #expect(try archive().names(query, order: .mostRelevant) == names)
  }

  @Test(arguments: 1...6)
  func `pages in both directions without loss`(limit: Int) throws {
    let archive = try archive()
    let query = try Query.parse("libya").get()
    let all = try archive.rowIDs(query, order: .mostRelevant)
    var forwards: [Int64] = []
    var backwards: [Int64] = []
    while forwards.count < all.count {
      let page = try archive.page(
        query, order: .mostRelevant, after: forwards.last.map { PageAnchor(rowID: $0) },
        limit: limit)
      forwards += page.rows.map(\.rowID)
      #expect(page.hasMore == (forwards.count < all.count))
      if page.rows.isEmpty { break }
    }
    while backwards.count < all.count {
      let page = try archive.page(
        query, order: .mostRelevant,
        before: backwards.first.map { PageAnchor(rowID: $0) } ?? .end, limit: limit)
      backwards = page.rows.map(\.rowID) + backwards
      if page.rows.isEmpty { break }
    }
    #expect(forwards == all)
    #expect(backwards == all)
  }

  @Test func `a cable that is named comes first and once`() throws {
    let names = try archive().names("03ROME3", order: .mostRelevant)
    #expect(names == ["03ROME3"])
  }

  @Test func `knows the place of a row`() throws {
    let archive = try archive()
    let query = try Query.parse("libya").get()
    for (rank, rowID) in try archive.rowIDs(query, order: .mostRelevant).enumerated() {
      #expect(try archive.rank(of: rowID, in: query, order: .mostRelevant) == rank)
    }
  }

  /// Cables that hold two words so often: `(libya, oil)`.
  private func archive(hits: [(Int, Int)]) throws -> Archive {
    try Sample.archive(
      hits.enumerated().map { index, hits in
        Sample.cable(
          Sample.id(2003, "ROME", index + 1), date: Sample.day(2003, 1, 1 + index),
          subject: "other",
          body: ([String](repeating: "libya", count: hits.0)
            + [String](repeating: "oil", count: hits.1) + ["text"]).joined(separator: " "))
      })
  }

  @Test(arguments: ["libya", "libya oil", "libya OR oil", "libya -oil", "text -(libya oil)", "li"])
  func `a short page is the beginning of the whole order, however many hits there are`(
    query: String
  ) throws {
    // Mostly more hits than count, so that looking can end early, with better cables among the older ones.
    let archive = try archive(hits: [
      (80, 90), (1, 1), (40, 0), (2, 50), (31, 33), (32, 0), (0, 3), (64, 2), (90, 0), (33, 40),
    ])
    let query = try Query.parse(query, isTyping: true).get()
    let all = try archive.rowIDs(query, order: .mostRelevant)
    #expect(Set(all) == Set(try archive.rowIDs(query)))
    for limit in 1...all.count {
      #expect(
        try archive.rowIDs(query, order: .mostRelevant, limit: limit) == Array(all.prefix(limit)))
    }
  }

  @Test func `hits beyond enough make no difference, up to there each does`() throws {
    let archive = try archive(hits: [(32, 0), (31, 0), (99, 0), (33, 0), (5, 0)])
    #expect(
      try archive.names("libya", order: .mostRelevant)
        == ["03ROME4", "03ROME3", "03ROME1", "03ROME2", "03ROME5"])
  }
}
