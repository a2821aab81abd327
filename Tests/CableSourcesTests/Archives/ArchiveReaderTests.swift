import CableSources
import Cables
import TestSupport
import Testing

@Suite struct ArchiveReaderTests {
  typealias Member = SampleArchive.Member

  private let members = [
    Member("dump/b.txt", "two"), Member("dump/", ""), Member("dump/2003/a.txt", "one"),
    Member("dump/.hidden", "hidden"), Member("__MACOSX/x.txt", "hidden"),
    Member("empty.txt", ""), Member("image.png", [0x89, 0x50, 0x4E, 0x47, 1, 2, 3]),
    Member("long.txt", String(repeating: "0123456789", count: 60_000)),
  ]

  private func items(
    _ bytes: [UInt8], as name: String = "cables", limits: SourceLimits = SourceLimits()
  ) throws -> CollectedItems {
    let folder = try TemporaryFolder()
    return CollectedItems(try folder.write(bytes, to: name), limits: limits)
  }

  private func expectMembers(
    _ items: CollectedItems, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      items.records.map(\.location.entry) == ["dump/b.txt", "dump/2003/a.txt", "long.txt"],
      sourceLocation: sourceLocation)
    #expect(
      items.records.map(\.bytes) == [members[0].bytes, members[2].bytes, members[7].bytes],
      sourceLocation: sourceLocation)
    // 7-Zip archives list empty files last.
    #expect(Set(items.kinds) == [.empty, .binary], sourceLocation: sourceLocation)
    #expect(items.kinds.count == 2, sourceLocation: sourceLocation)
  }

  @Test(arguments: SampleArchive.Format.allCases, [1, 1000, 1 << 18])
  func `reads the files of an archive in its order`(
    format: SampleArchive.Format, pieceSize: Int
  ) throws {
    var limits = SourceLimits()
    limits.pieceSize = pieceSize
    // A byte at a time would be read from a file of 600 KB; a shorter one will do.
    let members = pieceSize == 1 ? Array(members.prefix(7)) : members
    let items = try items(SampleArchive.bytes(format, members), limits: limits)
    if pieceSize == 1 {
      #expect(items.texts == ["two", "one"])
      #expect(Set(items.kinds) == [.empty, .binary])
    } else {
      expectMembers(items)
    }
    #expect(items.records.first?.hints.fileName == "b.txt")
    #expect(items.records.first?.location.description.hasSuffix("/cables: dump/b.txt") == true)
  }

  @Test(arguments: SampleArchive.Filter.allCases)
  func `reads packed tar archives`(filter: SampleArchive.Filter) throws {
    expectMembers(try items(SampleArchive.bytes(.tar, filter: filter, members)))
  }

  @Test(arguments: SampleArchive.Filter.allCases.dropFirst())
  func `reads a packed file as what is in it`(filter: SampleArchive.Filter) throws {
    let text = try items(
      SampleArchive.packed(filter, Array("S E C R E T".utf8)), as: "03ROME1.txt.gz")
    #expect(text.texts == ["S E C R E T"])
    #expect(text.records.first?.hints.fileName == "03ROME1.txt")
    #expect(text.records.first?.location.entry == nil)
    let rows = SampleRow.five
    let table = rows.map { $0.line() + "\n" }.joined()
    let items = try items(SampleArchive.packed(filter, Array(table.utf8)), as: "cables.csv.gz")
    #expect(items.records.map(\.location.index) == [1, 2, 3, 4, 5])
    #expect(items.records.map(\.hints.id) == rows.map(\.id))
  }

  @Test func `reads every format inside an archive`() throws {
    let items = try items(
      SampleArchive.bytes(
        .zip,
        [
          Member("a/cables.csv", SampleRow().line()),
          Member("b.jsonl", "{\"original\":\"exported\"}"),
          Member("c.html", "<html><pre>page</pre></html>"),
          Member(
            "d.txt", "01ROME1\nT\nFri Feb 23 00:00:00 +0100 2001\nSECRET\nEmbassy Rome\ndumped"),
        ]))
    #expect(items.texts.dropFirst() == ["exported", "page", "dumped"])
    #expect(
      items.records.first?.location.description.hasSuffix("cables: a/cables.csv row 1") == true)
    #expect(items.problems.isEmpty)
  }

  @Test(arguments: SampleArchive.Format.allCases)
  func `reads archives within archives, to a depth`(format: SampleArchive.Format) throws {
    let inner = SampleArchive.bytes(format, [Member("a.txt", "deep")])
    let middle = SampleArchive.bytes(.tar, filter: .gzip, [Member("inner", inner)])
    let items = try items(SampleArchive.bytes(.zip, [Member("x/middle", middle)]))
    #expect(items.texts == ["deep"])
    #expect(items.records.first?.location.entry == "x/middle > inner > a.txt")
    let outer = SampleArchive.bytes(.tar, [Member("x/middle", middle), Member("z.txt", "z")])
    let deeper = try self.items(
      SampleArchive.bytes(.tar, filter: .xz, [Member("outer", outer), Member("y.txt", "y")]))
    #expect(deeper.texts == ["z", "y"])
    #expect(deeper.kinds == [.binary])
  }

  @Test(arguments: SampleArchive.Format.allCases)
  func `says where an archive breaks off and keeps what came before`(
    format: SampleArchive.Format
  ) throws {
    var random = SeededGenerator(seed: 2)
    let noise = (0..<90_000).map { _ in UInt8.random(in: 32..<120, using: &random) }
    let whole = SampleArchive.bytes(
      format, [Member("a.txt", "first"), Member("b.txt", noise), Member("c.txt", "last")])
    let items = try items(Array(whole.prefix(whole.count / 2)))
    #expect(items.kinds == [.damagedArchive])
    #expect(items.texts == (format == .sevenZip ? [] : ["first"]))
    #expect(items.problems.first?.message.contains("cannot be unpacked to its end (") == true)
  }

  @Test(arguments: SampleArchive.Filter.allCases.dropFirst())
  func `says that a packed file breaks off`(filter: SampleArchive.Filter) throws {
    var random = SeededGenerator(seed: 1)
    let noise = (0..<200_000).map { _ in UInt8.random(in: 32..<120, using: &random) }
    let packed = SampleArchive.packed(filter, noise)
    let items = try items(Array(packed.prefix(packed.count / 2)))
    #expect(items.kinds == [.damagedArchive])
    #expect(items.records.isEmpty)
  }

  @Test func `says that an archive is locked`() throws {
    let items = try items(
      SampleArchive.bytes(.zip, [Member("a.txt", "secret")], passphrase: "word"))
    #expect(items.kinds == [.damagedArchive])
    #expect(items.problems.first?.message.lowercased().contains("passphrase") == true)
  }

  @Test func `stops at an archive that unpacks to far more than it holds`() throws {
    var limits = SourceLimits()
    limits.freeExpansion = 100_000
    limits.expansion = 10
    let bomb = SampleArchive.bytes(
      .tar, filter: .gzip,
      (0..<20).map { Member("\($0).txt", String(repeating: "a", count: 50_000)) })
    let items = try items(bomb, limits: limits)
    #expect(items.records.count < 20)
    #expect(items.kinds == [.overgrownArchive])
  }

  @Test func `passes over office documents and says that an archive is empty`() throws {
    let document = SampleArchive.bytes(
      .zip, [Member("[Content_Types].xml", "<Types/>"), Member("word/document.xml", "<w/>")])
    #expect(try items(document).kinds == [.binary])
    #expect(try items(SampleArchive.bytes(.zip, [])).kinds == [.empty])
  }

  @Test(arguments: SampleArchive.Format.allCases)
  func `reads names beyond ASCII`(format: SampleArchive.Format) throws {
    let items = try items(SampleArchive.bytes(format, [Member("café/Zürich.txt", "text")]))
    #expect(items.records.first?.hints.fileName == "Zürich.txt")
  }

  @Test(
    arguments: [
      [0x1F, 0x8B, 0x08], [0x50, 0x4B, 3, 4], [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], [0x1F, 0x9D],
      [0x28, 0xB5, 0x2F, 0xFD],
    ] as [[UInt8]])
  func `says that a file is not what its first bytes say`(mark: [UInt8]) throws {
    let items = try items(mark + Array(" and then something else entirely".utf8))
    #expect(items.kinds == [.damagedArchive])
    #expect(items.records.isEmpty)
  }

  @Test(arguments: ["BZh", "BZh is a word", "LZ", "LZIP it", "PK and more", "1f8b"])
  func `does not take words for archives`(text: String) throws {
    #expect(try items(Array(text.utf8)).texts == [text])
  }

  @Test func `counts packed bytes as progress`() throws {
    let folder = try TemporaryFolder()
    let bytes = SampleArchive.bytes(.tar, filter: .gzip, members)
    let source = CableSource(paths: [try folder.write(bytes, to: "cables.tgz")])
    let progress = SourceProgress()
    source.read(progress: progress) { _ in true }
    #expect(source.estimatedBytes() == bytes.count)
    #expect(progress.bytesRead == bytes.count)
  }
}
