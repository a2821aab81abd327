import CableArchive
import TerminalUI
import TestSupport
import Testing

@testable import CableBrowser

@Suite struct ConfigurationTests {
  /// A browser that has read a configuration.
  private func browse(
    configured text: String, _ keys: String = "", columns: Int = 120
  ) throws
    -> HeadlessBrowser
  {
    let folder = try TemporaryFolder()
    let path = try folder.write(text, to: "config")
    let browser = try HeadlessBrowser(
      .files([Seeds.folder]), size: Size(columns: columns, rows: 24),
      configuration: .load(path: path, isOptional: false))
    browser.send(try Key.parse(keys))
    return browser
  }

  @Test func `the default text makes exactly the default keys and settings`() {
    var configuration = Configuration.empty
    let problems = configuration.apply(
      ConfigurationReading(text: Configuration.standardText, path: "default"))
    #expect(problems.isEmpty)
    #expect(configuration == .standard)
    for context in Command.Context.allCases {
      for command in Command.all {
        #expect(
          configuration.keymap.keys(of: command.id, in: context)
            == Keymap.standard.keys(of: command.id, in: context))
      }
    }
  }

  @Test func `every setting stands in the default text and takes its own value`() throws {
    for setting in Setting.all {
      var settings = Settings()
      let value = setting.read(settings)
      #expect(Configuration.standardText.contains("\nset \(setting.name) \(value)\n"))
      #expect(setting.write(&settings, value))
      #expect(settings == Settings())
      #expect(!setting.write(&settings, "no such value"))
    }
  }

  @Test func `keys can be given command lines, and taken`() throws {
    let browser = try browse(
      configured: """
        # mine
        bind list,detail D search class:secret
        bind list zz 3 down
        bind detail zz 10 down
        unbind list J
        """, "zz")
    #expect(browser.listRows.first { $0.hasPrefix(">") }?.contains("03ROME4580") == true)
    try browser.type("J")
    #expect(browser.status.contains("J means nothing here"))
    try browser.type("D")
    #expect(browser.listRows.count == 2)
    try browser.type("?/class:secret<C-u>search all")
    #expect(browser.row(with: "Search all cables")?.contains("D") == true)
  }

  @Test func `a key that is bound where text is typed leaves the text for its command`() throws {
    let text = """
      bind search <C-t> search tag:KNNP
      bind command <C-t> bottom
      bind filter <C-t> bottom
      """
    let searching = try browse(configured: text, "/libya<C-t>")
    #expect(searching.rows[0].contains("tag:KNNP"))
    #expect(searching.cursor == nil)
    for keys in [":frob<C-t>", "<C-p>frob<C-t>", "?/frob<C-t>"] {
      let browser = try browse(configured: text, keys)
      #expect(browser.listRows.first { $0.hasPrefix(">") }?.contains("03ROME1605") == true)
      #expect(browser.cursor == nil)
    }
  }

  @Test func `an error names file, line and reason, and the rest applies`() throws {
    let browser = try browse(
      configured: "set theme pink\nbind list z down\n\nfrob\nset split 30\n", "")
    #expect(browser.status.contains("config:1: theme can't be pink"))
    #expect(browser.status.contains("2 errors, :messages"))
    try browser.type("z")
    #expect(browser.listRows.first { $0.hasPrefix(">") }?.contains("04ROME3933") == true)
    #expect(browser.title.prefix(40).contains("┬"))
    try browser.type(":messages<Enter>")
    #expect(browser.row(with: "config:1: theme can't be pink") != nil)
    #expect(browser.row(with: "config:4: There is no command frob") != nil)
  }

  @Test func `a file can name another, beside it, and not itself for ever`() throws {
    let folder = try TemporaryFolder()
    try folder.write("source more/keys\nsource config\nset split 30\n", to: "config")
    try folder.write("bind list z bottom\nfrob\n", to: "more/keys")
    let configuration = Configuration.load(path: folder("config"), isOptional: false)
    #expect(configuration.keymap.keys(of: .bottom, in: .list) == ["G", "End", "z"])
    #expect(configuration.settings.panes.listShare == 30)
    #expect(configuration.problems.contains { $0.contains("more/keys:2: There is no command") })
    #expect(configuration.problems.contains { $0.contains("config:2: this file reads itself") })
    #expect(configuration.problems.count == 2)
  }

  @Test(arguments: ["/no/such/config", "/", "/dev/zero"])
  func `a file that can't be read is a problem and stops nothing`(path: String) {
    let configuration = Configuration.load(path: path, isOptional: false)
    #expect(configuration.problems.count == 1)
    #expect(configuration.problems.first?.contains(path) == true)
    #expect(configuration.keymap == .standard)
  }

  @Test func `no file is no problem where none was named`() {
    #expect(Configuration.load(path: "/no/such/config", isOptional: true).problems.isEmpty)
  }

  @Test func `source and reload read files while browsing`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("set split 30\n", to: "config")
    let other = try folder.write("bind list z bottom\n", to: "other")
    let browser = try HeadlessBrowser(
      .files([Seeds.folder]), size: Size(columns: 120, rows: 24),
      configuration: .load(path: path, isOptional: false))
    browser.send(try Key.parse(":source \(other)<Enter>z"))
    #expect(browser.listRows.first { $0.hasPrefix(">") }?.contains("03ROME1605") == true)
    try folder.write("set split 60\nfrob\n", to: "config")
    browser.send(try Key.parse(":reload<Enter>"))
    #expect(browser.status.contains("config:2: There is no command frob"))
    #expect(!browser.title.prefix(60).contains("┬"))
    browser.send(try Key.parse("z"))
    #expect(browser.status.contains("z means nothing here"))
  }

  @Test(arguments: [
    (":set theme<Enter>", "theme is terminal"),
    (":set theme dark<Enter>:set theme<Enter>", "theme is dark"),
    (":set split 60<Enter>+:set split<Enter>", "split is 65"),
    ("M:set mouse<Enter>", "mouse is off"), ("o:set lay<Enter>", "layout is stacked"),
    (":color hit<Enter>", "hit is yellow reverse"),
    (":color hit black on 221 bold<Enter>:color hit<Enter>", "hit is black on 221 bold"),
    (":color hit red<Enter>:color hit reset<Enter>:color hit<Enter>", "hit is yellow reverse"),
  ]) func `a setting says what it is`(keys: String, words: String) throws {
    #expect(try browse(configured: "", keys).status.contains(words))
  }

  @Test func `set alone shows all settings`() throws {
    let browser = try browse(configured: "set wrap 72", ":set<Enter>")
    for setting in Setting.all { #expect(browser.row(with: "│ \(setting.name) ") != nil) }
    #expect(browser.row(with: "│ wrap ")?.contains("72") == true)
  }

  @Test func `text is set no wider than wrap says`() throws {
    let browser = try browse(configured: "set wrap 40\nset layout stacked", "O", columns: 120)
    browser.send(try Key.parse("l"))
    let body = browser.rows.dropFirst(2).dropLast()
    #expect(body.allSatisfy { TextWidth.columns(of: $0.trimmingSuffix()) <= 40 })
  }

  @Test func `the reader's file lies where XDG says`() {
    #expect(Configuration.userPath?.hasSuffix("/reftel/config") == true)
  }
}
