import Cables
import GRDB
import TestSupport
import Testing

@testable import CableArchive

struct VocabularyTests {
  /// Cables of which each has the words of its line.
  static func cables(_ bodies: [String]) -> [Cable] {
    bodies.enumerated().map { index, body in
      Sample.cable(
        Sample.id(2003, "ROME", index + 1), date: Sample.day(2003, 1 + index % 12, 1 + index % 28),
        body: body)
    }
  }

  /// Many cables with many words of one beginning, some frequent, some rare.
  static let bodies = (0..<400).map { index in
    (0..<40).map { word in "be\(letters(index * (word + 1) % 97))" }.joined(separator: " ")
      + " the" + (index == 150 ? " beundrous bxonly" : "")
  }

  static func letters(_ number: Int) -> String {
    String(
      [number / 10, number % 10].map { Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8($0))) })
  }

  func typed(_ text: String) throws -> Query { try Query.parse(text, isTyping: true).get() }

  @Test func `the word being typed stands for the most frequent ones`() throws {
    let archive = try Sample.archive(Self.cables(Self.bodies))
    let before = try archive.page(typed("be"), limit: 20)
    try archive.countWords()
    let expansion = try archive.read {
      try Vocabulary($0).expansions(of: typed("be").root)["be"]
    }
    let words = try #require(expansion)
    #expect(words.count > 2 && words.count < Vocabulary.expansionCount)
    #expect(words.allSatisfy { $0.hasPrefix("be") })
    // The first page is what reading every word finds.
    #expect(try archive.page(typed("be"), limit: 20) == before)
  }

  @Test func `a word that every cable has stands for a beginning alone`() throws {
    let archive = try Sample.archive(
      Self.cables(
        Self.bodies.enumerated().map { index, body in "best \(body) bf\(index % 3)" }))
    try archive.countWords()
    let words = try archive.read { try Vocabulary($0).expansions(of: typed("be").root)["be"] }
    #expect(words == ["best", "be"])
    // Before it in a phrase there may be words that make rare ones likely.
    let inPhrase = try archive.read {
      try Vocabulary($0).expansions(of: typed("\"of be").root)["be"]
    }
    #expect(inPhrase?.count == Vocabulary.expansionCount + 1)
  }

  @Test func `fewer words are looked up in an index of many segments`() throws {
    let cables = Self.cables(Self.bodies)
    let whole = try Sample.archive(cables)
    let parts = try Sample.archive(cables, batch: 25)
    for archive in [whole, parts] { try archive.countWords() }
    func words(_ archive: Archive) throws -> Int {
      try archive.read {
        try Vocabulary($0).expansions(of: typed("\"of be").root)["be"]?.count ?? 0
      }
    }
    let segments = try parts.read {
      try IndexAdoption($0).record(IndexStructure.rowID).flatMap {
        IndexStructure($0)?.segmentCount
      }
    }
    #expect(try #require(segments) >= 16)
    #expect(try words(parts) < words(whole))
    try parts.mergeIndex()
    #expect(try words(parts) == words(whole))
  }

  @Test func `rare words are found although they are not among the frequent ones`() throws {
    let archive = try Sample.archive(Self.cables(Self.bodies))
    try archive.countWords()
    #expect(try archive.names("bxonly") == ["03ROME151"])
    #expect(try archive.page(typed("bxo"), limit: 5).rows.map(\.name) == ["03ROME151"])
    #expect(try archive.page(typed("beund"), limit: 5).rows.map(\.name) == ["03ROME151"])
  }

  @Test func `a prefix that was asked for finds every word`() throws {
    let archive = try Sample.archive(Self.cables(["alpha", "alps", "beta"] + Self.bodies))
    let exact = try archive.count(Query.parse("be*").get())
    try archive.countWords()
    #expect(try archive.count(Query.parse("be*").get()) == exact)
    #expect(try archive.count(Query.parse("al*").get()) == 2)
  }

  @Test func `words of facets are nobody's words`() throws {
    let archive = try Sample.archive(
      (1...30).map {
        Sample.cable(
          Sample.id(2003, "ROME", $0), date: Sample.day(2003, 1, 1), body: "xylophone x\($0)",
          tags: ["KNNP"])
      })
    try archive.countWords()
    let terms = try archive.read { try String.fetchAll($0, sql: "SELECT term FROM vocabulary") }
    #expect(terms == ["xylophone"])
  }

  @Test func `words are counted again when many cables have come`() throws {
    let archive = try Sample.archive(Self.cables(Self.bodies))
    try archive.countWords()
    #expect(try !archive.read { try Vocabulary($0).isStale })
    try archive.insert(
      Sample.incoming(
        (1...50).map { Sample.cable(Sample.id(2009, "PARIS", $0), body: "beyond beyond\($0)") }))
    #expect(try archive.read { try Vocabulary($0).isStale })
    var steps = 0
    try archive.countWords {
      steps += 1
      return steps < 10
    }
    // Half counted is not counted: what is typed is looked up in the index.
    #expect(try archive.read { try Vocabulary($0).expansions(of: typed("be").root) } == [:])
    #expect(try archive.count(typed("beyond")) == 50)
    try archive.countWords()
    let terms = try archive.read {
      try String.fetchAll($0, sql: "SELECT term FROM vocabulary WHERE cables = 50")
    }
    #expect(terms == ["beyond"])
  }

  @Test func `a phrase being typed goes on with the frequent words`() throws {
    let archive = try Sample.archive(
      Self.cables(Self.bodies.map { "plan of action \($0)" } + ["plan of be"]))
    try archive.countWords()
    #expect(try archive.count(typed("\"plan of a")) == Self.bodies.count)
    #expect(try archive.page(typed("\"plan of be"), limit: 5).rows.count == 1)
  }
}
