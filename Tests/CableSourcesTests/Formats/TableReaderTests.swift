import CableSources
import Cables
import TestSupport
import Testing

@Suite struct TableReaderTests {
  private func items(
    _ text: String, pieceSize: Int = 1 << 18, rowSize: Int = 1 << 26
  ) throws -> CollectedItems {
    let folder = try TemporaryFolder()
    var limits = SourceLimits()
    limits.pieceSize = pieceSize
    limits.rowSize = rowSize
    return CollectedItems(try folder.write(text, to: "cables.csv"), limits: limits)
  }

  private func table(_ rows: [SampleRow], end: String = "\n") -> String {
    rows.map { $0.line() + end }.joined()
  }

  private func text(_ row: SampleRow) -> String {
    row.header + (row.header.utf8.last == 0x0A ? "" : "\n") + row.body
  }

  @Test func `reads header and body as the text and the other columns as hints`() throws {
    let items = try items(SampleRow().line() + "\n")
    let record = try #require(items.records.first)
    #expect(
      items.texts == ["FM AMEMBASSY ROME\nS E C R E T ROME 001605\n\n1. (S) Text."])
    #expect(record.hints.fileName == nil)
    #expect(record.hints.id == "03ROME1605")
    #expect(record.hints.date?.iso8601 == "2003-04-15T10:20Z")
    #expect(!record.hints.isMinuteFalse)
    #expect(record.hints.origin == "Embassy Rome")
    #expect(record.hints.classification == "SECRET")
    #expect(record.hints.references == ["03ROME1502", "03STATE94815"])
    #expect(record.location.description.hasSuffix("/cables.csv row 1"))
    #expect(record.location.offset == 0)
  }

  @Test(arguments: SampleRow.Escape.allCases, ["\n", "\r\n"])
  func `reads both ways to escape a quote, with either line end`(
    escape: SampleRow.Escape, end: String
  ) throws {
    let row = SampleRow(
      header: "\"all\" of \"it\"",
      body: "\"\"a\", \"b\"\",\n\"c\"\\ d:" + (escape == .backslash ? "\\\\ \\\"" : "") + "\n\"")
    let items = try items(row.line(escape) + end + SampleRow(number: 2).line(escape) + end)
    #expect(items.texts == [text(row), text(SampleRow())])
    #expect(items.problems.isEmpty)
  }

  @Test func `leaves backslashes alone where quotes are doubled`() throws {
    let row = SampleRow(body: "see \\\\server\\share, \"all\" of it")
    let items = try items(row.line(.doubled) + "\n")
    #expect(items.texts == [text(row)])
  }

  @Test func `numbers the rows and says where they begin`() throws {
    let rows = SampleRow.five
    let items = try items("\u{FEFF}" + table(rows))
    #expect(items.records.map(\.location.index) == [1, 2, 3, 4, 5])
    let length = rows[0].line().utf8.count
    #expect(items.records.prefix(2).map(\.location.offset) == [3, 3 + length + 1])
    #expect(items.texts == rows.map(text))
  }

  @Test(arguments: ["", "\n", "\r\n", "\n\n\n"])
  func `does not mind how the file ends`(end: String) throws {
    let items = try items(SampleRow().line() + end)
    #expect(items.texts == [text(SampleRow())])
    #expect(items.problems.isEmpty)
  }

  @Test(arguments: [
    "\"id\",\"date\",\"reference id\",\"origin\",\"classification\",\"refs\",\"header\",\"body\"\n",
    "number,date,id,origin,classification,references,header,body\r\n",
  ])
  func `passes over headings`(headings: String) throws {
    let items = try items(headings + table(SampleRow.five))
    #expect(items.texts == SampleRow.five.map(text))
    #expect(items.records.first?.location.index == 1)
    #expect(items.problems.isEmpty)
  }

  @Test func `reads a table with quotes only where they are needed`() throws {
    let items = try items(
      """
      1,4/15/2003 10:20,03ROME1605,Embassy Rome,SECRET,,FM ROME,"a ""b"", c
      d"
      2,4/16/2003,03ROME1606,Embassy Rome,SECRET,03ROME1605,FM ROME,plain "quoted" body
      """)
    #expect(items.texts == ["FM ROME\na \"b\", c\nd", "FM ROME\nplain \"quoted\" body"])
    #expect(items.records.map(\.hints.date?.iso8601) == ["2003-04-15T10:20Z", "2003-04-16"])
    #expect(items.problems.isEmpty)
  }

  @Test func `leaves the cable itself out of what it refers to`() throws {
    let items = try items(SampleRow(references: "03ROME1605| 03STATE1 ||").line())
    #expect(items.records.first?.hints.references == ["03STATE1"])
  }

  @Test(arguments: [("", "body"), ("header\n", "body"), ("header", "")])
  func `joins header and body by one line end where both are there`(
    header: String, body: String
  ) throws {
    let items = try items(SampleRow(header: header, body: body).line())
    #expect(items.texts == [header + body])
  }

  @Test(arguments: ["", "0/0/0000 0:00", "soon", "13/45/2003 10:20"])
  func `reads a row without a usable date`(date: String) throws {
    let rows = [SampleRow(), SampleRow(number: 2, date: date)]
    let items = try items(table(rows))
    #expect(items.records.count == 2)
    #expect(items.records.last?.hints.date == nil)
    #expect(items.problems.isEmpty)
  }

  @Test func `keeps bytes that are no UTF-8`() throws {
    let folder = try TemporaryFolder()
    var bytes = Array(SampleRow(body: "caf#").line().utf8)
    bytes = bytes.map { $0 == UInt8(ascii: "#") ? 0xE9 : $0 }
    let items = CollectedItems(try folder.write(bytes, to: "a"))
    #expect(items.records.first?.bytes.last == 0xE9)
  }

  @Test func `reads every split of a piece alike`() throws {
    let rows = [
      SampleRow(body: "a \"b\", \"c\"\n\"d\\\" e\r\n\""),
      SampleRow(number: 2, header: "", body: "\\"),
      SampleRow(number: 3, references: "", body: "x\n"),
    ]
    let text = table(rows, end: "\r\n")
    let whole = try items(text)
    #expect(whole.texts == [self.text(rows[0]), "\\", self.text(rows[2])])
    for pieceSize in 1...60 {
      #expect(try items(text, pieceSize: pieceSize).texts == whole.texts, "pieces of \(pieceSize)")
    }
  }

  @Test(arguments: 0..<40)
  func `reads back what was written`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let parts = [
      "a", "word ", "\"", "\\", "\n", "\r\n", ",", "\",", ",\"", "\"\n", "\"\"", "\\\"", "é", "\t",
      "1", "|",
    ]
    func noise(_ count: Int) -> String {
      (0..<Int.random(in: 0...count, using: &random))
        .map { _ in parts.randomElement(using: &random) ?? "" }.joined()
    }
    let rows = (1...12).map { number in
      SampleRow(number: number, header: "h" + noise(6), body: noise(30) + ".")
    }
    let escape = SampleRow.Escape.allCases.randomElement(using: &random) ?? .backslash
    // With doubled quotes a backslash is only a backslash where no quote follows.
    let written =
      escape == .backslash
      ? rows
      : rows.map { row in
        var row = row
        row.header.replace("\\", with: "/")
        row.body.replace("\\", with: "/")
        return row
      }
    let text = written.map { $0.line(escape) + "\n" }.joined()
    let items = try items(text, pieceSize: Int.random(in: 1...100, using: &random))
    #expect(items.problems.isEmpty)
    #expect(items.texts == written.map(self.text))
  }
}
