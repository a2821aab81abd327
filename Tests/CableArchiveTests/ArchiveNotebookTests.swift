import CableNotebook
import Cables
import Testing

@testable import CableArchive

struct ArchiveNotebookTests {
  let archive: Archive

  init() throws {
    archive = try Sample.archive([
      Sample.cable(Sample.id(2003, "ROME", 1), date: Sample.day(2003, 1, 1), body: "libya one"),
      Sample.cable(Sample.id(2003, "ROME", 2), date: Sample.day(2003, 2, 1), body: "libya two"),
      Sample.cable(Sample.id(2004, "PARIS", 3), date: Sample.day(2004, 1, 1), body: "iran"),
      Sample.cable(nil, date: Sample.day(2005, 1, 1), body: "no name"),
    ])
    archive.note([
      .bookmark(["03ROME1", "3.txt", "99NOWHERE1"], true), .read(["03ROME1", "04PARIS3"], true),
      .label(["03ROME2"], added: ["wmd", "wmd-old"], removed: []),
      .note("04PARIS3", "Words about boats,\nin Zürich"),
    ])
  }

  private func names(_ text: String) throws -> [String] {
    try archive.page(Query.parse(text).get(), limit: 10).rows.map(\.name)
  }

  @Test(arguments: ["label:ZURICH", "label:zürich", "label:zü*", "label:zu*"])
  func `a label is found without its accents`(text: String) throws {
    archive.note([.label(["04PARIS3"], added: ["Zürich"], removed: [])])
    #expect(try names(text) == ["04PARIS3"])
  }

  @Test(arguments: [
    ("is:bookmarked", ["3.txt", "03ROME1"]), ("is:read", ["04PARIS3", "03ROME1"]),
    ("is:unread", ["3.txt", "03ROME2"]), ("has:note", ["04PARIS3"]), ("has:label", ["03ROME2"]),
    ("label:wmd", ["03ROME2"]), ("label:WMD*", ["03ROME2"]), ("label:wm", []),
    ("label:w*", ["03ROME2"]), ("libya is:bookmarked", ["03ROME1"]),
    ("libya -is:bookmarked", ["03ROME2"]),
    ("is:bookmarked OR has:note", ["3.txt", "04PARIS3", "03ROME1"]),
    ("is:unread date:2003", ["03ROME2"]), ("-is:unread", ["04PARIS3", "03ROME1"]),
    ("note:boats", ["04PARIS3"]), ("note:\"about boats\"", ["04PARIS3"]),
    ("note:zurich", ["04PARIS3"]),
    ("note:boat", []), ("note:boat*", ["04PARIS3"]), ("note:\"boats about\"", []),
    ("-note:boats is:bookmarked", ["3.txt", "03ROME1"]),
    ("cites:03ROME9 OR is:bookmarked", ["3.txt", "03ROME1"]),
  ])
  func `finds cables by what is kept of them`(text: String, found: [String]) throws {
    #expect(try names(text) == found)
    #expect(try archive.count(Query.parse(text).get()) == found.count)
  }

  @Test func `counts labels among what a query finds`() throws {
    archive.note([.label(["04PARIS3", "3.txt", "99NOWHERE1"], added: ["wmd"], removed: [])])
    let counts = try archive.facets(Query.all, by: .label)
    #expect(counts.map(\.value) == ["wmd", "wmd-old"])
    #expect(counts.map(\.count) == [3, 1])
    #expect(counts.map(\.term) == ["label:wmd", "label:wmd-old"])
    let some = try archive.facets(Query.parse("iran OR is:bookmarked").get(), by: .label)
    #expect(some.map(\.count) == [2])
    #expect(try archive.facets(Query.parse("is:partial").get(), by: .label).isEmpty)
  }

  @Test func `a later change counts`() throws {
    archive.note([.bookmark(["03ROME1"], false), .bookmark(["03ROME2"], true)])
    #expect(try names("is:bookmarked") == ["3.txt", "03ROME2"])
  }

  @Test func `a notebook that is consulted takes the place of the one before`() throws {
    var notebook = Notebook()
    notebook.apply(.bookmark(["03ROME2"], true))
    archive.consult(notebook)
    #expect(try names("is:bookmarked OR is:read OR has:note") == ["03ROME2"])
  }

  @Test(arguments: [
    ("is:bookmarked", true), ("libya (iran OR -has:note)", true), ("libya is:partial", false),
  ])
  func `a query knows whether it asks for what is kept`(text: String, asks: Bool) throws {
    #expect(try Query.parse(text).get().asksForNotebook == asks)
  }

  @Test(arguments: ["is:book", "label:", "has:la", "is:un", "note:"])
  func `what is still being typed is overlooked`(text: String) throws {
    #expect(try Query.parse("libya \(text)", isTyping: true).get().root != .everything)
    #expect(throws: QueryError.self) { try Query.parse("libya \(text)").get() }
  }
}
