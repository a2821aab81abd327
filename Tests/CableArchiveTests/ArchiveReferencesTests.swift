import Cables
import Testing

@testable import CableArchive

struct ArchiveReferencesTests {
  static func cable(
    _ id: CableID, _ day: Int = 1, references: [Reference] = [], mentions: [Mention] = []
  ) -> Cable {
    var cable = Sample.cable(
      id, date: CableDate(year: id.year, month: 6, day: day, precision: .day),
      subject: "ABOUT \(id)", body: "\(id)", references: references)
    cable.mentions = mentions
    return cable
  }

  @Test func `names who cites an id, present or absent, newest first`() throws {
    let absent = Sample.id(2003, "STATE", 282_619)
    let archive = try Sample.archive([
      Self.cable(Sample.id(2003, "ROME", 1), 3, references: [Sample.reference("B", absent)]),
      Self.cable(
        Sample.id(2003, "ROME", 2), 5,
        references: [Sample.reference("A", absent), Sample.reference("C", absent)]),
      Self.cable(Sample.id(2003, "ROME", 3), 4, references: [Sample.reference(nil, absent)]),
    ])
    let citations = try archive.citations(of: absent)
    #expect(citations.map(\.row.name) == ["03ROME2", "03ROME2", "03ROME3", "03ROME1"])
    #expect(citations.map(\.letter) == ["A", "C", nil, "B"])
    #expect(citations.allSatisfy { $0.label == "STATE 282619" && !$0.isMention })
    #expect(try archive.find(absent).isEmpty)
    #expect(try archive.citations(of: Sample.id(2003, "ROME", 1)).isEmpty)
    #expect(try archive.totals.absent == 1)
  }

  @Test func `counts a mention in the text where the block does not name the cable`() throws {
    let target = Sample.id(2006, "PARIS", 5733)
    let mention = Mention(
      kind: .cable, text: "06 Paris 5733", range: 0..<13, targets: [target])
    let archive = try Sample.archive([
      Self.cable(Sample.id(2006, "ROME", 1), 1, mentions: [mention, mention]),
      Self.cable(
        Sample.id(2006, "ROME", 2), 2, references: [Sample.reference("A", target)],
        mentions: [mention]),
      Self.cable(target, 3),
    ])
    let citations = try archive.citations(of: target)
    #expect(citations.map(\.row.name) == ["06ROME2", "06ROME1"])
    #expect(citations.map(\.isMention) == [false, true])
    #expect(citations.map(\.label) == ["PARIS 5733", "06 Paris 5733"])
    #expect(try archive.find(target).first?.citedByCount == 2)
  }

  @Test func `resolves the items of the REF block`() throws {
    let present = Sample.id(2003, "ROME", 4580)
    let absent = Sample.id(2003, "STATE", 1)
    let citing = Self.cable(
      Sample.id(2003, "ROME", 4715), 14,
      references: [
        Sample.reference("A", absent, isYearInferred: true), Sample.reference("B", present),
        Sample.reference("C", nil),
      ])
    let archive = try Sample.archive([citing, Self.cable(present, 7)])
    let row = try #require(try archive.find(citing.id ?? present).first)
    let references = try archive.resolved(referencesOf: row.rowID)
    #expect(references.map(\.letter) == ["A", "B", "C"])
    #expect(references.map(\.target) == [absent, present, nil])
    #expect(references.map(\.isYearInferred) == [true, false, false])
    #expect(references.map(\.row?.name) == [nil, "03ROME4580", nil])
    #expect(references.map(\.citedByCount) == [1, 1, 0])
    #expect(references.map(\.kind) == [.cable, .cable, .other])
  }

  @Test func `takes a post for another where the cable of the one written is absent`() throws {
    let written = Sample.id(2003, "BRUSSELS", 12)
    let meant = Sample.id(2003, "USEUBRUSSELS", 12)
    let citing = Self.cable(
      Sample.id(2003, "ROME", 1), references: [Sample.reference("A", written)])
    let archive = try Sample.archive([citing, Self.cable(meant)])
    let row = try #require(try archive.find(Sample.id(2003, "ROME", 1)).first)
    #expect(try archive.resolved(referencesOf: row.rowID).first?.row?.id == meant)
    #expect(try archive.find(written).map(\.id) == [meant])
    #expect(try archive.citations(of: meant).map(\.row.name) == ["03ROME1"])
    #expect(try archive.citations(of: written).map(\.row.name) == ["03ROME1"])
    #expect(try archive.find(meant).first?.citedByCount == 1)
    #expect(try archive.names("cites:03USEUBRUSSELS12") == ["03ROME1"])
    #expect(try archive.names("citedby:03ROME1") == ["03USEUBRUSSELS12"])
    #expect(try archive.totals.absent == 0)

    // When the cable as written arrives, the reference is its own.
    try archive.insert(
      [IncomingCable(cable: Self.cable(written), source: SourceLocation(path: "late.txt"))])
    #expect(try archive.resolved(referencesOf: row.rowID).first?.row?.id == written)
    #expect(try archive.citations(of: meant).isEmpty)
    #expect(try archive.citations(of: written).count == 1)
    #expect(try archive.find(written).map(\.id) == [written, meant])
  }

  /// The citing cable is 03ROME100 of 15 June 2003.
  @Test(
    arguments: [
      ("its own lower number", "ROME", 50, [], 2003),
      ("its own number a little higher", "ROME", 105, [], 2003),
      ("its own higher number", "ROME", 500, [], 2002),
      ("its own higher number, held", "ROME", 500, [(2003, 16)], 2003),
      ("another post, nothing held", "PARIS", 7, [], 2003),
      ("another post, this year held", "PARIS", 7, [(2003, 1)], 2003),
      ("another post, this year held but later", "PARIS", 7, [(2003, 20)], 2003),
      ("another post, last year held", "PARIS", 7, [(2002, 1)], 2002),
      ("another post, both held", "PARIS", 7, [(2002, 1), (2003, 15)], 2003),
      ("another post, both held, this year later", "PARIS", 7, [(2002, 1), (2003, 16)], 2002),
    ] as [(String, String, Int, [(Int, Int)], Int)])
  func `concludes a missing year from what is held`(
    situation: String, post: String, number: Int, held: [(Int, Int)], year: Int
  ) throws {
    let citing = Self.cable(
      Sample.id(2003, "ROME", 100), 15,
      references: [Sample.reference("A", Sample.id(2003, post, number), isYearInferred: true)])
    let others = held.map { Self.cable(Sample.id($0.0, post, number), $0.1) }
    let archive = try Sample.archive([citing] + others)
    try archive.resolveReferences()
    let row = try #require(try archive.find(Sample.id(2003, "ROME", 100)).first)
    #expect(try archive.resolved(referencesOf: row.rowID).first?.target?.year == year)
    #expect(try archive.cable(row.rowID)?.references.first?.target?.year == year)
    #expect(try archive.citations(of: Sample.id(year, post, number)).count == 1)
  }

  @Test func `concludes a year again when the cable arrives, and leaves written years alone`()
    throws
  {
    let target = Sample.id(2003, "PARIS", 7)
    let earlier = Sample.id(2002, "PARIS", 7)
    let citing = Self.cable(
      Sample.id(2003, "ROME", 100), 15,
      references: [
        Sample.reference("A", target, isYearInferred: true), Sample.reference("B", target),
      ],
      mentions: [
        Mention(
          kind: .reference, text: "REF A", range: 0..<1, targets: [target], referenceIndices: [0]),
        Mention(
          kind: .cable, text: "Paris 7", range: 1..<2, targets: [target], isYearInferred: true),
      ])
    let archive = try Sample.archive([citing, Self.cable(earlier)], batch: 1)
    try archive.resolveReferences()
    let row = try #require(try archive.find(Sample.id(2003, "ROME", 100)).first)
    let cable = try #require(try archive.cable(row.rowID))
    #expect(cable.references.map(\.target) == [earlier, target])
    #expect(cable.mentions.map(\.targets) == [[earlier], [earlier]])

    try archive.insert(
      [IncomingCable(cable: Self.cable(target), source: SourceLocation(path: "late.txt"))])
    try archive.resolveReferences()
    #expect(try archive.resolved(referencesOf: row.rowID).map(\.target) == [target, target])
  }
}
