import Cables
import Testing

@testable import CableArchive

struct ArchiveReadingTests {
  @Test func `gives back what was put in`() throws {
    let archive = try Sample.archive([
      ArchiveSearchingTests.libya, ArchiveSearchingTests.paris,
    ])
    let row = try #require(try archive.find(Sample.id(2003, "ROME", 4715)).first)
    #expect(try archive.row(row.rowID) == row)
    #expect(row.date == Sample.day(2003, 10, 14))
    #expect(row.classification == .secret)
    #expect(row.post == "ROME")
    #expect(row.subject == "MORE FROM ITALY ON LIBYAN WMD DEVELOPMENT")
    #expect(try archive.cable(row.rowID) == ArchiveSearchingTests.libya)
    #expect(try archive.original(row.rowID) == ArchiveSearchingTests.libya.text.original)
    #expect(try archive.row(7) == nil)
    #expect(try archive.cable(7) == nil)
    #expect(try archive.original(7) == nil)
  }

  @Test(arguments: [
    CableDate(year: 1975, precision: .year, isInferred: true),
    CableDate(year: 1975, month: 2, precision: .month),
    CableDate(year: 2007, month: 9, day: 10, hour: 14, minute: 26, precision: .minute),
    nil,
  ])
  func `keeps how much of a date is known`(date: CableDate?) throws {
    let archive = try Sample.archive([Sample.cable(Sample.id(1975, "ROME", 1), date: date)])
    #expect(try archive.page(.all, limit: 1).rows.first?.date == date)
  }

  @Test func `parses an original again with what its collection said`() throws {
    var hints = CableHints()
    hints.fileName = "03ROME1605.txt"
    hints.id = "03ROME1605"
    hints.date = Sample.minute(3, 4, 5)
    hints.isMinuteFalse = true
    hints.classification = "SECRET//NOFORN"
    hints.origin = "Embassy Rome"
    hints.title = "TITLE"
    hints.references = ["03ROME1", "03ROME2"]
    let expected = hints
    let archive = try Archive.inMemory { original, given in
      var cable = Cable(text: CableText(original: original, clean: [], segments: []))
      cable.isPartial = given == expected
      return cable
    }
    let cable = Sample.cable(Sample.id(2003, "ROME", 1605), body: "x")
    try archive.insert(
      [IncomingCable(cable: cable, hints: hints, source: SourceLocation(path: "t.csv", index: 3))])
    let row = try #require(try archive.page(.all, limit: 1).rows.first)
    #expect(try archive.cable(row.rowID)?.isPartial == true)
    #expect(try archive.sources(of: row.rowID) == [SourceLocation(path: "t.csv", index: 3)])
  }

  @Test func `finds a number of a post in all years, the latest first`() throws {
    let archive = try Sample.archive(
      [1975, 2003, 2004, 2009].map { year in
        Sample.cable(
          Sample.id(year, "ROME", 12), date: CableDate(year: year, precision: .year),
          body: "\(year)")
      })
    #expect(
      try archive.find(post: "Rome", number: 12).map(\.name) == [
        "09ROME12", "04ROME12", "03ROME12", "75ROME12",
      ])
    #expect(try archive.find(post: "ROME", number: 13).isEmpty)
    #expect(try archive.names("ROME 0012").first == "09ROME12")
  }

  @Test func `knows the neighbours of an id, held or not`() throws {
    let numbers = [1, 5, 8, 12, 40]
    let archive = try Sample.archive(
      numbers.map { Sample.cable(Sample.id(2003, "ROME", $0), body: "\($0)") }
        + [Sample.cable(Sample.id(2004, "ROME", 9), body: "other year")])
    let absent = Sample.id(2003, "ROME", 9)
    #expect(
      try archive.neighbours(of: absent, limit: 3).map(\.name) == [
        "03ROME5", "03ROME8", "03ROME12",
      ])
    #expect(
      try archive.neighbours(of: Sample.id(2003, "ROME", 8), limit: 2).map(\.name)
        == ["03ROME5", "03ROME12"])
    #expect(try archive.neighbours(of: Sample.id(2003, "PARIS", 9), limit: 3).isEmpty)
  }

  @Test(arguments: [
    ("03ROME1", ["03ROME1", "03ROME12", "03ROME160", "03ROME1605"]),
    ("2003 rome 16", ["03ROME160", "03ROME1605"]),
    ("ROME 16", ["04ROME1600", "03ROME160", "03ROME1605"]),
    ("ro", ["04ROME1600", "03ROME1", "03ROME12", "03ROME160", "03ROME1605"]),
    ("03STATE2", ["03STATE282619"]),
    ("rome 2", []), ("", []), ("16", []), ("é*'", []),
  ])
  func `completes ids, held and cited`(typed: String, ids: [String]) throws {
    let archive = try Sample.archive(
      [
        Sample.cable(
          Sample.id(2003, "ROME", 1), body: "x",
          references: [
            Sample.reference("A", Sample.id(2003, "STATE", 282_619)),
            Sample.reference("B", Sample.id(2003, "ROME", 160)),
          ])
      ]
        + [(2003, 12), (2003, 1605), (2004, 1600)].map {
          Sample.cable(Sample.id($0.0, "ROME", $0.1), body: "\($0.1)")
        })
    let completions = try archive.completions(of: typed, limit: 10)
    #expect(completions.map(\.id.description) == ids)
    let absent = completions.filter { $0.row == nil }.map(\.id.description)
    #expect(absent == ids.filter { $0 == "03STATE282619" || $0 == "03ROME160" })
  }

  @Test func `adds all cables of a batch or none`() throws {
    let archive = try Sample.archive([ArchiveSearchingTests.paris])
    #expect(try archive.totals.cables == 1)
    try archive.insert([])
    #expect(try archive.totals.cables == 1)
    #expect(try archive.totals.originalBytes == ArchiveSearchingTests.paris.text.original.count)
  }
}
