import Cables
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import CableArchive

struct ReadConnectionsTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder("a.reftel")
  }

  private func cables(_ numbers: Range<Int>) -> [IncomingCable] {
    Sample.incoming(
      numbers.map { number in
        Sample.cable(
          Sample.id(2003, "ROME", number), date: Sample.day(2003, 1, 1 + number % 28), body: "libya"
        )
      })
  }

  @Test func `many threads read whole writes, more of them than there are connections`() throws {
    let archive = try Archive.open(path: path, createsIfAbsent: true)
    try archive.insert(cables(1..<11))
    let query = try Query.parse("libya").get()
    let counts = Mutex<[Int]>([])
    DispatchQueue.concurrentPerform(iterations: 12) { thread in
      do {
        for step in 0..<10 {
          if thread == 0 {
            try archive.insert(cables(100 + step * 10..<110 + step * 10))
          } else {
            let page = try archive.page(query, limit: 500)
            counts.withLock { $0.append(page.rows.count) }
          }
        }
      } catch {
        Issue.record(error)
      }
    }
    #expect(counts.withLock { $0 }.allSatisfy { $0.isMultiple(of: 10) && $0 >= 10 })
    #expect(try archive.count(query) == 110)
  }

  @Test func `a search that is stopped leaves its connection usable`() throws {
    let archive = try Archive.open(path: path, createsIfAbsent: true)
    try archive.insert(cables(1..<11))
    let query = try Query.parse("libya").get()
    for _ in 0..<6 {
      #expect(throws: ArchiveError.self) {
        try archive.read { _ in throw CancellationError() }
      }
      #expect(try archive.count(query) == 10)
    }
    try archive.insert(cables(20..<21))
    #expect(try archive.count(query) == 11)
  }

  @Test func `a closed archive answers no more and leaves one file`() throws {
    let archive = try Archive.open(path: path, createsIfAbsent: true)
    try archive.insert(cables(1..<11))
    #expect(try archive.count(.all) == 10)
    try archive.close()
    #expect(throws: ArchiveError.self) { try archive.count(.all) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.reftel"])
  }
}
