import CableArchive
import CableBrowser
import Foundation
import TerminalUI
import TestSupport
import Testing

@Suite struct GuideTests {
  private static let root = URL(filePath: Seeds.folder).deletingLastPathComponent()

  /// The keys named last in some text, as in "Keys: `/libya`"; none at the start.
  private static func keys(before screen: String) -> String {
    screen.matches(of: /\nKeys: `(.*)`\n/).last.map { String($0.1) } ?? ""
  }

  @Test func `the screens of the guide are what the browser shows`() throws {
    let path = Self.root.appending(path: "docs/guide.md")
    // Text and screens take turns.
    var parts = try String(contentsOf: path, encoding: .utf8).components(separatedBy: "```\n")
    try #require(parts.count > 20 && parts.count % 2 == 1)
    let browser = try browse()
    for index in parts.indices where index % 2 == 1 {
      let keys = Self.keys(before: parts[index - 1])
      #expect(keys.isEmpty == (index == 1))
      try browser.type(keys)
      let screen = browser.rows.map { $0.trimmingSuffix() + "\n" }.joined()
      #expect(parts[index] == screen, "after \(keys); RECORD_SCREENS=1 writes the guide anew")
      parts[index] = screen
    }
    if ProcessInfo.processInfo.environment["RECORD_SCREENS"] != nil {
      try parts.joined(separator: "```\n").write(to: path, atomically: true, encoding: .utf8)
    }
  }

  @Test func `the picture in the README is a screen of the browser`() throws {
    let path = Self.root.appending(path: "docs/screen.svg")
    let browser = try browse("/libya<Enter><Tab><Tab>", columns: 120, rows: 28)
    if ProcessInfo.processInfo.environment["RECORD_SCREENS"] != nil {
      try browser.screen.svg.write(to: path, atomically: true, encoding: .utf8)
    }
    #expect(
      try String(contentsOf: path, encoding: .utf8) == browser.screen.svg, "run: make picture")
    let readme = try String(
      contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
    #expect(readme.contains("](docs/screen.svg)"))
  }
}
