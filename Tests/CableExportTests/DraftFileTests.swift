import CableExport
import Foundation
import TestSupport
import Testing

@Suite struct DraftFileTests {
  private func names(_ folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  private func put(_ text: String, at path: String, overwrites: Bool) throws -> Bool {
    let draft = try DraftFile(for: path)
    let bytes = Array(text.utf8)
    #expect(write(draft.descriptor, bytes, bytes.count) == bytes.count)
    return try draft.keep(overwrites: overwrites)
  }

  @Test func `a file is there when it is whole, readable by its owner alone`() throws {
    let folder = try TemporaryFolder()
    let path = folder("a.csv")
    do {
      let draft = try DraftFile(for: path)
      #expect(!FileManager.default.fileExists(atPath: path))
      #expect(try draft.keep(overwrites: false))
    }
    #expect(try names(folder) == ["a.csv"])
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func `what is there is replaced only when that is asked for`() throws {
    let folder = try TemporaryFolder()
    try folder.write("precious", to: "a.csv")
    #expect(try !put("new", at: folder("a.csv"), overwrites: false))
    #expect(try String(contentsOfFile: folder("a.csv"), encoding: .utf8) == "precious")
    #expect(try put("new", at: folder("a.csv"), overwrites: true))
    #expect(try String(contentsOfFile: folder("a.csv"), encoding: .utf8) == "new")
    #expect(try names(folder) == ["a.csv"])
  }

  @Test func `what is taken back leaves nothing`() throws {
    let folder = try TemporaryFolder()
    try DraftFile(for: folder("a.csv")).discard()
    #expect(try names(folder).isEmpty)
  }

  @Test func `drafts of killed processes go, those of others stay`() throws {
    let folder = try TemporaryFolder()
    let left = ["a.csv.part-99999999", "a.csv.part-1", "b.csv.part-99999999"]
    for name in left { try folder.write("half", to: name) }
    #expect(try put("new", at: folder("a.csv"), overwrites: false))
    #expect(try names(folder) == ["a.csv", "a.csv.part-1", "b.csv.part-99999999"])
  }

  @Test func `a folder that is not there is told of`() throws {
    let folder = try TemporaryFolder()
    let failure = #expect(throws: DraftFile.Failure.self) {
      try DraftFile(for: folder("none/a.csv")).discard()
    }
    #expect(failure?.number == ENOENT)
  }
}
