import CableArchive
import TerminalUI
import Testing

@testable import CableBrowser

@Suite struct DelayTests {
  private func row(_ rowID: Int64) -> ListRow {
    ListRow(
      rowID: rowID, id: nil, name: "CABLE \(rowID)", date: nil, classification: nil, post: nil,
      subject: "Subject \(rowID)", citedByCount: 0, isPartial: false)
  }

  /// A browser that shows a result of three rows, and has been given some keys.
  private func state(_ keys: String) throws -> BrowserState {
    var state = BrowserState(size: Size(columns: 80, rows: 24))
    _ = state.handle(.loading(Loading(cables: 3, isDone: true)))
    let rows = (1...3).map { row($0) }
    _ = state.handle(.found(rows, isComplete: true, generation: state.searchGeneration))
    for key in try Key.parse(keys) { _ = state.handle(.key(key)) }
    return state
  }

  private func status(_ state: BrowserState) -> String {
    BrowserScreen(state).draw().surface.row(23)
  }

  @Test func `a search that takes long says so, and how to stop it`() throws {
    var state = try state(":search libya<Enter>")
    #expect(!status(state).contains("searching"))
    _ = state.handle(.delayed(generation: state.searchGeneration))
    #expect(status(state).hasSuffix("searching… · Ctrl-C stops"))
    _ = state.handle(.found([row(2)], isComplete: true, generation: state.searchGeneration))
    #expect(!status(state).contains("searching"))
  }

  @Test func `a row that is far down the result is not waited for while typing`() throws {
    var state = try state("j/l")
    let asked = state.searchGeneration
    let effects = state.handle(.found([row(8), row(7)], isComplete: false, generation: asked))
    // The first row is shown at once, and stays where it is when the rest is known.
    #expect(effects.contains { if case .open(.row(8), _) = $0 { true } else { false } })
    _ = state.handle(.listed([8, 7, 2], generation: asked))
    #expect(state.list.selected == 0)
  }

  @Test func `a row that is far down the result stays selected once the query is kept`() throws {
    var state = try state("j:search libya<Enter>")
    let asked = state.searchGeneration
    _ = state.handle(.found([row(8), row(7)], isComplete: false, generation: asked))
    _ = state.handle(.listed([8, 7, 2], generation: asked))
    #expect(state.list.selected == 2)
  }

  @Test func `a stopped search leaves the result before it`() throws {
    var state = try state(":search libya<Enter>n")
    _ = state.handle(.delayed(generation: state.searchGeneration))
    let asked = state.searchGeneration
    let effects = state.handle(.key(Key(.character("c"), modifiers: .control)))
    #expect(effects.contains { if case .stopSearch = $0 { true } else { false } })
    #expect(status(state).contains("The search was stopped"))
    #expect(BrowserScreen(state).draw().surface.row(0).contains("3 cables"))
    _ = state.handle(.found([row(2)], isComplete: true, generation: asked))
    #expect(state.list.knownCount == 3)
    #expect(state.waiting.isEmpty)
  }

  @Test func `a count that takes long can be stopped, the rows found so far stay`() throws {
    var state = try state(":search libya<Enter>")
    _ = state.handle(
      .found([row(1), row(2)], isComplete: false, generation: state.searchGeneration))
    _ = state.handle(.delayed(generation: state.searchGeneration))
    #expect(status(state).hasSuffix("counting… · Ctrl-C stops"))
    _ = state.handle(.interrupt)
    #expect(status(state).contains("the first 2 are listed"))
    #expect(state.list.queryText == "libya")
  }

  /// A list of ten rows of which the first two come with the result.
  private func long(_ keys: String) throws -> BrowserState {
    var state = try state(keys)
    _ = state.handle(.loading(Loading(cables: 10)))
    listed(&state, Array(1...10))
    return state
  }

  private func listed(_ state: inout BrowserState, _ rowIDs: [Int64]) {
    let asked = state.searchGeneration
    _ = state.handle(.found(rowIDs.prefix(2).map(row), isComplete: false, generation: asked))
    _ = state.handle(.listed(rowIDs, generation: asked))
  }

  @Test func `the selected row stays while more cables are read, though it is not fetched yet`()
    throws
  {
    var state = try long("G")
    _ = state.handle(.key(try #require(Key.parse("G").first)))
    #expect(state.list.selectedRowID == 10)
    #expect(state.list.selectedRow == nil)
    _ = state.handle(.loading(Loading(cables: 12)))
    listed(&state, [11, 1, 2, 3, 4, 5, 12, 6, 7, 8, 9, 10])
    #expect(state.list.selectedRowID == 10)
    #expect(state.list.selected == 11)
  }

  @Test func `the list does not move before all of the grown result is known`() throws {
    var state = try long("j")
    let asked = state.searchGeneration
    _ = state.handle(.fetched((3...10).map { row($0) }, generation: asked))
    for key in try Key.parse("jjjj") { _ = state.handle(.key(key)) }
    let kept = try #require(state.list.selectedRowID)
    _ = state.handle(.loading(Loading(cables: 12)))
    let again = state.searchGeneration
    _ = state.handle(.found([row(11), row(12)], isComplete: false, generation: again))
    #expect(state.list.selectedRowID == kept)
    #expect(BrowserScreen(state).draw().surface.text.contains("Subject \(kept)"))
    // A key meanwhile counts.
    _ = state.handle(.key(try #require(Key.parse("k").first)))
    let effects = state.handle(
      .listed([11, 12] + Array(1...10), generation: again))
    #expect(state.list.selectedRowID == kept - 1)
    // Rows stay to be seen until they have been fetched anew.
    #expect(BrowserScreen(state).draw().surface.text.contains("Subject \(kept - 1)"))
    #expect(effects.contains { if case .fetchRows = $0 { true } else { false } })
  }

  @Test func `who has not done anything stays at the top while cables are read`() throws {
    var state = BrowserState(size: Size(columns: 80, rows: 24))
    _ = state.handle(.loading(Loading(cables: 10)))
    listed(&state, Array(1...10))
    _ = state.handle(.loading(Loading(cables: 12)))
    listed(&state, [11, 12] + Array(1...10))
    #expect(state.list.selectedRowID == 11)
  }

  @Test func `what is said of a stale search is not heard`() throws {
    var state = try state(":search libya<Enter>")
    _ = state.handle(.delayed(generation: state.searchGeneration - 1))
    #expect(!status(state).contains("searching"))
  }
}
