import Cables
import Testing

@testable import CableArchive

struct ArchiveVersionsTests {
  static let id = Sample.id(2003, "ROME", 1605)

  static func version(_ body: String, isPartial: Bool = false, day: Int = 14) -> Cable {
    Sample.cable(
      id, date: Sample.day(2003, 10, day), subject: "VERSION", body: body, tags: ["KNNP"],
      references: [Sample.reference("A", Sample.id(2003, "STATE", body.count))],
      isPartial: isPartial)
  }

  static let short = version("Short text.", day: 13)
  static let full = version("The full text of the cable, with everything.")
  static let extract = version(
    "A long extract of the cable, longer than the others are, but an extract.", isPartial: true)

  @Test(
    arguments: [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]], [1, 3])
  func `lists the fullest text in whatever order they come`(order: [Int], batch: Int) throws {
    let texts = [Self.short, Self.full, Self.extract]
    let archive = try Sample.archive(order.map { texts[$0] }, batch: batch)
    #expect(try archive.count(.all) == 1)
    #expect(try archive.names("everything") == ["03ROME1605"])
    #expect(try archive.names("short") == [])
    #expect(try archive.names("extract") == [])
    #expect(try archive.names("tag:KNNP") == ["03ROME1605"])
    let listed = try #require(try archive.find(Self.id).first)
    #expect(try archive.cable(listed.rowID)?.text == Self.full.text)
    let versions = try archive.versions(of: Self.id)
    #expect(versions.map(\.isPartial) == [false, false, true])
    #expect(
      try versions.map { try archive.original($0.rowID) }
        == [Self.full, Self.short, Self.extract].map(\.text.original))
    #expect(try archive.citations(of: Sample.id(2003, "STATE", 11)).isEmpty)
    #expect(try archive.citations(of: Sample.id(2003, "STATE", 44)).count == 1)
    #expect(try archive.totals.cables == 1)
    #expect(try archive.totals.furtherVersions == 2)
  }

  @Test func `keeps an exact copy once and remembers where it was`() throws {
    let archive = try Sample.archive([])
    let incoming = ["a/1.txt", "b/1.txt", "b/1.txt"].map {
      IncomingCable(cable: Self.full, source: SourceLocation(path: $0))
    }
    try archive.insert(incoming)
    try archive.insert([incoming[1]])
    let row = try #require(try archive.find(Self.id).first)
    #expect(try archive.versions(of: Self.id).count == 1)
    // Reading a place again makes no further copy.
    #expect(try archive.totals.copies == 1)
    #expect(try archive.sources(of: row.rowID).map(\.path) == ["a/1.txt", "b/1.txt"])
  }

  @Test func `keeps texts without an id under their files' names`() throws {
    let one = Sample.cable(nil, body: "A text without a name.")
    let two = Sample.cable(nil, body: "Another text without a name.")
    let archive = try Sample.archive([])
    try archive.insert(
      ["x/memo.txt", "y/memo.txt", "y/copy.txt"].enumerated().map { index, path in
        IncomingCable(cable: index == 0 ? one : two, source: SourceLocation(path: path))
      })
    #expect(try archive.names("text") == ["memo.txt", "memo.txt"])
    #expect(try archive.totals.copies == 1)
    #expect(try archive.page(.all, limit: 5).rows.allSatisfy { $0.id == nil })
  }

  @Test func `hides a version that it cannot take out of the index`() throws {
    // As after a change of the parser, the stored text no longer yields the words that were indexed.
    let archive = try Archive.inMemory { original, _ in
      Cable(text: CableText(original: original, clean: original, segments: []))
    }
    try archive.insert(
      Sample.incoming([Self.short, Sample.cable(nil, body: "Another short one.")]))
    #expect(try archive.count(Query.parse("short").get()) == 2)
    try archive.insert(Sample.incoming([Self.full]))
    #expect(try archive.count(Query.parse("short").get()) == 1)
    #expect(try archive.count(.all) == 2)
    #expect(try archive.names("-nothing").count == 2)
    #expect(try archive.names("short OR cites:03STATE11").count == 1)
    #expect(try archive.names("everything") == ["03ROME1605"])
    #expect(try archive.names("-cites:03STATE44 -everything").count == 1)
  }
}
