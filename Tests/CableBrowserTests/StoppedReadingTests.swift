import CableArchive
import Dispatch
import TerminalUI
import TestSupport
import Testing

@testable import CableBrowser

@Suite struct StoppedReadingTests {
  /// A browser whose reading of files was stopped.
  private func stopped(paths: [String] = ["cables"], columns: Int = 80) -> BrowserState {
    var state = BrowserState(size: Size(columns: columns, rows: 24))
    state.adopt(.files(paths), home: "/home/me/own.reftel")
    _ = state.handle(.loading(Loading(cables: 1_234)))
    _ = state.handle(.loading(Loading(cables: 1_234, isDone: true, isCancelled: true)))
    return state
  }

  private func corner(_ state: BrowserState) -> String {
    BrowserScreen(state).draw().surface.row(23).trimmingSuffix()
  }

  @Test func `a list that is not whole says so until it is`() throws {
    var state = stopped()
    for key in try Key.parse("jk/a<Esc>") { _ = state.handle(.key(key)) }
    #expect(corner(state).hasSuffix("only 1,234 were read · :reload goes on"))
    #expect(state.carryOut(line: "reload").map { "\($0)" } == ["resumeLoading"])
    #expect(corner(state).hasSuffix("reading 1,234…"))
    _ = state.handle(.loading(Loading(cables: 2_000, isDone: true)))
    #expect(corner(state).hasSuffix("cables 2,000"))
  }

  @Test func `where there is little room the way to go on is left out`() {
    #expect(corner(stopped(columns: 48)).hasSuffix("only 1,234 were read"))
  }

  @Test func `standard input can't be gone on with`() {
    var state = stopped(paths: ["-"])
    #expect(corner(state).hasSuffix("only 1,234 were read"))
    #expect(state.carryOut(line: "reload").isEmpty)
  }

  @Test func `only an archive is called one`() throws {
    let folder = try TemporaryFolder()
    let archive = try Archive.open(path: folder("cables.reftel"), createsIfAbsent: true)
    try PathLoad(paths: [Seeds.folder], archive: archive).run { _ in }
    try archive.close()
    #expect(try browse().status.trimmingSuffix().hasSuffix("cables 5"))
    let browser = try browse("", .archive(folder("cables.reftel")))
    #expect(browser.status.trimmingSuffix().hasSuffix("archive 5"))
  }

  @Test func `reading goes on where it was stopped`() throws {
    let folder = try TemporaryFolder()
    let table = try folder.writeTable(cables: 300, seed: 5, to: "cables.csv")
    let wake = DispatchSemaphore(value: 0)
    let session = try BrowserSession(.files([table])) { wake.signal() }
    func loadUntilDone() -> Loading {
      var last = Loading()
      while !last.isDone {
        wake.wait()
        for case .loading(let loading) in session.mailbox.drain() { last = loading }
      }
      return last
    }
    try session.start()
    session.run([.stopLoading])
    let first = loadUntilDone()
    #expect(first.isCancelled)
    session.run([.resumeLoading])
    let second = loadUntilDone()
    #expect(second.cables == 300)
    #expect(!second.isCancelled)
    #expect(try session.archive.cableCount == 300)
  }
}
