import Cables
import Testing

@testable import CableArchive

struct ArchiveFacetsTests {
  static let cables = [
    ArchiveSearchingTests.libya, ArchiveSearchingTests.migration, ArchiveSearchingTests.paris,
    Sample.cable(Sample.id(1995, "KIEV", 1), classification: nil, body: "undated", tags: ["PREL"]),
    Sample.cable(
      Sample.id(2005, "KYIV", 2), date: CableDate(year: 2005, precision: .year), body: "vague"),
  ]

  static func counts(_ facet: Facet, _ text: String = "") throws -> [String] {
    try Sample.archive(cables).facets(Query.parse(text).get(), by: facet)
      .map { "\($0.value) \($0.count)" }
  }

  @Test(arguments: [
    (Facet.tag, "", ["PREL 2", "ETRD 1", "EXPORT CONTROLS 1", "KNNP 1", "LY 1"]),
    (.tag, "libya", ["EXPORT CONTROLS 1", "KNNP 1", "LY 1", "PREL 1"]),
    (.from, "", ["KYIV 2", "ROME 2", "PARIS 1"]),
    (.from, "-from:rome", ["KYIV 2", "PARIS 1"]),
    (.classification, "", ["SECRET 1", "CONFIDENTIAL 2", "UNCLASSIFIED 1"]),
    (.year, "", ["2003 2", "2004 1", "2005 1"]),
    (.month, "", ["2003-10 2", "2004-01 1"]),
    (.month, "cites:03ROME4580", ["2003-10 1"]),
    (.year, "nothing at all", []),
    (.from, "ROME 4715", ["ROME 1"]),
  ])
  func `counts the values of a result`(facet: Facet, text: String, counts: [String]) throws {
    #expect(try Self.counts(facet, text) == counts)
  }

  @Test(arguments: Facet.allCases)
  func `each value's term finds as many cables as were counted`(facet: Facet) throws {
    let archive = try Sample.archive(Self.cables)
    for value in try archive.facets(.all, by: facet) {
      #expect(try archive.count(Query.parse(value.term).get()) == value.count, "\(value.term)")
      let rest = try archive.count(Query.parse("-" + value.term).get())
      #expect(rest == Self.cables.count - value.count)
    }
  }

  @Test func `counts cables that arrived since`() throws {
    let archive = try Sample.archive(Array(Self.cables.prefix(2)))
    #expect(try archive.facets(.all, by: .from).map(\.count) == [2])
    try archive.insert(Sample.incoming([Self.cables[2]]))
    #expect(
      try archive.facets(.all, by: [.from, .year])[.from]?.map(\.value) == ["ROME", "PARIS"])
  }
}
