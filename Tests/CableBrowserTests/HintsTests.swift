import CableBrowser
import TerminalUI
import TestSupport
import Testing

@Suite struct HintsTests {
  @Test func `a cable that only its file names keeps its id when it is opened`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      Array("TAGS: PREL, IT\nSUBJECT: A TEXT WITHOUT A CLASS LINE\n\n1. (U) Text of it.\n".utf8),
      to: "05ROME123.txt")
    let browser = try browse("l", paths: [folder.path])
    #expect(browser.listRows.first?.contains("05ROME123") == true)
    #expect(browser.title.contains("05ROME123"))
    #expect(browser.screen.text.contains("Embassy Rome"))
  }
}
