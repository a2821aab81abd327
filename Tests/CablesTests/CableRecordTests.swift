import Cables
import Foundation
import Testing

@Suite struct CableRecordTests {
  @Test(arguments: Seed.all)
  func `writes what it can read back`(seed: Seed) throws {
    let record = CableRecord(try seed.cable(), file: "a/\(seed.name).txt")
    let decoded = try JSONDecoder().decode(CableRecord.self, from: Data(record.jsonLine))
    #expect(decoded == record)
    let encoded = try JSONEncoder().encode(record)
    #expect(try JSONDecoder().decode(CableRecord.self, from: encoded) == record)
  }

  @Test func `has every key of an empty cable in its order`() {
    let line = String(
      decoding: CableRecord(CableParser().parse([]), file: nil).jsonLine, as: UTF8.self)
    let keys = [
      "file", "canonicalID", "date", "datePrecision", "dateInferred", "classification", "captions",
      "origin", "subject",
      "subjectPortion", "tags", "references", "mentions", "transmissionID", "precedences", "from",
      "to", "info",
      "classifiedBy", "reasons", "declassifyOn", "summary", "signers", "paragraphs", "body",
      "partial",
      "warnings",
    ]
    var place = line.startIndex
    for key in keys {
      let found = line.range(of: "\"\(key)\":", range: place..<line.endIndex)
      #expect(found != nil, "\(key)")
      place = found?.upperBound ?? place
    }
    #expect(line.hasSuffix("}\n"))
    #expect(line.contains("\"subject\":null"))
    #expect(line.contains("\"tags\":[]"))
  }

  @Test func `escapes quotation marks, backslashes and control characters`() throws {
    var record = CableRecord(CableParser().parse([]), file: "a\"b\\c\n\r\t\u{1}\u{7F}é\u{2028}")
    record.subject = "\u{0}"
    let decoded = try JSONDecoder().decode(CableRecord.self, from: Data(record.jsonLine))
    #expect(decoded == record)
    #expect(record.jsonLine.count { $0 < 0x20 } == 1)
  }
}
