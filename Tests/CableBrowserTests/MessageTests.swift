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

  @Test func `the log forgets the oldest`() {
    var log = MessageLog()
    for number in 0..<MessageLog.limit + 5 { log.add(BrowserState.Message(text: "\(number)")) }
    #expect(log.entries.count == MessageLog.limit)
    #expect(log.entries.first?.message.text == "5")
  }
}
