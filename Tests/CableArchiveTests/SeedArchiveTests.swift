import CableArchive
import Cables
import Foundation
import Testing

/// The five sample cables through the real parser.
struct SeedArchiveTests {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "seeds")

  static func incoming() throws -> [IncomingCable] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try names.map { name in
      var hints = CableHints()
      hints.fileName = name
      let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
      return IncomingCable(
        cable: CableParser().parse(bytes, hints: hints), hints: hints,
        source: SourceLocation(path: "seeds/\(name)"))
    }
  }

  static func archive() throws -> Archive {
    let archive = try Archive.inMemory()
    try archive.insert(incoming())
    try archive.resolveReferences()
    return archive
  }

  static func names(_ text: String, in archive: Archive) throws -> [String] {
    try archive.page(Query.parse(text).get(), limit: 10).rows.map(\.name)
  }

  @Test(arguments: [
    ("", ["07ROME1919", "04ROME3933", "03ROME4715", "03ROME4580", "03ROME1605"]),
    ("libya", ["03ROME4715", "03ROME4580"]),
    ("libyan wmd", ["03ROME4715", "03ROME4580"]),
    ("tag:KNNP tag:LY", ["03ROME4715", "03ROME4580"]),
    ("class:secret", ["03ROME4715", "03ROME1605"]),
    ("date:2003-10", ["03ROME4715", "03ROME4580"]),
    ("date:2007-09-10", ["07ROME1919"]),
    ("cites:03STATE282619", ["03ROME4715", "03ROME4580"]),
    ("citedby:03ROME4715", ["03ROME4580"]),
    ("rome 1605", ["03ROME1605"]),
    ("subject:libyan", ["03ROME4715", "03ROME4580"]),
  ])
  func `are found`(text: String, names: [String]) throws {
    #expect(try Self.names(text, in: Self.archive()) == names)
  }

  @Test func `words of the transmission header are not found in the text`() throws {
    let archive = try Self.archive()
    #expect(try Self.names("VZCZCXRO2781", in: archive).isEmpty)
    #expect(try Self.names("AMEMBASSY", in: archive).isEmpty)
  }

  @Test func `lead to each other and to the absent cable`() throws {
    let archive = try Self.archive()
    let row = try #require(try archive.find(typed: "2003ROME04715").first)
    let references = try archive.resolved(referencesOf: row.rowID)
    #expect(references.map(\.letter) == ["A", "B", "C"])
    #expect(
      references.map(\.target?.description) == ["03STATE282619", "03ROME4580", "03ROME2977"])
    #expect(references.map(\.row?.name) == [nil, "03ROME4580", nil])
    let absent = try archive.citations(of: CableID(year: 2003, post: "STATE", number: 282_619))
    #expect(absent.map(\.row.name) == ["03ROME4715", "03ROME4580"])
    #expect(absent.map(\.letter) == ["A", "A"])
    #expect(
      try archive.citations(of: CableID(year: 2003, post: "ROME", number: 4580)).map(\.letter)
        == ["B"])
  }

  @Test func `come back as they were parsed`() throws {
    let archive = try Self.archive()
    for incoming in try Self.incoming() {
      let id = try #require(incoming.cable.id)
      let row = try #require(try archive.find(id).first)
      #expect(try archive.cable(row.rowID) == incoming.cable)
      #expect(try archive.original(row.rowID) == incoming.cable.text.original)
    }
  }

  @Test func `replace a shorter version read by the real parser`() throws {
    let archive = try Archive.inMemory()
    let full = try #require(try Self.incoming().first)
    let half = Array(full.cable.text.original.prefix(full.cable.text.original.count / 2))
    var hints = full.hints
    hints.id = full.cable.id?.description
    let cut = CableParser().parse(half, hints: hints)
    #expect(cut.id == full.cable.id)
    try archive.insert([
      IncomingCable(cable: cut, hints: hints, source: SourceLocation(path: "cut"))
    ])
    try archive.insert([full])
    let id = try #require(full.cable.id)
    #expect(try archive.count(.all) == 1)
    #expect(try archive.versions(of: id).count == 2)
    let listed = try #require(try archive.find(id).first)
    #expect(try archive.original(listed.rowID) == full.cable.text.original)
  }
}
