import TerminalUI
import Testing

@Suite struct KeyTests {
  @Test(
    arguments: [
      "a", "A", "é", "?", ">", "<lt>", "<Space>", "<Enter>", "<Esc>", "<Tab>", "<S-Tab>", "<BS>",
      "<Up>", "<Down>", "<Left>", "<Right>", "<Home>", "<End>", "<PgUp>", "<PgDn>", "<Ins>",
      "<Del>",
      "<F1>", "<F12>", "<C-l>", "<C-Space>", "<A-Left>", "<C-A-S-End>", "<A-x>", "<A-X>", "<C-A-d>",
      "<A-lt>", "<C->>", "<A-->", "<C-/>", "<A-Space>",
    ])
  func `notation is read and printed alike`(notation: String) throws {
    let keys = try Key.parse(notation)
    #expect(keys.count == 1)
    #expect(keys.first?.description == notation)
  }

  @Test(
    arguments: [
      ("<cr>", "<Enter>"), ("<RETURN>", "<Enter>"), ("<C-m>", "<Enter>"), ("<C-J>", "<Enter>"),
      ("<C-i>", "<Tab>"), ("<C-[>", "<Esc>"), ("<C-h>", "<BS>"), ("<M-x>", "<A-x>"),
      ("<S-a>", "A"), ("<C-L>", "<C-l>"), ("<C-@>", "<C-Space>"), ("<PageUp>", "<PgUp>"),
      ("<gt>", ">"), ("<space>", "<Space>"), (" ", "<Space>"), ("\n", "<Enter>"), ("\t", "<Tab>"),
    ])
  func `one key has one form`(notation: String, form: String) throws {
    #expect(try Key.parse(notation).map(\.description) == [form])
  }

  @Test func `a line of keys is read in order`() throws {
    let keys = try Key.parse("/libya<Enter><C-l>g<lt>")
    #expect(keys.map(\.description).joined(separator: " ") == "/ l i b y a <Enter> <C-l> g <lt>")
  }

  @Test(
    arguments: [
      ("ab<Enter", "<Enter", 2, KeyNotationError.Reason.unclosed),
      ("<>", "<>", 0, .empty), ("a<C->", "<C->", 1, .empty),
      ("<Foo>", "<Foo>", 0, .unknownKey), ("<F99>", "<F99>", 0, .unknownKey),
      ("<X-a>", "<X-a>", 0, .unknownModifier),
    ])
  func `a mistake is named with its place`(
    notation: String, text: String, position: Int, reason: KeyNotationError.Reason
  ) {
    #expect(throws: KeyNotationError(reason: reason, text: text, position: position)) {
      try Key.parse(notation)
    }
  }

  @Test func `only plain characters are text`() {
    #expect(Key("a").character == "a")
    #expect(Key(" ").character == " ")
    #expect(Key(.enter).character == nil)
    #expect(Key(.character("a"), modifiers: .control).character == nil)
    #expect(Key(.character("a"), modifiers: .alt).character == nil)
  }
}
