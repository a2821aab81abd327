import CableSources
import TestSupport
import Testing

/// A damaged row is reported; every other row comes through as if nothing had happened.
@Suite struct DamagedTableTests {
  private let rows = SampleRow.five

  private func text(_ row: SampleRow) -> String {
    row.header + "\n" + row.body
  }

  /// Reads the five rows with the third replaced.
  private func items(
    third: String, rowSize: Int = 1 << 26, pieceSize: Int = 1 << 18
  ) throws -> CollectedItems {
    let folder = try TemporaryFolder()
    var lines = rows.map { $0.line() }
    lines[2] = third
    var limits = SourceLimits()
    limits.pieceSize = pieceSize
    limits.rowSize = rowSize
    limits.prefixSize = min(limits.prefixSize, rowSize)
    let path = try folder.write(lines.joined(separator: "\n") + "\n", to: "cables.csv")
    return CollectedItems(path, limits: limits)
  }

  private func expectOthers(
    _ items: CollectedItems, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let others = [0, 1, 3, 4].map { text(rows[$0]) }
    #expect(
      items.texts.filter { others.contains($0) } == others, sourceLocation: sourceLocation)
  }

  @Test(arguments: [1, 5, 64, 1 << 18])
  func `ends a row that lacks its last quote where the next begins`(pieceSize: Int) throws {
    let items = try items(third: String(rows[2].line().dropLast()), pieceSize: pieceSize)
    #expect(items.kinds == [.damagedRow])
    #expect(
      items.problems.first?.message.hasSuffix(
        "row 3 lacks the quote at its end; its text was read up to the next row.") == true)
    #expect(items.texts == rows.map(text))
  }

  @Test(arguments: 1..<14)
  func `survives the loss of any one quote`(quote: Int) throws {
    let line = rows[2].line()
    var seen = 0
    var isEscaped = false
    let third = String(
      line.filter { character in
        defer { isEscaped = character == "\\" }
        guard character == "\"", !isEscaped else { return true }
        seen += 1
        return seen != quote + 1
      })
    #expect(third.count == line.count - 1)
    let items = try items(third: third)
    expectOthers(items)
    // The row itself is either read all the same or reported.
    #expect(items.records.count == 5 || items.kinds == [.damagedRow])
  }

  @Test func `reports a row with too few columns`() throws {
    let items = try items(third: "\"3\",\"3/15/2003 13:20\",\"03ROME3\",\"Embassy\"")
    #expect(items.kinds == [.damagedRow])
    #expect(
      items.problems.first?.message.contains(
        "row 3 is damaged (it has 4 columns instead of 8) and was passed over") == true)
    expectOthers(items)
    #expect(items.records.map(\.location.index) == [1, 2, 4, 5])
  }

  @Test func `reports a row that breaks off within a field`() throws {
    let items = try items(third: "\"3\",\"3/15/2003 13:20\",\"03ROME3\",\"Emb")
    #expect(items.kinds == [.damagedRow])
    #expect(items.problems.first?.location.index == 3)
    expectOthers(items)
    #expect(items.records.count == 4)
  }

  @Test func `keeps quotes nobody escaped as part of the text`() throws {
    var row = rows[2]
    row.body = "he said #yes#, and #no#\nor #maybe#\nthen #a#,#b#"
    let items = try items(third: row.line().replacing("#", with: "\""))
    #expect(items.problems.isEmpty)
    expectOthers(items)
    #expect(items.texts[2].hasSuffix("he said \"yes\", and \"no\"\nor \"maybe\"\nthen \"a\",\"b\""))
  }

  @Test func `reads a text that ends in a backslash nobody escaped`() throws {
    let items = try items(third: rows[2].line().dropLast() + "\\\"")
    #expect(items.problems.isEmpty)
    expectOthers(items)
    #expect(items.texts[2] == text(rows[2]) + "\\")
  }

  @Test func `reports lines that are no row and reads on behind them`() throws {
    let items = try items(third: "\"garbage\",\"more\ngarbage\"")
    #expect(items.kinds == [.damagedRow])
    expectOthers(items)
  }

  @Test func `reads a row whose number or date are damaged`() throws {
    var row = rows[2]
    row.date = "??"
    let items = try items(third: row.line().replacing("\"3\"", with: "\"x3\""))
    #expect(items.problems.isEmpty)
    #expect(items.texts == rows.map(text))
  }

  @Test(arguments: [1, 50, 1 << 18])
  func `gives up a row beyond the limit and finds the next`(pieceSize: Int) throws {
    var row = rows[2]
    row.body = String(repeating: "long line\n", count: 300)
    let items = try items(third: row.line(), rowSize: 1000, pieceSize: pieceSize)
    expectOthers(items)
    if pieceSize < 1000 {
      #expect(items.kinds == [.tooLarge])
      #expect(items.records.count == 4)
    }
  }

  @Test func `says that the file ends within a row`() throws {
    let folder = try TemporaryFolder()
    let whole = rows.prefix(2).map { $0.line() }.joined(separator: "\n")
    let inBody = CollectedItems(try folder.write(String(whole.dropLast(5)), to: "a.csv"))
    #expect(inBody.records.count == 2)
    #expect(
      inBody.problems.first?.message.hasSuffix(
        "its text was read up to the end of the file, which may be cut off.") == true)
    let inHead = rows[0].line() + "\n\"2\",\"2/15/2003 12:20\",\"03RO"
    let items = CollectedItems(try folder.write(inHead, to: "b.csv"))
    #expect(items.records.count == 1)
    #expect(items.problems.first?.message.contains("(the file ends within it)") == true)
  }

  @Test func `loses no row but the one cut short, wherever it is cut`() throws {
    let line = rows[2].line()
    for length in 1..<line.utf8.count {
      let items = try items(third: String(line.prefix(length)))
      expectOthers(items)
    }
  }
}
