import TerminalUI
import Testing

@Suite struct LineEditorTests {
  /// The field after some keys, the cursor shown as a bar.
  private func field(_ text: String, _ keys: String, history: [String] = []) throws -> String {
    var editor = LineEditor(text: text, history: history)
    for key in try Key.parse(keys) {
      let isHandled = editor.handle(key)
      #expect(isHandled, "\(key)")
    }
    var shown = Array(editor.text)
    shown.insert("|", at: editor.cursor)
    return String(shown)
  }

  @Test(
    arguments: [
      ("", "ab<Space>c", "ab c|"), ("abc", "<Left><Left>x", "ax|bc"), ("abc", "<Left><BS>", "a|c"),
      ("abc", "<C-h>", "ab|"), ("abc", "<Home><Del>", "|bc"), ("abc", "<C-a><C-d>", "|bc"),
      ("abc", "<C-a>x<C-e>y", "xabcy|"), ("abc", "<Home><Right><C-k>", "a|"),
      ("abc", "<Left><C-u>", "|c"), ("tag:KNNP libya", "<C-w>", "tag:KNNP |"),
      ("tag:KNNP  ", "<C-w>", "|"), ("tag:KNNP libya", "<A-b><A-b>", "tag:|KNNP libya"),
      ("tag:KNNP libya", "<C-a><A-f>x", "tagx|:KNNP libya"), ("a-b", "<A-BS>", "a-|"),
      ("a-b c", "<Home><A-d>", "|-b c"), ("", "<BS><Del><Left><Right><C-w><A-b><A-f><C-k>", "|"),
      ("e\u{301}日", "<BS><BS>", "|"), ("日本", "<C-b>x", "日x|本"), ("ab", "<End><C-f>", "ab|"),
    ])
  func `keys edit as in a shell`(text: String, keys: String, field expected: String) throws {
    #expect(try field(text, keys) == expected)
  }

  @Test(
    arguments: [
      ("<Up>", "iran|"), ("<Up><Up>", "libya|"), ("<Up><Up><Up>", "libya|"),
      ("<Up><Up><Down>", "iran|"), ("<Up><Down>", "dra|"), ("<Down>", "dra|"),
      ("<C-p>x<C-p><C-n><C-n>", "dra|"),
    ])
  func `the history is walked and the draft comes back`(keys: String, expected: String) throws {
    #expect(try field("dra", keys, history: ["libya", "iran"]) == expected)
  }

  @Test(arguments: ["<Enter>", "<Esc>", "<Tab>", "<S-Tab>", "<F1>", "<C-l>", "<PgUp>", "<Up>"])
  func `other keys are left to the caller`(notation: String) throws {
    var editor = LineEditor(text: "x")
    for key in try Key.parse(notation) {
      let isHandled = editor.handle(key)
      #expect(!isHandled)
    }
    #expect(editor == LineEditor(text: "x"))
  }

  @Test(
    arguments: [
      ("libya\n", "libya"), ("libya\nweapons\r\n", "libya weapons"), ("a\tb", "a b"),
      ("\u{1B}[31mred\u{07}", "[31mred"), ("\n\n", ""), ("a\u{9B}b", "ab"),
    ])
  func `pasted text becomes one line without controls`(pasted: String, text: String) {
    var editor = LineEditor()
    editor.paste(pasted)
    #expect(editor.text == text)
  }

  @Test func `text is pasted at the cursor`() throws {
    var editor = LineEditor(text: "ad")
    _ = editor.handle(Key(.left))
    editor.paste("bc")
    #expect(editor.text == "abcd")
    #expect(editor.cursor == 3)
  }

  @Test(
    arguments: [
      ("abc", "", 10, "abc", 3), ("abcdefgh", "", 5, "efgh", 4),
      ("abcdefgh", "<Home>", 5, "abcde", 0), ("abcdefgh", "<Left><Left>", 5, "cdefg", 4),
      ("日本語", "", 5, "本語", 4), ("日本語", "", 4, "語", 2), ("abc", "", 1, "", 0),
      ("abc", "", 0, "", 0),
    ])
  func `the window of a narrow field holds the cursor`(
    text: String, keys: String, columns: Int, shown: String, column: Int
  ) throws {
    var editor = LineEditor(text: text)
    for key in try Key.parse(keys) { _ = editor.handle(key) }
    let window = editor.window(columns: columns)
    #expect(window.text == shown)
    #expect(window.cursorColumn == column)
  }
}
