import CableBrowser
import TerminalUI
import TestSupport
import Testing

@Suite struct RandomKeysTests {
  private static let keys = [
    "j", "k", "<Space>", "<C-b>", "<C-d>", "<C-u>", "g", "G", "<Enter>", "<Tab>", "<S-Tab>", "[",
    "]",
    "/", "libya", "tag:KNNP", "\"", "(", "<Esc>", "n", "N", "r", "w", "f", "?", "q", "h", "l", "o",
    "O", "+",
    "-", "J", "K", "5", "<BS>", "<C-w>", "<C-c>", "<Up>", "<Down>", "é", "漢", "<F5>", "<A-x>",
    "<C-l>", ":", ":", "<C-p>", "<C-p>", "set ", "bind list,detail Z ", "bi", "he", "mes", "%",
    ":set theme dark<Enter>", ":set split 70<Enter>", ":set wrap 30<Enter>", ":messages<Enter>",
    ":help link<Enter>", ":set layout stacked<Enter>", ":color hit red<Enter>", "Z",
  ]

  @Test(arguments: 0..<8) func `any keys and sizes leave a whole frame`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    func start() throws -> HeadlessBrowser {
      let browser = try browse()
      browser.writesFiles = false
      return browser
    }
    var browser = try start()
    for _ in 0..<400 {
      if Int.random(in: 0..<12, using: &random) == 0 {
        browser.resize(
          to: Size(
            columns: Int.random(in: 1...220, using: &random),
            rows: Int.random(in: 1...70, using: &random)))
      } else if let keys = Self.keys.randomElement(using: &random) {
        try browser.type(keys)
      }
      if browser.hasQuit { browser = try start() }
      let screen = browser.screen
      for row in 0..<screen.size.rows {
        #expect(TextWidth.columns(of: screen.row(row)) <= screen.size.columns)
      }
      if screen.size.columns >= 40, screen.size.rows >= 8 {
        #expect(["Search", "closes", "Commands"].contains { screen.text.contains($0) })
      }
    }
  }
}
