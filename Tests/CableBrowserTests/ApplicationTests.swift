import CableBrowser
import TerminalUI
import TestSupport
import Testing

@Suite struct ApplicationTests {
  @Test func `help names every command and closes again`() throws {
    let browser = try browse("?", columns: 100, rows: 200)
    let text = browser.screen.text
    for command in Command.all {
      #expect(text.contains(command.summary.prefix(40)), "\(command.id.rawValue)")
    }
    try browser.type("q")
    #expect(browser.listRows.count == 5)
    #expect(!browser.hasQuit)
  }

  @Test func `help scrolls to its end`() throws {
    let browser = try browse("?G")
    #expect(browser.screen.text.contains("100%"))
  }

  @Test(arguments: [
    ("q", true), ("Q", true), ("lq", false), ("lqq", true), ("lQ", true), ("?q", false),
    ("<Esc>", false),
  ])
  func `q closes what is open and quits in the list, Q quits`(keys: String, quits: Bool) throws {
    #expect(try browse(keys).hasQuit == quits)
  }

  @Test func `Esc peels one layer at a time and never quits`() throws {
    let browser = try browse("/libya<Enter><Tab>?")
    try browser.type("<Esc>")
    #expect(browser.status.contains("→ A 03STATE282619"))
    try browser.type("<Esc>")
    #expect(!browser.status.contains("→"))
    #expect(browser.listRows.count == 2)
    try browser.type("<Esc>")
    #expect(browser.listRows.count == 5)
    try browser.type("<Esc><Esc><Esc>")
    #expect(!browser.hasQuit)
    #expect(browser.status.contains("Q quits"))
  }

  @Test func `a key that means nothing says so`() throws {
    #expect(try browse("<F5>").status.contains("F5"))
    #expect(try browse("gx").status.contains("means nothing"))
  }

  @Test func `the start of a sequence shows how it can go on`() throws {
    #expect(try browse("g", columns: 140).status.contains("g top"))
  }

  @Test func `what could not be read is said, and the rest is there`() throws {
    let browser = try browse(paths: [Seeds.folder, "/no/such/folder"])
    #expect(browser.status.contains("/no/such/folder"))
    #expect(browser.listRows.count == 5)
    try browser.type("j")
    #expect(!browser.status.contains("/no/such/folder"))
  }

  @Test func `nothing to browse is an error with the reason`() throws {
    let error = #expect(throws: NothingToBrowse.self) { try browse(paths: ["/no/such/folder"]) }
    #expect(error?.problems.count == 1)
    #expect(error?.problems.first?.contains("/no/such/folder") == true)
    let folder = try TemporaryFolder()
    #expect(throws: NothingToBrowse.self) { try browse(paths: [folder.path]) }
  }
}
