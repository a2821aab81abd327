import CableArchive
import Foundation
import TerminalUI
import TestSupport
import Testing

@testable import CableBrowser

@Suite struct DepartureTests {
  @Test func `the place and the query are the same in the archive`() throws {
    let folder = try TemporaryFolder()
    let path = folder("cables.reftel")
    let archive = try Archive.open(path: path, createsIfAbsent: true)
    // Another cable of the same day comes first, so that rows have other numbers.
    for index in 0..<Seeds.names.count {
      let text = String(decoding: try Seeds.bytes(index), as: UTF8.self)
      try folder.write(text.replacing("4580", with: "4581"), to: "more/\(index).txt")
    }
    _ = try CableImport(paths: [folder("more")], archive: archive).run { _ in }
    _ = try CableImport(paths: [Seeds.folder], archive: archive).run { _ in }
    let files = try browse("/libya<Enter>j<Enter><C-d>")
    let place = try #require(files.saved.place)
    let old = try Archive.inMemory()
    try PathLoad(paths: [Seeds.folder], archive: old).run { _ in }
    let moved = try files.saved.moved(from: old, to: archive)
    #expect(moved.query == "libya")
    #expect(moved.place?.row != place.row)
    let browser = try HeadlessBrowser(
      .archive(path), size: Size(columns: 80, rows: 24), restoring: moved)
    try browser.type("n")
    try files.type("n")
    #expect(browser.title.contains("03ROME4580"))
    #expect(browser.title.suffix(30) == files.title.suffix(30))
    #expect(browser.rows[0].contains("of 6 cables"))
  }

  @Test func `a browser that is left leaves nothing beside the archive`() throws {
    let folder = try TemporaryFolder()
    let archive = try Archive.open(path: folder("cables.reftel"), createsIfAbsent: true)
    _ = try CableImport(paths: [Seeds.folder], archive: archive).run { _ in }
    try archive.close()
    let session = try BrowserSession(.archive(folder("cables.reftel"))) {}
    try session.start()
    session.run([
      .search(.all, .newestFirst, generation: 1), .search(.all, .newestFirst, generation: 2),
    ])
    session.stop()
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["cables.reftel"])
  }

  @Test func `a cable that the archive does not hold is left out`() throws {
    let folder = try TemporaryFolder()
    let archive = try Archive.open(path: folder("cables.reftel"), createsIfAbsent: true)
    let old = try Archive.inMemory()
    try PathLoad(paths: [Seeds.folder], archive: old).run { _ in }
    let moved = try browse("j<Enter>").saved.moved(from: old, to: archive)
    #expect(moved.place == nil)
    #expect(moved.back.isEmpty)
  }

  @Test func `marks, keys and what was said go along`() throws {
    let folder = try TemporaryFolder()
    let path = folder("cables.reftel")
    let archive = try Archive.open(path: path, createsIfAbsent: true)
    _ = try CableImport(paths: [Seeds.folder], archive: archive).run { _ in }
    let old = try Archive.inMemory()
    try PathLoad(paths: [Seeds.folder], archive: old).run { _ in }
    let row = try #require(try old.find(typed: "03ROME4715").first)
    var state = BrowserState(size: Size(columns: 80, rows: 24))
    state.adopt(.files([Seeds.folder]), home: "own.reftel")
    state.marks["a"] = History.Place(
      key: .row(row.rowID), offset: 7, selectedLink: nil, view: .reading, query: "", listRow: nil,
      focus: .detail)
    _ = state.carryOut(line: "bind list D bottom")
    state.complain("It failed")
    let departure = try Departure(state, from: old, to: path)
    var next = BrowserState(size: Size(columns: 80, rows: 24))
    next.adopt(departure.collection, home: "own.reftel")
    _ = next.arrive(from: departure)
    let there = try #require(try archive.find(typed: "03ROME4715").first)
    #expect(next.marks["a"]?.key == .row(there.rowID))
    #expect(next.marks["a"]?.offset == 7)
    #expect(next.keymap.keys(of: .bottom, in: .list).contains("D"))
    #expect(next.console.log.entries.map(\.message.text).contains("It failed"))
    #expect(next.message?.kind == .note)
    #expect(next.obstacle(to: .archive) != nil)
  }

  @Test func `an archive that cannot be opened is not gone to`() throws {
    let folder = try TemporaryFolder()
    let old = try Archive.inMemory()
    let state = BrowserState(size: Size(columns: 80, rows: 24))
    #expect(throws: ArchiveError.self) {
      try Departure(state, from: old, to: folder("none.reftel"))
    }
    try Archive.open(path: folder("empty.reftel"), createsIfAbsent: true).close()
    #expect(throws: ArchiveError.self) {
      try Departure(state, from: old, to: folder("empty.reftel"))
    }
  }
}
