import Foundation
import TestSupport
import Testing

@testable import CableBrowser

@Suite struct ConfigurationDocumentTests {
  private static func document() throws -> String {
    let root = URL(filePath: Seeds.folder).deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: "docs/configuration.md"), encoding: .utf8)
  }

  @Test func `the document names every setting with its values, every context and part`() throws {
    let text = try Self.document()
    for setting in Setting.all {
      let row = try #require(
        text.split(separator: "\n").first { $0.hasPrefix("| `\(setting.name)` |") })
      for word in setting.words where Int(word) == nil { #expect(row.contains("`\(word)`")) }
    }
    for context in Command.Context.allCases { #expect(text.contains("| `\(context.rawValue)` |")) }
    for part in Configuration.parts { #expect(text.contains("`\(part)`")) }
  }

  @Test func `the example in the document has no error but the file it names`() throws {
    let blocks = try Self.document().components(separatedBy: "```\n")
    try #require(blocks.count > 1)
    var configuration = Configuration.standard
    let problems = configuration.apply(ConfigurationReading(text: blocks[1], path: "/no/config"))
    #expect(problems.count == 1)
    #expect(problems.first?.contains("/no/office/keys can't be read") == true)
    #expect(configuration.settings.theme == .dark)
  }
}
