import CableBrowser
import TerminalUI
import TestSupport
import Testing

@Suite struct CommandLineTests {
  @Test func `a colon opens the line, the cursor stands in it, Esc leaves`() throws {
    let browser = try browse(":sea")
    #expect(browser.status.hasPrefix(":sea"))
    #expect(browser.status.contains("search [QUERY]"))
    #expect(browser.cursor == Point(column: 4, row: 23))
    try browser.type("<Esc>")
    #expect(!browser.status.hasPrefix(":"))
    #expect(browser.cursor == nil)
    try browser.type(":<BS>")
    #expect(!browser.status.hasPrefix(":"))
  }

  @Test(arguments: [
    (":down<Enter>", "04ROME3933"), (":3 down<Enter>", "03ROME4580"),
    (":3down<Enter>", "03ROME4580"),
    (":2<Enter>", "04ROME3933"), (":100%<Enter>", "03ROME1605"), (":50%<Enter>", "03ROME4715"),
    ("50%", "03ROME4715"), (":bott<Enter>", "03ROME1605"),
    (":bottom<Enter>:top<Enter>", "07ROME1919"),
  ]) func `a line does what the key does`(keys: String, id: String) throws {
    let browser = try browse(keys)
    #expect(browser.listRows.first { $0.hasPrefix(">") }?.contains(id) == true)
  }

  @Test func `search takes its words from the line and is recalled in the bar`() throws {
    let browser = try browse(":search libya tag:KNNP<Enter>")
    #expect(browser.rows[0].contains("libya tag:KNNP"))
    #expect(browser.listRows.count == 2)
    try browser.type("<Esc>/<Up>")
    #expect(browser.rows[0].contains("libya tag:KNNP"))
  }

  @Test(arguments: [
    ("frob", "There is no command frob"), ("se", "could be search, set; type more"),
    ("down 3", "down takes nothing after its name"), ("source", "source needs FILE: source FILE"),
    ("bind list x", "bind needs COMMAND: bind CONTEXT KEY COMMAND"),
    ("bind list x frob", "There is no command frob"),
    ("bind nowhere x down", "There is no context nowhere"),
    ("bind list <Nokey> down", "<Nokey>"), ("bind search x down", "x is text in the search bar"),
    ("bind list g down", "start of longer keys"), ("bind list jj down", "starts with j"),
    ("unbind list <F9>", "<F9> has no command there"),
    ("set theme pink", "theme can't be pink; it can be terminal"),
    ("set split 5", "split can't be 5; it can be auto, or 10 to 90"),
    ("set frob 1", "There is no setting frob"), ("color frob red", "There is no part frob"),
    ("color hit reddish", "reddish is no colour"), ("keep-search", "acts only in the search bar"),
    ("choose", "acts only in a choice"), ("search date:never", "date"),
    ("back", "This is where you started"), ("mouse sideways", "mouse takes on, off, not sideways"),
    ("bind list x mouse sideways", "mouse takes on, off, not sideways"),
  ]) func `an error says what is wrong and what to do`(line: String, words: String) throws {
    let browser = try browse(":", columns: 150)
    browser.paste(line)
    try browser.type("<Enter>")
    #expect(browser.status.contains(words))
    #expect(browser.listRows.count == 5)
  }

  @Test func `lines are recalled with Up and Down`() throws {
    let browser = try browse(":down<Enter>:up<Enter>:ma<Up><Up>")
    #expect(browser.status.hasPrefix(":down"))
    try browser.type("<Down>")
    #expect(browser.status.hasPrefix(":up"))
    try browser.type("<Down>")
    #expect(browser.status.hasPrefix(":ma"))
  }

  @Test(arguments: [
    (":sor<Tab>", ":sor", "Nothing begins so"), (":sea<Tab>", ":search ", ""),
    (":bi<Tab>list,de<Tab>", ":bind list,detail ", ""),
    (":set th<Tab>h<Tab>", ":set theme high-contrast", ""),
    (":half<Tab>", ":half-page-", ""), (":half<Tab><Tab><Tab>", ":half-page-up", ""),
    (":half<Tab><S-Tab>", ":half-page-up", ""), (":bind list x nex<Tab>", ":bind list x next-", ""),
    (":color hit black on yel<Tab>", ":color hit black on yellow", ""),
    (":search libya tag:KNNP fr<Tab>", ":search libya tag:KNNP from:", ""),
    (":search tag:mnu<Tab>", ":search tag:MNUC", ""),
    (":search -from:madri<Tab>", ":search -from:MADRID", ""),
    (":search class:s<Tab>", ":search class:secret", ""),
    (":search cites:03state28<Tab>", ":search cites:03STATE282619", ""),
    (":mouse of<Tab>", ":mouse off", ""),
    (":set columns date su<Tab>", ":set columns date subject", ""),
  ]) func `Tab completes commands and arguments`(
    keys: String, line: String, words: String
  ) throws {
    let browser = try browse(keys, columns: 100)
    #expect(browser.status.hasPrefix(line) || !words.isEmpty && browser.status.contains(words))
    #expect(!browser.status.hasPrefix(line + "-"))
  }

  @Test func `several ways to go on are shown in a row, the one taken is marked`() throws {
    let browser = try browse(":half<Tab>", columns: 100)
    #expect(browser.rows[22].hasPrefix(" half-page-down  half-page-up"))
    try browser.type("<Tab>x")
    #expect(!browser.rows[22].hasPrefix(" half"))
  }

  @Test func `files are completed, folders with a slash`() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "keys.conf")
    try folder.write("", to: "keyboards/x")
    try folder.write("", to: ".key")
    let browser = try browse(":source \(folder.path)/k<Tab>", columns: 120)
    #expect(browser.status.hasPrefix(":source \(folder.path)/key"))
    #expect(browser.rows[22].contains("keyboards/"))
    #expect(!browser.rows[22].contains("/.key"))
    try browser.type("s<Tab>")
    #expect(browser.status.hasPrefix(":source \(folder.path)/keys.conf"))
  }

  @Test func `a megabyte pasted into the line is survived`() throws {
    let browser = try browse(":")
    browser.paste(String(repeating: "libya\u{1B}\n", count: 170_000))
    #expect(browser.rows.allSatisfy { TextWidth.columns(of: $0) <= 80 })
    try browser.type("<Enter>")
    #expect(browser.status.contains("There is no command"))
  }

  @Test func `a line typed ahead of a result acts on it`() throws {
    let browser = try browse()
    browser.sendFast(try Key.parse("/libya<Enter>n:2<Enter>:set split 30<Enter>"))
    #expect(browser.listRows.first { $0.hasPrefix(">") }?.contains("03ROME4580") == true)
    #expect(browser.title.prefix(30).contains("┬"))
  }

  @Test func `text typed ahead is text, whatever its letters would command`() throws {
    let browser = try browse()
    browser.sendFast(try Key.parse("/libya<Enter>n/Qatar"))
    #expect(!browser.hasQuit)
    #expect(browser.rows[0].hasPrefix(" Search  Qatar"))
    browser.sendFast(try Key.parse("<Esc>/libya<Enter>nQ"))
    #expect(browser.hasQuit)
  }

  @Test func `a command that is not for what lies over the panes closes it`() throws {
    let browser = try browse("?:2 down<Enter>")
    #expect(browser.title.contains("Help"))
    try browser.type(":search libya<Enter>")
    #expect(browser.listRows.count == 2)
  }
}
