import CableArchive
import TerminalUI
import TestSupport
import Testing

@testable import CableBrowser

@Suite struct ImportingTests {
  /// A browser on files, after an import was asked for.
  private static func importing(
    _ line: String = "import a.reftel", paths: [String] = ["cables"], columns: Int = 80
  ) -> BrowserState {
    var state = BrowserState(size: Size(columns: columns, rows: 24))
    state.adopt(.files(paths), home: "/home/me/own.reftel")
    _ = state.handle(.loading(Loading(cables: 5, isDone: true)))
    _ = state.carryOut(line: line)
    return state
  }

  private static func report(_ ending: ImportReport.Ending, cables: Int = 5) -> ImportReport {
    var report = ImportReport()
    report.ending = ending
    report.cables = cables
    report.cablesInArchive = cables
    return report
  }

  private func status(_ state: BrowserState) -> String {
    let screen = BrowserScreen(state).draw().surface
    return screen.row(screen.size.rows - 1)
  }

  @Test func `the files at hand go into the archive named, or the reader's own`() {
    func effect(_ line: String) -> [String] {
      var state = Self.importing("messages")
      return state.carryOut(line: line).map { "\($0)" }
    }
    #expect(effect("import a.reftel") == [#"importFiles(["cables"], archive: "a.reftel")"#])
    #expect(effect("import") == [#"importFiles(["cables"], archive: "/home/me/own.reftel")"#])
    #expect(effect("import ~/a.reftel").first?.contains(#""~"#) == false)
  }

  @Test(arguments: [
    (80, "importing 43 %, 12,000 cables, 1:20 left"), (60, "importing 43 %, 12,000 cables"),
    (44, "importing 43 %"),
  ]) func `the corner says how far it is, as far as there is room`(columns: Int, words: String) {
    var state = Self.importing(columns: columns)
    #expect(status(state).contains("importing…"))
    let progress = ImportProgress(phase: .reading, cables: 12_000, share: 0.437, secondsLeft: 80)
    _ = state.handle(.importNews(.progress(progress)))
    #expect(status(state).trimmingSuffix().hasSuffix(words))
  }

  @Test func `keys do what they always do meanwhile`() {
    var state = Self.importing()
    _ = state.handle(.key(Key("/")))
    #expect(state.searchBar != nil)
    _ = state.handle(.importNews(.progress(ImportProgress(phase: .merging))))
    #expect(state.searchBar != nil)
    #expect(status(state).contains("importing: merging the index"))
  }

  @Test func `a second import says why not`() {
    var state = Self.importing()
    #expect(state.carryOut(line: "import b.reftel").isEmpty)
    #expect(state.message?.text.contains("under way") == true)
    #expect(state.carryOut(line: "archive").isEmpty)
    #expect(state.message?.text.contains("under way") == true)
  }

  @Test(arguments: ["<C-c>", ":stop<Enter>"])
  func `it can be stopped, and goes on into the same archive`(keys: String) throws {
    var state = Self.importing()
    _ = state.handle(.importNews(.begun))
    var effects: [Effect] = []
    for key in try Key.parse(keys) { effects += state.handle(.key(key)) }
    #expect(effects.map { "\($0)" }.contains("stopImport"))
    #expect(status(state).contains("stopping the import"))
    _ = state.handle(.importNews(.ended(Self.report(.stopped, cables: 3))))
    _ = state.handle(.importEnded(.status(130)))
    #expect(status(state).contains("The import was stopped: 3 in a.reftel; :import goes on"))
    // The message goes with the next key, the word stays.
    _ = state.handle(.key(Key("k")))
    #expect(status(state).contains("import not complete · :import"))
    let again = state.carryOut(line: "import")
    #expect(again.map { "\($0)" } == [#"importFiles(["cables"], archive: "a.reftel")"#])
    _ = state.handle(.importNews(.ended(Self.report(.complete))))
    _ = state.handle(.importEnded(.status(0)))
    _ = state.handle(.key(Key("k")))
    #expect(!status(state).contains("not complete"))
  }

  @Test func `its end is said, and how to open the archive`() {
    var state = Self.importing()
    _ = state.handle(.importNews(.begun))
    _ = state.handle(.importNews(.ended(Self.report(.complete))))
    _ = state.handle(.importEnded(.status(0)))
    #expect(status(state).contains("Imported: 5 new, 5 in all; :archive opens a.reftel"))
    _ = state.handle(.key(Key("k")))
    #expect(status(state).contains("imported · :archive opens it"))
    #expect(state.carryOut(line: "archive").map { "\($0)" } == [#"browseArchive("a.reftel")"#])
  }

  @Test func `what was refused is said one by one and in the end`() {
    var state = Self.importing()
    _ = state.handle(.importNews(.begun))
    _ = state.handle(.importNews(.refused("a.txt is empty.")))
    #expect(state.message == BrowserState.Message(text: "a.txt is empty.", kind: .error))
    _ = state.handle(.key(Key("k")))
    _ = state.handle(.importNews(.ended(Self.report(.complete))))
    _ = state.handle(.importEnded(.status(1)))
    #expect(state.message?.kind == .error)
    #expect(state.message?.text.contains("1 refused (:messages)") == true)
    #expect(state.console.log.entries.map(\.message.text).contains("a.txt is empty."))
  }

  @Test func `what the program says stays until a key and can be gone on from`() {
    var state = Self.importing()
    _ = state.handle(.importNews(.begun))
    _ = state.handle(.importSaid("there is no space left"))
    _ = state.handle(.importEnded(.status(1)))
    #expect(state.message == BrowserState.Message(text: "there is no space left", kind: .error))
    _ = state.handle(.key(Key("k")))
    #expect(status(state).contains("import not complete"))
    #expect(state.obstacle(to: .importFiles) == nil)
  }

  @Test func `what could not even begin leaves everything as it was`() {
    var state = Self.importing("import /no/such/a.reftel")
    _ = state.handle(.importSaid("the folder /no/such does not exist"))
    _ = state.handle(.importEnded(.status(1)))
    #expect(state.message?.text == "the folder /no/such does not exist")
    _ = state.handle(.key(Key("k")))
    #expect(!status(state).contains("import not complete"))
    #expect(state.obstacle(to: .archive)?.contains(":import makes one") == true)
    // The next one goes where it would have gone at first.
    #expect(state.carryOut(line: "import").map { "\($0)" }.first?.contains("own.reftel") == true)
  }

  @Test func `an import that could not begin leaves the one before it unfinished`() {
    var state = Self.importing()
    _ = state.handle(.importNews(.begun))
    _ = state.handle(.importEnded(.signal(9)))
    _ = state.carryOut(line: "import /no/such/b.reftel")
    _ = state.handle(.importSaid("the folder /no/such does not exist"))
    _ = state.handle(.importEnded(.status(1)))
    _ = state.handle(.key(Key("k")))
    #expect(status(state).contains("import not complete"))
    #expect(state.carryOut(line: "import").map { "\($0)" }.first?.contains("a.reftel") == true)
  }

  @Test(arguments: [
    (ImportEnding.signal(9), "was ended from outside (killed); :import goes on"),
    (ImportEnding.status(70), "ended with status 70; :import goes on"),
  ]) func `a death without a word is told`(ending: ImportEnding, words: String) {
    var state = Self.importing()
    _ = state.handle(.importNews(.begun))
    _ = state.handle(.importEnded(ending))
    #expect(state.message == BrowserState.Message(text: "The import \(words)", kind: .error))
  }

  @Test func `nothing that was imported is an error`() {
    var state = Self.importing()
    _ = state.handle(.importNews(.begun))
    _ = state.handle(.importNews(.ended(Self.report(.complete, cables: 0))))
    _ = state.handle(.importEnded(.status(1)))
    #expect(state.message?.kind == .error)
    #expect(state.obstacle(to: .archive) != nil)
  }

  @Test func `standard input cannot be read again`() {
    var state = Self.importing(paths: ["-"])
    #expect(state.message?.text.contains("reftel import -") == true)
    #expect(state.carryOut(line: "import").isEmpty)
    #expect(state.importing == nil)
  }

  @Test func `nothing is stopped where nothing is under way`() {
    var state = Self.importing("stop")
    #expect(state.message?.text.contains("Nothing is under way") == true)
    #expect(state.carryOut(line: "stop").isEmpty)
  }

  @Test func `without a terminal nothing is imported`() throws {
    let browser = try browse(":import<Enter>")
    #expect(browser.status.contains("Nothing is imported without a terminal"))
    try browser.type("j")
    #expect(!browser.status.contains("import"))
  }

  @Test(arguments: [
    ImportNews.begun, .refused("a\nb"),
    .progress(ImportProgress(phase: .reading, cables: 2, share: 0.5, secondsLeft: nil)),
    .ended(ImportReport()),
  ]) func `news are one line each and read back`(news: ImportNews) {
    #expect(news.line.filter { $0 == 0x0A }.count == 1)
    #expect(ImportNews(line: news.line) == news)
  }

  @Test(arguments: ["", "reftel: no", "{", "{\"frob\":{}}", "[]"])
  func `what else is said is no news`(line: String) {
    #expect(ImportNews(line: Array(line.utf8)) == nil)
  }
}
