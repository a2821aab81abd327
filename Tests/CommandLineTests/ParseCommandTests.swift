import Foundation
import TestSupport
import Testing

@Suite struct ParseCommandTests {
  @Test func `prints one object a cable with every key`() throws {
    let result = try Program.run(["parse", "seeds"])
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    let lines = result.lines.dropLast()
    #expect(lines.count == 5)
    let keys: Set = [
      "file", "canonicalID", "date", "datePrecision", "dateInferred", "classification", "captions",
      "origin", "subject", "subjectPortion", "tags", "references", "mentions", "transmissionID",
      "precedences", "from", "to", "info", "classifiedBy", "reasons", "declassifyOn", "summary",
      "signers", "paragraphs", "body", "partial", "warnings",
    ]
    var ids: [String] = []
    for line in lines {
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(Set(object.keys) == keys)
      ids.append(try #require(object["canonicalID"] as? String))
    }
    #expect(ids == ["03ROME1605", "03ROME4715", "07ROME1919", "03ROME4580", "04ROME3933"])
  }

  @Test func `the rest is printed where one path is missing`() throws {
    let result = try Program.run(["parse", "seeds", "/no/such/file"])
    #expect(result.status == 1)
    #expect(result.lines.count == 6)
    #expect(result.errors.contains("/no/such/file"))
    #expect(result.errors.split(separator: "\n").count == 1)
  }

  @Test func `says what is wrong with a folder's files and reads the others`() throws {
    let folder = try TemporaryFolder()
    try folder.write(try Seeds.bytes(0), to: "a.txt")
    try folder.write([], to: "empty.txt")
    try folder.write(
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0], to: "picture.png")
    let result = try Program.run(["parse", folder.path])
    #expect(result.status == 1)
    #expect(result.lines.count == 2)
    #expect(result.errors.contains("empty.txt"))
    #expect(result.errors.contains("picture.png"))
  }

  @Test func `an empty folder is an error`() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(["parse", folder.path])
    #expect(result.status == 1)
    #expect(result.bytes.isEmpty)
    #expect(result.errors.contains(folder.path))
  }

  @Test func `text names the fields`() throws {
    let result = try Program.run(["parse", "seeds/\(Seeds.names[2])", "--format", "text"])
    #expect(result.output.contains("Date            2007-09-10T14:26Z"))
    #expect(result.output.contains("¶4 (C) When asked"))
  }

  @Test func `the report counts warnings by kind with examples`() throws {
    let result = try Program.run(["parse", "--warnings", "seeds"])
    #expect(result.status == 0)
    #expect(result.lines.first == "5 cables")
    #expect(result.output.contains("numbers-repaired"))
    #expect(result.output.contains("004_6af71fe6573effdb.txt: "))
  }

  @Test func `a wrong option is a matter of usage`() throws {
    let result = try Program.run(["parse", "seeds", "--nonsense"])
    #expect(result.status == 2)
    #expect(result.bytes.isEmpty)
    #expect(result.errors.contains("--nonsense"))
  }
}

extension ParseCommandTests {
  @Test func `an export is read back without loss`() throws {
    let export = try Program.run(["parse", "seeds", "--format", "export"])
    #expect(export.status == 0)
    let folder = try TemporaryFolder()
    let file = try folder.write(export.bytes, to: "cables.jsonl")
    for index in 0..<5 {
      let ids = ["03ROME1605", "03ROME4715", "07ROME1919", "03ROME4580", "04ROME3933"]
      let original = try Program.run(["show", ids[index], "--in", file, "--format", "original"])
      #expect(original.bytes == (try Seeds.bytes(index)))
    }
    func fields(_ result: Program.Result) throws -> [NSDictionary] {
      try result.lines.dropLast().map { line in
        var object =
          try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
        object["file"] = nil
        return object as NSDictionary
      }
    }
    let direct = try Program.run(["parse", "seeds"])
    let again = try Program.run(["parse", file])
    #expect(try fields(direct) == fields(again))
  }
}
