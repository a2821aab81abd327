import Cables
import Foundation
import GRDB
import Synchronization
import TestSupport
import Testing

@testable import CableArchive

/// A folder that goes away with the value.
final class ScratchFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/reftel-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    // Folders may have been made read-only by a test.
    chmod(path, 0o700)
    try? FileManager.default.removeItem(atPath: path)
  }

  func file(_ name: String) -> String { path + "/" + name }
}

struct ArchiveOpeningTests {
  let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
  }

  static let cables = [
    ArchiveSearchingTests.libya, ArchiveSearchingTests.migration, ArchiveSearchingTests.paris,
  ]

  func open(_ path: String, creates: Bool = false, isReadOnly: Bool = false) throws -> Archive {
    try Archive.open(
      path: path, createsIfAbsent: creates, isReadOnly: isReadOnly,
      parse: Sample.reading(Self.cables))
  }

  /// An archive of the sample cables, closed again.
  func filledArchive() throws -> String {
    let path = folder.file("a.reftel")
    let archive = try open(path, creates: true)
    try archive.insert(Sample.incoming(Self.cables))
    try archive.close()
    return path
  }

  func permissions(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
  }

  @Test func `an archive that many make at once is one`() throws {
    for round in 0..<5 {
      let path = folder.file("\(round)/a.reftel")
      let problems = Mutex<[String]>([])
      DispatchQueue.concurrentPerform(iterations: 8) { _ in
        do {
          let archive = try Archive.open(
            path: path, createsIfAbsent: true, parse: Sample.reading(Self.cables))
          try archive.insert(Sample.incoming(Self.cables))
        } catch {
          problems.withLock { $0.append("\(error)") }
        }
      }
      #expect(problems.withLock { $0 } == [])
      #expect(try open(path).cableCount == 3)
    }
  }

  func failure(_ path: String, isReadOnly: Bool = false) -> ArchiveError? {
    do {
      _ = try open(path, isReadOnly: isReadOnly)
      return nil
    } catch {
      return error as? ArchiveError
    }
  }

  @Test func `keeps cables between two openings`() throws {
    let path = try filledArchive()
    let archive = try open(path)
    #expect(try archive.names("libya") == ["03ROME4715", "03ROME4580"])
    #expect(try archive.check().isEmpty)
  }

  @Test func `is readable by its owner alone, with the folders made for it`() throws {
    let path = folder.file("new/folder/a.reftel")
    let archive = try open(path, creates: true)
    try archive.insert(Sample.incoming(Self.cables))
    #expect(try permissions(path) == 0o600)
    #expect(try permissions(path + "-wal") == 0o600)
    #expect(try permissions(folder.file("new")) == 0o700)
    #expect(try permissions(folder.file("new/folder")) == 0o700)
  }

  @Test func `says that there is no file`() throws {
    let path = folder.file("absent.reftel")
    let error = try #require(failure(path))
    #expect(error.reason == .missing)
    #expect(error.sentence == "\(path) does not exist.")
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test(arguments: [
    "", "short", "SQLite format 3\0", String(repeating: "Text of a cable. ", count: 100),
  ])
  func `says that another file is no archive, and leaves it alone`(content: String) throws {
    let path = folder.file("cable.txt")
    try Data(content.utf8).write(to: URL(filePath: path))
    let error = try #require(failure(path))
    #expect(error.reason == .damaged)
    #expect(error.sentence == "\(path) is not an archive.")
    #expect(try Data(contentsOf: URL(filePath: path)) == Data(content.utf8))
  }

  @Test func `says that a folder is no archive`() throws {
    #expect(failure(folder.path)?.sentence == "\(folder.path) is a folder, not an archive.")
  }

  func patched(_ path: String, at offset: Int, _ bytes: [UInt8]) throws {
    var data = try Data(contentsOf: URL(filePath: path))
    data.replaceSubrange(offset..<offset + bytes.count, with: bytes)
    try data.write(to: URL(filePath: path))
  }

  @Test func `refuses a newer format and a foreign database`() throws {
    let path = try filledArchive()
    try patched(path, at: 60, [0, 0, 0, 99])
    #expect(failure(path)?.reason == .newerFormat)
    #expect(
      failure(path)?.sentence
        == "\(path) was written by a newer version of reftel (format 99, this one reads \(Schema.formatVersion)); use that version."
    )
    try patched(path, at: 68, [1, 2, 3, 4])
    #expect(
      failure(path)?.sentence == "\(path) is a database of another program, not an archive.")
  }

  @Test
  func `an archive of the format before is read as it is, and gets what it lacks when written to`()
    throws
  {
    let path = try filledArchive()
    let database = try DatabaseQueue(path: path)
    try database.write {
      try $0.execute(sql: "DROP TABLE refusal; PRAGMA user_version = 2")
    }
    try database.close()
    let before = try Archive.open(path: path, isReadOnly: true)
    #expect(try before.refusals(below: ["/"]).isEmpty)
    #expect(try !before.check().contains { $0.kind == .derived })
    try before.close()
    #expect(try !Archive.isOld(path: path))
    let archive = try Archive.open(path: path)
    #expect(try !archive.check().contains { $0.kind == .derived })
    #expect(
      try archive.read { try Int32.fetchOne($0, sql: "PRAGMA user_version") }
        == Schema.formatVersion)
    #expect(try archive.read { try $0.tableExists("refusal") })
  }

  @Test func `refuses a file that was cut`() throws {
    let path = try filledArchive()
    let data = try Data(contentsOf: URL(filePath: path))
    for count in [100, 4096, data.count / 2, data.count - 1] {
      try data.prefix(count).write(to: URL(filePath: path))
      let error = try #require(failure(path))
      #expect(error.reason == .damaged)
      #expect(error.sentence.hasPrefix("\(path) is cut short"))
    }
  }

  @Test func `damage anywhere is an error of ours or leaves right answers`() throws {
    let path = try filledArchive()
    let data = try Data(contentsOf: URL(filePath: path))
    var numbers = SeededGenerator(seed: 12)
    for _ in 0..<40 {
      var damaged = data
      let start = Int.random(in: 100..<data.count - 600, using: &numbers)
      for offset in start..<start + 600 {
        damaged[offset] = UInt8.random(in: 0...255, using: &numbers)
      }
      try damaged.write(to: URL(filePath: path))
      for name in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + name) }
      do {
        let archive = try open(path)
        _ = try archive.names("libya")
        _ = try archive.check()
        try archive.close()
      } catch let error as ArchiveError {
        #expect(error.reason == .damaged || error.reason == .storage, "\(error)")
      }
    }
  }

  @Test func `opens where nothing can be written`() throws {
    let path = try filledArchive()
    try #require(chmod(path, 0o400) == 0 && chmod(folder.path, 0o500) == 0)
    let archive = try open(path, isReadOnly: true)
    #expect(try archive.count(.all) == 3)
    #expect(throws: ArchiveError.self) {
      try archive.insert(Sample.incoming([Sample.cable(nil, body: "new")]))
    }
    #expect(try archive.check().isEmpty)
  }

  @Test func `reads the address of a file with any name`() throws {
    let path = folder.file("é %20?#&.reftel")
    let archive = try open(path, creates: true)
    try archive.insert(Sample.incoming(Self.cables))
    try archive.close()
    #expect(
      ArchiveFile(path).unchangingAddress.hasSuffix("/%C3%A9%20%2520%3F%23%26.reftel?immutable=1"))
    #expect(try open(path, isReadOnly: true).count(.all) == 3)
  }

  @Test func `another connection reads while one writes`() throws {
    let path = try filledArchive()
    let writer = try open(path)
    let reader = try open(path, isReadOnly: true)
    #expect(try reader.count(.all) == 3)
    try writer.insert(Sample.incoming([Sample.cable(Sample.id(2009, "ROME", 9), body: "late")]))
    #expect(try reader.names("late") == ["09ROME9"])
    #expect(try reader.facets(.all, by: .from).map(\.count) == [3, 1])
  }

  @Test func `an archive whose creation broke off is created again`() throws {
    let path = folder.file("a.reftel")
    try Data().write(to: URL(filePath: path))
    #expect(failure(path)?.reason == .damaged)
    #expect(try open(path, creates: true).count(.all) == 0)
  }
}
