import CableSources
import Cables
import TestSupport
import Testing

@Suite struct TextDumpTests {
  private let head = """
    01ROME123
    VISIT OF THE MINISTER
    Fri Feb 23 00:00:00 +0100 2001
    CONFIDENTIAL
    Embassy Rome

    """

  private func record(_ text: String) throws -> RawRecord {
    let folder = try TemporaryFolder()
    let items = CollectedItems(try folder.write(text, to: "01ROME123.txt"))
    return try #require(items.records.first)
  }

  @Test(arguments: ["", "\u{FEFF}"], ["\n", "\r\n"])
  func `takes the five lines for hints and what follows for the text`(
    mark: String, end: String
  ) throws {
    let record = try record((mark + head + "C O N F I D").replacing("\n", with: end))
    #expect(record.hints.fileName == "01ROME123.txt")
    #expect(record.hints.id == "01ROME123")
    #expect(record.hints.title == "VISIT OF THE MINISTER")
    #expect(record.hints.date?.iso8601 == "2001-02-23")
    #expect(record.hints.classification == "CONFIDENTIAL")
    #expect(record.hints.origin == "Embassy Rome")
    #expect(String(decoding: record.bytes, as: UTF8.self) == "C O N F I D")
  }

  @Test func `joins a title of two lines and does without one`() throws {
    let date = "Mon Dec 31 23:59:59 UTC 2001\nSECRET\nEmbassy Rome\n"
    #expect(try record("01ROME1\nONE\nTWO\n" + date).hints.title == "ONE TWO")
    #expect(try record("01ROME1\n\n" + date).hints.title == nil)
  }

  @Test func `reads a dump without a text`() throws {
    let record = try record(head)
    #expect(record.bytes.isEmpty)
    #expect(record.hints.id == "01ROME123")
  }

  @Test(arguments: [
    "01ROME1\nTITLE\nFri Feb 23 00:00:00 +0100 01\nSECRET\nEmbassy\ntext",
    "01ROME1\nTITLE\nFri Feb 23 00:00:00 +0100 2001 and more\nSECRET\nEmbassy\ntext",
    "Dear all\nTITLE\nFri Feb 23 00:00:00 +0100 2001\nSECRET\nEmbassy\ntext",
    "01ROME1\nTITLE\nFri Feb 23 00:00:00 +0100 2001\nSECRET",
  ])
  func `takes anything else for a text`(text: String) throws {
    let record = try record(text)
    #expect(String(decoding: record.bytes, as: UTF8.self) == text)
    #expect(record.hints.id == nil)
  }

  @Test(arguments: [
    "RUEHC/SECSTATE WASHDC 1234|C O N F I D E N T I A L SECTION 01 OF 02 ROME 000123",
    "TO SECSTATE WASHDC|S E C R E T ROME 000123",
    "RUEHC 0012|UNCLAS ROME 000123",
    "not available.|CONFIDENTIAL ROME 000123 ",
    "RUEHC 0012|T O P S E C R E T ROME 000123",
  ])
  func `opens the seam of header and body`(line: String) throws {
    let glued = "FM AMEMBASSY ROME\n" + line.replacing("|", with: "") + "\nSIPDIS\n"
    let opened = "FM AMEMBASSY ROME\n" + line.replacing("|", with: "\n") + "\nSIPDIS\n"
    #expect(String(decoding: try record(head + glued).bytes, as: UTF8.self) == opened)
  }

  @Test(arguments: [
    "S E C R E T ROME 000123\nthe noteSECRET ROME 000124\n0012S E C R E T ROME 000125\n",
    "NONSECRET ROME 000123\n",
    "the (S E C R E T) of it\n",
    "TO SECSTATE 1234UNCLAS ROME\n",
    "see SECRET ROME 000123\n",
  ])
  func `leaves what is no certain seam alone`(text: String) throws {
    #expect(String(decoding: try record(head + text).bytes, as: UTF8.self) == text)
  }
}
