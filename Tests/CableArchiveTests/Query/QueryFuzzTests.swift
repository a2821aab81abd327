import Cables
import TestSupport
import Testing

@testable import CableArchive

/// Whatever is typed gives a result or a message in our own words.
struct QueryFuzzTests {
  static let pieces = [
    "libya", "wmd", "a", "b", "plan", "001605", "é", "🙂", "👍🏽", "\u{0}", "\u{1B}", "\u{E000}",
    "\u{301}",
    "\"", "“", "*", "(", ")", "-", "NOT", "OR", "AND", "near(", ",", "5", ":", "^", "+", "{", "}",
    "subject:", "tag:", "from:", "to:", "class:", "class>=", "class<", "date:", "before:", "after:",
    "id:", "cites:", "citedby:", "is:", "has:", "partial", "refs", "date", "secret", "KNNP", "ROME",
    "2003",
    "2003-10", "2003-10-01..2003-12-31", "..", "2004-02-29", "03STATE282619", "ROME 1605",
    "meta:xa",
    "body : x", "NEAR(a b)", "a NOT b", "'", "''", "; DROP TABLE cable", "--", "/*", "%", "_", "\\",
    "\n", "\t",
    " ", " ", " ", "*", "\u{FEFF}", "\u{202E}", "ß", "𝔸", "\u{FFFD}",
  ]

  static let cables = [
    ArchiveSearchingTests.libya, ArchiveSearchingTests.migration, ArchiveSearchingTests.paris,
  ]

  /// Runs a query in all the ways there are; only our own errors may come back.
  static func run(_ text: String, in archive: Archive) throws {
    for isTyping in [false, true] {
      switch Query.parse(text, isTyping: isTyping) {
      case .failure(let error):
        let count = text.count
        #expect(!error.message.isEmpty && error.message.hasSuffix("."))
        #expect(error.range.lowerBound >= 0 && error.range.upperBound <= count, "\(text)")
        #expect(!error.range.isEmpty, "\(text)")
      case .success(let query):
        let all = try archive.rowIDs(query)
        #expect(try archive.count(query) == all.count, "\(text)")
        let page = try archive.page(query, order: .oldestFirst, limit: 10)
        #expect(Set(page.rows.map(\.rowID)) == Set(all), "\(text)")
        _ = HitFinder(query).hits(in: "Libya and the plan of action\u{0} 1605")
      }
    }
  }

  @Test func `any mixture of the language gives a result or a message`() throws {
    let archive = try Sample.archive(Self.cables)
    var numbers = SeededGenerator(seed: 7)
    for _ in 0..<3000 {
      var text = ""
      for _ in 0..<Int.random(in: 1...9, using: &numbers) {
        text += Self.pieces.randomElement(using: &numbers) ?? ""
        if Bool.random(using: &numbers) { text += " " }
      }
      try Self.run(text, in: archive)
    }
  }

  @Test func `any bytes give a result or a message`() throws {
    let archive = try Sample.archive(Self.cables)
    var numbers = SeededGenerator(seed: 8)
    for _ in 0..<1000 {
      let count = Int.random(in: 0...40, using: &numbers)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &numbers) }
      try Self.run(String(decoding: bytes, as: UTF8.self), in: archive)
    }
  }

  @Test(arguments: [
    "a", "a ", "(", ")", "\"", "-", "*", "a OR ", "NOT ", "é", "tag:a,", "date:2003 ", "🙂",
    "\u{301}",
  ])
  func `a hundred kilobytes give a result or a message`(piece: String) throws {
    let archive = try Sample.archive(Self.cables)
    try Self.run(String(repeating: piece, count: 100_000 / piece.utf8.count), in: archive)
  }

  @Test func `the deepest and longest queries are carried out`() throws {
    let archive = try Sample.archive(Self.cables)
    let level = "(a OR wmd date:2003-02-03..2004-10-11 -"
    let deep =
      String(repeating: level, count: QueryParser.deepestNesting) + "b"
      + String(repeating: ")", count: QueryParser.deepestNesting)
    let query = try Query.parse(deep).get()
    #expect(try archive.count(query) == archive.rowIDs(query).count)
    let dates = Array(repeating: "date:2003-02-03..2004-10-11", count: QueryParser.mostTerms)
    let long = try Query.parse(dates.joined(separator: " OR ")).get()
    #expect(try archive.names(long.text) == ["04PARIS12", "03ROME4715", "03ROME4580"])
  }
}
