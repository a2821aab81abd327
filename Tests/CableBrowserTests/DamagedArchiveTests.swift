import CableArchive
import Foundation
import TerminalUI
import TestSupport
import Testing

@testable import CableBrowser

@Suite struct DamagedArchiveTests {
  private static let pageSize = 4_096

  /// The bytes of an archive of the seeds.
  private func archiveBytes(in folder: TemporaryFolder) throws -> [UInt8] {
    let archive = try Archive.open(path: folder("whole.reftel"), createsIfAbsent: true)
    _ = try CableImport(paths: [Seeds.folder], archive: archive).run { _ in }
    try archive.close()
    return try [UInt8](Data(contentsOf: URL(filePath: folder("whole.reftel"))))
  }

  @Test func `whichever page is damaged, that is said, and an empty list is no result`() throws {
    let folder = try TemporaryFolder()
    let bytes = try archiveBytes(in: folder)
    try #require(bytes.count % Self.pageSize == 0)
    var unopened = 0
    var unreadable = 0
    for page in 1..<bytes.count / Self.pageSize {
      var damaged = bytes
      for index in damaged.indices.dropFirst(page * Self.pageSize).prefix(Self.pageSize) {
        damaged[index] = 0xA5
      }
      let path = try folder.write(damaged, to: "\(page).reftel")
      guard let browser = try? HeadlessBrowser(.archive(path), size: Size(columns: 80, rows: 24))
      else {
        unopened += 1
        continue
      }
      guard browser.listRows.count < 5 else { continue }
      unreadable += 1
      #expect(browser.status.contains("damaged"), "page \(page)")
      #expect(browser.row(with: "could not be read") != nil, "page \(page)")
      #expect(browser.failure?.contains("reftel check") == true, "page \(page)")
      try browser.type(":messages<Enter>")
      #expect(browser.row(with: "error  The archive is damaged") != nil, "page \(page)")
    }
    #expect(unopened > 0)
    #expect(unreadable > 0)
  }

  @Test func `what was shown before an error is something`() {
    var state = BrowserState(size: Size(columns: 80, rows: 24))
    state.adopt(.archive("a.reftel"), home: "/home/me/own.reftel")
    _ = state.handle(.loading(Loading(cables: 5, isDone: true)))
    _ = state.handle(.failed("It is damaged."))
    #expect(state.unreadable == "It is damaged.")
    let row = ListRow(
      rowID: 1, id: nil, name: "x", date: nil, classification: nil, post: nil, subject: "",
      citedByCount: 0, isPartial: false)
    _ = state.handle(.found([row], isComplete: true, generation: state.searchGeneration))
    #expect(state.unreadable == nil)
    _ = state.handle(.failed("It is damaged."))
    #expect(state.unreadable == nil)
    #expect(state.message?.kind == .error)
  }
}
