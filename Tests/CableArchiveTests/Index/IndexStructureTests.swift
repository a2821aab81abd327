import Testing

@testable import CableArchive

struct IndexStructureTests {
  /// Two levels: one new segment, and two that are merged; as FTS5 wrote it.
  static let record: [UInt8] = [
    0, 0, 0, 2, 2, 3, 0x81, 0x8C, 0x16, 0, 1, 1, 1, 0x82, 0x77, 2, 2, 0x11, 1, 0xC3, 0x5D, 0x12, 5,
    0xC2, 0x11,
  ]

  @Test func `reads a record and writes it as it was`() throws {
    let structure = try #require(IndexStructure(Self.record))
    #expect(structure.levels.map(\.merging) == [0, 2])
    #expect(structure.levels.map { $0.segments.map(\.number) } == [[1], [17, 18]])
    #expect(structure.levels[1].segments[1].firstPage == 5)
    #expect(structure.levels[1].segments[1].lastPage == 8465)
    #expect(structure.bytes == Self.record)
  }

  @Test func `refuses a record that is cut short or goes on`() {
    for count in Self.record.indices {
      #expect(IndexStructure(Array(Self.record[..<count])) == nil)
    }
    #expect(IndexStructure(Self.record + [0]) == nil)
  }

  @Test func `gives a new segment the least free number, and the last place of level 0`() throws {
    var structure = try #require(IndexStructure(Self.record))
    #expect(structure.add(pages: 300) == 2)
    #expect(structure.add(pages: 7) == 3)
    let level = try #require(IndexStructure(structure.bytes)).levels[0]
    #expect(level.segments.map(\.number) == [1, 2, 3])
    #expect(level.segments.map(\.lastPage) == [375, 300, 7])
  }

  @Test func `begins with an empty index, and ends where FTS5 does`() throws {
    var structure = try #require(IndexStructure([0, 0, 0, 0, 0, 0, 0]))
    for number in 1...IndexStructure.greatestNumber { #expect(structure.add(pages: 1) == number) }
    #expect(structure.add(pages: 1) == nil)
    #expect(structure.segmentCount == 2000)
  }
}
