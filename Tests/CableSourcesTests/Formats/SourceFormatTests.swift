import CableSources
import TestSupport
import Testing

/// One table of what is told from which bytes, whatever the file is called.
@Suite struct SourceFormatTests {
  private func items(_ bytes: [UInt8], pieceSize: Int = 1 << 18) throws -> CollectedItems {
    let folder = try TemporaryFolder()
    var limits = SourceLimits()
    limits.pieceSize = pieceSize
    return CollectedItems(try folder.write(bytes, to: "misleading.png"), limits: limits)
  }

  private static let dump =
    "01ROME1\nT\nFri Feb 23 00:00:00 +0100 2001\nSECRET\nEmbassy Rome\ndump é"
  private static let table = SampleRow(header: "", body: "table é 😀").line()

  @Test(arguments: [
    ("S E C R E T ROME 12", "S E C R E T ROME 12"),
    (dump, "dump é"),
    (table, "table é 😀"),
    ("\n" + dump, "\n" + dump),
    ("{\"original\":\"export é\"}", "export é"),
    ("{not an export", "{not an export"),
    ("{\n  \"original\": 1\n}", "{\n  \"original\": 1\n}"),
    ("<html><pre>page é</pre>", "page é"),
    ("\n <TABLE CLASS='cable'><tr><td>x</td></tr></TABLE><pre>page</pre>", "page"),
    ("<SECRET> ROME 12", "<SECRET> ROME 12"),
    ("he wrote:\n" + table, "he wrote:\n" + table),
  ])
  func `tells a format by its content`(content: String, text: String) throws {
    #expect(try items(Array(content.utf8)).texts == [text])
    #expect(try items(Array("\u{FEFF}".utf8) + Array(content.utf8)).texts.map(\.unmarked) == [text])
  }

  @Test(
    arguments: [dump, table, "{\"original\":\"export é 😀\"}", "<html><pre>page é 😀</pre>"],
    [
      1, 2, 3, 4, 7, 1000,
    ])
  func `reads every format in UTF-16`(content: String, pieceSize: Int) throws {
    let plain = try items(Array(content.utf8)).texts
    for isBigEndian in [false, true] {
      let wide = SampleText.wide(content, isBigEndian: isBigEndian)
      #expect(try items(wide, pieceSize: pieceSize).texts == plain)
      #expect(try items(Array(wide.dropFirst(2)), pieceSize: pieceSize).texts == plain)
    }
  }

  @Test func `leaves a single text in UTF-16 as it is`() throws {
    let wide = SampleText.wide("S E C R E T 😀")
    #expect(try items(wide).records.map(\.bytes) == [wide])
    let unmarked = Array(SampleText.wide("S E C R E T ROME 001605").dropFirst(2))
    #expect(try items(unmarked).records.map(\.bytes) == [unmarked])
  }
}

extension String {
  /// The text without a byte order mark.
  fileprivate var unmarked: String {
    hasPrefix("\u{FEFF}") ? String(dropFirst()) : self
  }
}
