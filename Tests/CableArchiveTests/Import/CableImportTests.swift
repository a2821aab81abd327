import CableSources
import Cables
import Foundation
import TestSupport
import Testing

@testable import CableArchive

struct CableImportTests {
  let folder: TemporaryFolder
  let archivePath: String

  init() throws {
    folder = try TemporaryFolder()
    archivePath = folder("cables.reftel")
  }

  func open() throws -> Archive {
    try Archive.open(path: archivePath, createsIfAbsent: true)
  }

  /// Imports in small batches and closes the archive.
  @discardableResult
  func take(_ paths: String..., stoppingAfter batches: Int = .max) throws -> ImportReport {
    let archive = try open()
    let reading = SourceProgress()
    var left = batches
    let work = CableImport(
      paths: paths, archive: archive, reading: reading, mergesIndex: true, batchSize: 20_000)
    let report = try work.run { _ in
      left -= 1
      if left == 0 { reading.cancel() }
    }
    try archive.close()
    return report
  }

  /// All that an archive says of its cables, in order.
  func content(_ archive: Archive) throws -> [String] {
    var content: [String] = []
    for rowID in try archive.rowIDs(.all) {
      let row = try #require(try archive.row(rowID))
      content.append("\(row.name) \(row.date?.iso8601 ?? "–") \(row.subject) \(row.citedByCount)")
      for reference in try archive.resolved(referencesOf: rowID) {
        content.append("  \(reference.target?.description ?? reference.label)")
      }
      for source in try archive.sources(of: rowID) {
        content.append("  \(source.path) \(source.index ?? 0)")
      }
    }
    return content
  }

  @Test func `takes a folder in, and passes it over the second time`() throws {
    let texts = try folder.writeTexts(cables: 40, seed: 3, to: "texts")
    let first = try take(texts)
    #expect(first.ending == .complete)
    #expect(first.cables == 40)
    #expect(first.cablesInArchive == 40)
    #expect(first.files == ImportReport.Files(read: 40))
    #expect(first.bytes > 40_000)
    let second = try take(texts)
    #expect(second.cables == 0)
    #expect(second.bytes == 0)
    #expect(second.files == ImportReport.Files(unchanged: 40))
  }

  @Test(arguments: [1, 2, 4, 5]) func `goes on where it was stopped`(batches: Int) throws {
    let table = try folder.writeTable(cables: 120, seed: 9, to: "cables.csv")
    let whole = try Archive.inMemory()
    _ = try CableImport(paths: [table], archive: whole).run { _ in }
    let stopped = try take(table, stoppingAfter: batches)
    #expect(stopped.ending == .stopped)
    #expect(stopped.cables > 0)
    #expect(stopped.cables < 120)
    let report = try take(table)
    #expect(report.ending == .complete)
    #expect(report.files == ImportReport.Files(continued: 1))
    // Nothing is read twice.
    #expect(stopped.cables + report.cables == 120)
    #expect(report.copies == 0)
    let archive = try open()
    #expect(try content(archive) == content(whole))
    #expect(try archive.check() == [])
  }

  @Test func `a stop at every batch ends in the same archive`() throws {
    let table = try folder.writeTable(cables: 60, seed: 4, to: "cables.csv")
    let whole = try Archive.inMemory()
    _ = try CableImport(paths: [table], archive: whole).run { _ in }
    var runs = 0
    while try take(table, stoppingAfter: 1).cables > 0 { runs += 1 }
    #expect(runs > 2)
    #expect(try take(table).ending == .complete)
    #expect(try content(open()) == content(whole))
  }

  @Test func `a changed file becomes a further version, and the fullest is listed`() throws {
    let text = String(decoding: try Seeds.bytes(0), as: UTF8.self)
    let file = try folder.write(text, to: "one/cable.txt")
    try take(folder("one"))
    let sentence = try #require(text.range(of: ". ", options: .backwards))
    try folder.write(
      text.replacingCharacters(in: sentence, with: ". THIS CAME TO LIGHT LATER. "),
      to: "one/cable.txt")
    let report = try take(folder("one"))
    #expect(report.files == ImportReport.Files(read: 1, changed: 1))
    #expect(report.versions == 1)
    #expect(report.cables == 0)
    let archive = try open()
    #expect(try archive.count(Query.parse("\"came to light\"").get()) == 1)
    let id = try #require(try archive.row(archive.rowIDs(.all)[0])?.id)
    #expect(try archive.versions(of: id).count == 2)
    #expect(
      try archive.sources(of: archive.rowIDs(.all)[0]).map(\.path).contains { $0.hasSuffix(file) })
  }

  @Test func `a file that was only touched is not read again`() throws {
    let file = try folder.write(try Seeds.bytes(1), to: "one/cable.txt")
    try take(folder("one"))
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)], ofItemAtPath: file)
    let report = try take(folder("one"))
    #expect(report.files == ImportReport.Files(unchanged: 1))
    #expect(report.bytes == 0)
    // The time it has now is known from then on.
    let mark = try #require(
      try open().inputMarks(below: [AbsolutePath.of(folder("one"))]).values.first)
    #expect(mark.stamp.modified == 1_000_000_000_000_000_000)
    #expect(mark.isComplete)
  }

  @Test func `a file of the same length with other content is read again`() throws {
    let text = try Seeds.bytes(1)
    try folder.write(text, to: "one/cable.txt")
    try take(folder("one"))
    var changed = text
    let place = try #require(text.lastIndex(of: UInt8(ascii: "A")))
    changed[place] = UInt8(ascii: "O")
    let file = try folder.write(changed, to: "one/cable.txt")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)], ofItemAtPath: file)
    let report = try take(folder("one"))
    #expect(report.files == ImportReport.Files(read: 1, changed: 1))
    #expect(report.versions == 1)
  }

  @Test func `files that are gone are reported, and their cables stay`() throws {
    let texts = try folder.writeTexts(cables: 5, seed: 8, to: "texts")
    try take(texts)
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: texts).min())
    try FileManager.default.removeItem(atPath: texts + "/" + name)
    let report = try take(texts)
    #expect(report.files == ImportReport.Files(unchanged: 4, removed: 1))
    #expect(report.removed.map { $0.split(separator: "/").last.map(String.init) } == [name])
    #expect(report.cablesInArchive == 5)
  }

  @Test func `files beside the paths are not taken for gone`() throws {
    try folder.write(try Seeds.bytes(0), to: "a/cable.txt")
    try folder.write(try Seeds.bytes(1), to: "a b/cable.txt")
    try take(folder("a"))
    try take(folder("a b"))
    let report = try take(folder("a"))
    #expect(report.files == ImportReport.Files(unchanged: 1))
  }

  @Test func `what can't be read is reported and stops nothing`() throws {
    try folder.write(try Seeds.bytes(0), to: "mixed/1.txt")
    try folder.write([], to: "mixed/2.txt")
    try folder.write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], to: "mixed/3.png")
    try folder.write(try Seeds.bytes(1), to: "mixed/4.txt")
    let report = try take(folder("mixed"))
    #expect(report.cables == 2)
    #expect(report.refused.map(\.kind) == ["empty", "binary"])
    #expect(report.refused[0].file.hasSuffix("mixed/2.txt"))
    // A file without a cable in it need not be read again.
    #expect(try take(folder("mixed")).files == ImportReport.Files(unchanged: 4))
  }

  /// What a report says was refused, without the folder.
  func refusals(_ report: ImportReport) -> [String] {
    report.refused.map { refusal in
      let file = refusal.file.replacing(AbsolutePath.of(folder.path) + "/", with: "")
      return "\(file) \(refusal.kind) \(refusal.count) \(refusal.isFromEarlier ? "earlier" : "now")"
    }
  }

  @Test func `what was refused is told again by imports that pass the file over`() throws {
    try folder.write([], to: "mixed/2.txt")
    try folder.write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], to: "mixed/3.png")
    try folder.write(try Seeds.bytes(1), to: "mixed/4.txt")
    let first = try take(folder("mixed"))
    #expect(refusals(first) == ["mixed/2.txt empty 1 now", "mixed/3.png binary 1 now"])
    #expect(first.refusedEarlier == 0)
    for _ in 0..<2 {
      let again = try take(folder("mixed"))
      #expect(refusals(again) == ["mixed/2.txt empty 1 earlier", "mixed/3.png binary 1 earlier"])
      #expect(again.refusedEarlier == 2)
      #expect(again.refusedByKind.sorted.map(\.count) == [1, 1])
      #expect(again.refused.map(\.message) == first.refused.map(\.message))
    }
    // Other paths have nothing to do with it.
    #expect(try take(folder("mixed/4.txt")).refused == [])
    try folder.write(try Seeds.bytes(2), to: "mixed/2.txt")
    #expect(refusals(try take(folder("mixed"))) == ["mixed/3.png binary 1 earlier"])
    #expect(refusals(try take(folder("mixed"))) == ["mixed/3.png binary 1 earlier"])
    #expect(try open().check() == [])
  }

  @Test func `an import that goes on tells what was refused before it was stopped`() throws {
    let text = try String(decoding: Seeds.bytes(0), as: UTF8.self)
    var lines = (0..<90).map { number in
      #"{"original": \#(JSONObject.quoted(text + "NUMBER \(number)"))}"#
    }
    lines.insert("{damaged", at: 3)
    lines.insert("[also damaged", at: 5)
    lines.append("{damaged at the end")
    let file = try folder.write(lines.joined(separator: "\n"), to: "cables.jsonl")
    let stopped = try take(file, stoppingAfter: 1)
    #expect(stopped.ending == .stopped)
    let report = try take(file)
    #expect(report.files.continued == 1)
    let kinds = Set(report.refused.map(\.kind))
    #expect(report.refused.reduce(0) { $0 + $1.count } == 3, "\(report.refused)")
    #expect(kinds.count == 1)
    #expect(try take(file).refusedEarlier == 3)
  }

  @Test func `the same cable from two places is one cable with a copy`() throws {
    let one = try folder.write(try Seeds.bytes(0), to: "one.txt")
    let two = try folder.write(try Seeds.bytes(0), to: "two.txt")
    let report = try take(one, two, one)
    #expect(report.cables == 1)
    #expect(report.copies == 1)
    let archive = try open()
    #expect(try archive.sources(of: archive.rowIDs(.all)[0]).count == 2)
    // A text without an id is no other cable when its file is read again either.
    #expect(try archive.totals.copies == 1)
  }

  @Test func `years are concluded even if only the last step was missed`() throws {
    // The later cable names the earlier one without a year, which only the archive can know.
    let table = try folder.writeTable(cables: 80, seed: 21, to: "cables.csv")
    let whole = try Archive.inMemory()
    _ = try CableImport(paths: [table], archive: whole).run { _ in }
    let archive = try open()
    var cables: [IncomingCable] = []
    CablePipeline(source: CableSource(paths: [AbsolutePath.of(table)])).read { item in
      if case .cable(let cable, let location, let hints) = item {
        cables.append(
          IncomingCable(cable: cable, hints: hints, source: SourceLocation(location)))
      }
      return true
    }
    let stamp = try #require(FileStamp.of(table))
    _ = try archive.insert(
      PreparedCable.prepare(cables),
      marking: [
        InputMark(
          path: AbsolutePath.of(table), stamp: stamp, digest: nil, items: 80, isComplete: true)
      ])
    try archive.close()
    try take(table)
    #expect(try content(open()) == content(whole))
  }

  @Test func `the report is JSON and reads back`() throws {
    try folder.write([], to: "mixed/2.txt")
    try folder.write(try Seeds.bytes(2), to: "mixed/4.txt")
    let report = try take(folder("mixed"))
    let json = try JSONEncoder().encode(report)
    #expect(try JSONDecoder().decode(ImportReport.self, from: json) == report)
    let object = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
    #expect(object["ending"] as? String == "complete")
    #expect((object["refusedByKind"] as? [[String: Any]])?.first?["kind"] as? String == "empty")
  }
}
