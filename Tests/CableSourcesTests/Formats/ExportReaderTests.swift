import CableSources
import Cables
import TestSupport
import Testing

@Suite struct ExportReaderTests {
  private func items(
    _ text: String, pieceSize: Int = 1 << 18, rowSize: Int = 1 << 26
  ) throws
    -> CollectedItems
  {
    let folder = try TemporaryFolder()
    var limits = SourceLimits()
    limits.pieceSize = pieceSize
    limits.rowSize = rowSize
    limits.prefixSize = min(limits.prefixSize, rowSize)
    return CollectedItems(try folder.write(text, to: "cables.jsonl"), limits: limits)
  }

  @Test(arguments: [1, 3, 16, 1 << 18])
  func `reads the original text of every line`(pieceSize: Int) throws {
    let items = try items(
      """
      {"id":1,"original":"S E C R E T\\n\\t\\"quoted\\" \\\\ caf\\u00e9 \\ud83d\\ude00\\r\\n","x":{"a":[1,{"b":null}]}}

      { "x" : [] , "original" : "é two" }\r
      {"originalBase64":"Y2Fm6Q==","file":"dumps/03ROME1.txt"}
      """, pieceSize: pieceSize)
    #expect(items.problems.isEmpty)
    #expect(
      items.records.map(\.bytes) == [
        Array("S E C R E T\n\t\"quoted\" \\ café 😀\r\n".utf8), Array("é two".utf8),
        [0x63, 0x61, 0x66, 0xE9],
      ])
    #expect(items.records.map(\.location.index) == [1, 3, 4])
    #expect(items.records.last?.location.description.hasSuffix("cables.jsonl line 4") == true)
    #expect(items.records.last?.hints.fileName == "03ROME1.txt")
  }

  @Test func `takes what was read from the cable as hints`() throws {
    let items = try items(
      """
      {"file":"a/b.txt","canonicalID":"03ROME1605","date":"2003-04-15","datePrecision":"day",\
      "dateInferred":true,"classification":"SECRET","origin":"ROME","subject":"IRAN","original":"x"}
      """)
    let hints = try #require(items.records.first?.hints)
    #expect(hints.id == "03ROME1605")
    #expect(
      hints.date
        == CableDate(year: 2003, month: 4, day: 15, precision: .day, isInferred: true))
    #expect(hints.classification == "SECRET")
    #expect(hints.origin == "ROME")
    #expect(hints.title == "IRAN")
  }

  @Test func `prefers the hints the collection gave`() throws {
    let items = try items(
      """
      {"hints":{"fileName":"c.html","id":"03 ROME 1605","date":"2003-04-15T10:10Z",\
      "isMinuteFalse":true,"classification":"SECRET//NOFORN","origin":"Embassy Rome","title":"T",\
      "references":["03ROME1","03ROME2"]},"canonicalID":"03ROME1605","original":"x"}
      """)
    var hints = CableHints()
    hints.fileName = "c.html"
    hints.id = "03 ROME 1605"
    hints.date = CableDate(
      year: 2003, month: 4, day: 15, hour: 10, minute: 10, precision: .minute)
    hints.isMinuteFalse = true
    hints.classification = "SECRET//NOFORN"
    hints.origin = "Embassy Rome"
    hints.title = "T"
    hints.references = ["03ROME1", "03ROME2"]
    #expect(items.records.first?.hints == hints)
  }

  @Test(arguments: [
    ("2007-09-10T14:26Z", "2007-09-10T14:26Z"), ("2007-09-10T00:00Z", "2007-09-10T00:00Z"),
    ("2003-04-15", "2003-04-15"), ("2003-04", "2003-04"), ("2003", "2003"),
  ])
  func `reads a date as exactly as it was written`(text: String, date: String) throws {
    let items = try items("{\"date\":\"\(text)\",\"original\":\"x\"}")
    #expect(items.records.first?.hints.date?.iso8601 == date)
  }

  @Test func `reports damaged lines and lines without a text, and reads the others`() throws {
    let items = try items(
      """
      {"original":"one"}
      {"original":"two"
      {"canonicalID":"03ROME1"}
      {"original":"three"} trailing
      {"original":null,"originalBase64":"**"}
      {"original":"four"}
      """)
    #expect(items.texts == ["one", "four"])
    #expect(items.kinds == [.damagedRow, .noCable, .damagedRow, .noCable])
    #expect(items.problems.map(\.location.index) == [2, 3, 4, 5])
    #expect(
      items.problems.first?.message.hasSuffix(
        "line 2 is no JSON object (at its byte 18) and was passed over; export it again.") == true)
  }

  @Test(arguments: [1, 30])
  func `passes over a line beyond the limit`(pieceSize: Int) throws {
    let long = "{\"original\":\"\(String(repeating: "x", count: 300))\"}"
    let items = try items(
      "{\"original\":\"one\"}\n\(long)\n{\"original\":\"two\"}", pieceSize: pieceSize, rowSize: 100)
    #expect(items.texts == ["one", "two"])
    #expect(items.kinds == [.tooLarge])
  }

  @Test func `does not go down without end`() throws {
    let deep = String(repeating: "[", count: 100_000)
    let items = try items("{\"x\":\(deep)\n{\"original\":\"one\"}")
    #expect(items.kinds == [.damagedRow])
    #expect(items.texts == ["one"])
  }

  @Test(arguments: ["\\ud83d", "\\ud83dx", "\\ude00", "\\ud83d\\u0041"])
  func `replaces half a pair`(escape: String) throws {
    let text = try #require(try items("{\"original\":\"\(escape)\"}").texts.first)
    #expect(text.first == "\u{FFFD}")
  }
}
