import Foundation
import TestSupport
import Testing

@Suite struct ReadmeTests {
  @Test func `the screen in the README is what the browser shows`() throws {
    let path = URL(filePath: Seeds.folder).deletingLastPathComponent().appending(path: "README.md")
    let readme = try String(contentsOf: path, encoding: .utf8)
    let blocks = readme.components(separatedBy: "```\n")
    try #require(blocks.count > 2)
    let rows = try browse("/libya<Enter><Tab><Tab>").rows
    #expect(blocks[1] == rows.map { $0.trimmingSuffix() + "\n" }.joined())
  }
}
