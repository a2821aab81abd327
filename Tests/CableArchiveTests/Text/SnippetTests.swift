import Cables
import Testing

@testable import CableArchive

@Suite struct SnippetTests {
  private func snippet(
    _ body: String, _ query: String, length: Int = 40
  ) throws -> (text: String, hits: [String], snippet: Snippet)? {
    let cable = Sample.cable(Sample.id(2003, "ROME", 1), subject: "libya", body: body)
    guard let snippet = Snippet(of: cable, for: try Query.parse(query).get(), length: length) else {
      return nil
    }
    func text(_ range: Range<Int>) -> String {
      String(decoding: cable.text.clean[range], as: UTF8.self)
    }
    return (text(snippet.range), snippet.hits.map(text), snippet)
  }

  @Test func `shows where different words stand together`() throws {
    let body = """
      Libya, Libya, Libya and Libya again, with nothing to it at all in this paragraph
      Later the talks with Libya turned to WMD and to what comes after them, at length
      """
    let found = try #require(try snippet(body, "libya wmd"))
    #expect(found.hits == ["Libya", "WMD"])
    #expect(found.text == "with Libya turned to WMD and to what")
    #expect(found.snippet.isCutBefore)
    #expect(found.snippet.isCutAfter)
  }

  @Test func `shows a short passage as a whole`() throws {
    let found = try #require(try snippet("Nothing here\nThe oil of Libya", "libya"))
    #expect(found.text == "The oil of Libya")
    #expect(!found.snippet.isCutBefore)
    #expect(!found.snippet.isCutAfter)
  }

  @Test func `takes the earlier of places that are as good`() throws {
    let found = try #require(try snippet("one oil one\ntwo oil two", "oil"))
    #expect(found.text == "one oil one")
  }

  @Test func `shows a hit that is longer than the room`() throws {
    let found = try #require(
      try snippet("the plan of action said so", "\"plan of action\"", length: 6))
    #expect(found.text == "plan of action")
  }

  @Test(arguments: ["iran", "-libya", "subject:libya", "tag:PREL"])
  func `has nothing to show without a word of the text`(query: String) throws {
    #expect(try snippet("The oil of Libya", query) == nil)
  }

  @Test(arguments: 1...60)
  func `never goes beyond its length or through a character`(length: Int) throws {
    let body = "Über die Öl­förderung in Libyen: Öl, Öl und größere Mengen Öl für Zürich"
    let found = try #require(try snippet(body, "ol", length: length))
    #expect(found.snippet.range.count <= max(length, 3))
    #expect(!found.hits.isEmpty)
    #expect(!found.text.contains("\u{FFFD}"))
  }
}
