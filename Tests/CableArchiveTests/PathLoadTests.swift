import CableSources
import TestSupport
import Testing

@testable import CableArchive

struct PathLoadTests {
  @Test(arguments: [1, 2]) func `a load that was stopped goes on, and nothing is read twice`(
    reports: Int
  ) throws {
    let folder = try TemporaryFolder()
    let table = try folder.writeTable(cables: 500, seed: 3, to: "cables.csv")
    let paths = [Seeds.folder, table]
    let archive = try Archive.inMemory()
    let reading = SourceProgress()
    var count = 0
    var seen = 0
    let marks = try PathLoad(paths: paths, archive: archive, reading: reading).run { progress in
      count += 1
      seen = progress.cables
      if count == reports { reading.cancel() }
    }
    #expect(1..<505 ~= seen)
    #expect(try archive.cableCount == seen)
    var rest = 0
    try PathLoad(paths: paths, archive: archive).run(after: marks) { rest = $0.cables }
    #expect(seen + rest == 505)
    #expect(try archive.cableCount == 505)
    let whole = try Archive.inMemory()
    try PathLoad(paths: paths, archive: whole).run { _ in }
    #expect(try archive.totals == whole.totals)
    // A copy would stand under a second place.
    let row = try #require(try archive.find(typed: "03ROME4715").first)
    #expect(try archive.sources(of: row.rowID).count == 1)
  }

  @Test func `a file that has changed meanwhile is read from its beginning`() {
    var marks = ReadingMarks()
    let stamp = FileStamp(size: 3, modified: 1)
    #expect(marks.choose("a", stamp) == .read(after: 0))
    marks.files["a"]?.items = 2
    #expect(marks.choose("a", stamp) == .read(after: 2))
    #expect(marks.choose("a", FileStamp(size: 4, modified: 2)) == .read(after: 0))
    marks.take(.end(path: "a"))
    #expect(marks.choose("a", FileStamp(size: 4, modified: 2)) == .pass)
  }
}
