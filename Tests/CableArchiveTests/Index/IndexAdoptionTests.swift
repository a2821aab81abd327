import CableSources
import Cables
import TestSupport
import Testing

@testable import CableArchive

struct IndexAdoptionTests {
  static let queries = [
    "the", "embassy", "minister -government", "\"the minister\"", "sta*", "a OR b", "tag:PREL",
    "near(the minister, 5)", "class:confidential the", "is:undated",
  ]

  /// The rows that an archive finds for each query.
  func answers(_ archive: Archive) throws -> [[Int64]] {
    try Self.queries.map { try archive.rowIDs(try Query.parse($0).get()) }
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `answers as an index that FTS5 wrote`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let table = try folder.writeTable(cables: 300, seed: seed, to: "cables.csv")
    let archive = try Archive.inMemory()
    // Batches of which some are large enough for a segment of their own.
    for size in [100_000, 400_000] {
      _ = try CableImport(
        paths: [table], archive: archive, reading: .init(), mergesIndex: false, batchSize: size
      ).run { _ in _ = try? archive.count(.all) }
    }
    #expect(try archive.check() == [])
    let adopted = try answers(archive)
    #expect(adopted.contains { $0.count > 100 })
    try archive.mergeIndex()
    #expect(try answers(archive) == adopted)
    try archive.rebuildIndex()
    #expect(try answers(archive) == adopted)
  }

  @Test func `takes versions out and goes on`() throws {
    let text = String(repeating: "Many words about the minister. ", count: 200)
    func batch(_ ending: String) -> [Cable] {
      (1...20).map { number in
        Sample.cable(
          Sample.id(2003, "ROME", number), date: Sample.day(2003, 10, number),
          body: text + ending)
      }
    }
    let archive = try Archive.inMemory()
    for (index, ending) in ["one", "one two", "one two three", "four"].enumerated() {
      try archive.insert(Sample.incoming(batch(ending)))
      #expect(try archive.names("minister").count == 20 + index)
      try archive.insert(
        Sample.incoming([
          Sample.cable(Sample.id(2004, "OSLO", index), body: text + text + text + "further")
        ]))
      #expect(try archive.names("further").count == index + 1)
    }
    #expect(try archive.names("three").count == 20)
    #expect(try archive.names("four") == [])
    try archive.mergeIndex()
    #expect(try archive.names("minister").count == 24)
    #expect(try archive.check().filter { $0.kind == .index } == [])
  }
}
