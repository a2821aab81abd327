import TerminalUI
import TestSupport
import Testing

@testable import CableBrowser

@Suite struct MessageTests {
  @Test func `messages are kept with their kind, repeats counted`() throws {
    let browser = try browse("[[:frob<Enter>:messages<Enter>", columns: 100)
    #expect(browser.title.contains("Messages"))
    #expect(browser.row(with: "note   This is where you started (2 times)") != nil)
    #expect(browser.row(with: "error  There is no command frob") != nil)
    try browser.type("q")
    #expect(browser.listRows.count == 5)
  }

  @Test func `the log scrolls and opens at its end`() throws {
    let browser = try browse("", columns: 60, rows: 10)
    for number in 0..<20 {
      try browser.type(":")
      browser.paste("frob\(number)")
      try browser.type("<Enter>")
    }
    try browser.type(":messages<Enter>")
    #expect(browser.row(with: "frob19") != nil)
    #expect(browser.row(with: "frob0;") == nil)
    try browser.type("gg")
    #expect(browser.row(with: "frob0;") != nil)
  }

  @Test func `an error stays until a key, whatever is said meanwhile`() {
    var state = BrowserState(size: Size(columns: 80, rows: 24))
    state.complain("It failed")
    state.say("By the way")
    #expect(state.message?.text == "It failed")
    #expect(state.console.log.entries.map(\.message.text) == ["It failed", "By the way"])
    _ = state.handle(.resize(Size(columns: 90, rows: 24)))
    #expect(state.message?.text == "It failed")
    _ = state.handle(.key(Key("k")))
    #expect(state.message == nil)
  }

  @Test func `what is said while a line is typed stands above the line`() throws {
    let browser = try browse(":export some.foo<Enter>")
    #expect(browser.status.hasPrefix(":export some.foo"))
    #expect(browser.rows[21].hasPrefix(" The name says what is written: it ends in .csv, .jsonl"))
    #expect(browser.rows[22] == " .json")
    try browser.type("x")
    #expect(!browser.rows[21].contains("The name says"))
    try browser.type("<Esc>l/iaea<F5>")
    #expect(browser.status.hasPrefix("/iaea"))
    #expect(browser.rows[22].contains("<F5> means nothing here"))
  }

  @Test(arguments: [40, 60, 80])
  func `a question above the line is whole, on as many rows as it needs`(
    columns: Int
  ) {
    var state = BrowserState(size: Size(columns: columns, rows: 8))
    state.complain(
      "some/folder/with/a/name/of/some/length/cables.csv is there already: Enter replaces it")
    _ = state.openCommandLine("export-over some/folder")
    let surface = BrowserScreen(state).draw().surface
    let text = (0..<8).map { surface.row($0) }.joined(separator: " ")
      .split(separator: " ").joined(separator: " ")
    #expect(text.contains("is there already: Enter replaces it :export-over some/folder"))
  }

  @Test func `the log forgets the oldest`() {
    var log = MessageLog()
    for number in 0..<MessageLog.limit + 5 { log.add(BrowserState.Message(text: "\(number)")) }
    #expect(log.entries.count == MessageLog.limit)
    #expect(log.entries.first?.message.text == "5")
  }
}
