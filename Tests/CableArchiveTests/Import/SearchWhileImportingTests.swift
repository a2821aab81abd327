import CableSources
import Cables
import TestSupport
import Testing

@testable import CableArchive

/// What is found while an import is under way is right for what is there at that moment.
struct SearchWhileImportingTests {
  /// The words of cables, by row id, read from the stored texts.
  private struct Texts {
    private var words: [Int64: Set<String>] = [:]

    mutating func words(of rowID: Int64, in archive: Archive) throws -> Set<String> {
      if let known = words[rowID] { return known }
      let row = IndexRow(of: try #require(try archive.cable(rowID)))
      let read = Set((row.subject + " " + row.body).split(separator: " ").map(String.init))
      words[rowID] = read
      return read
    }
  }

  private struct Question {
    var text: String
    var isTyping = false
    var finds: (Set<String>) -> Bool
  }

  private static func questions(_ first: String, _ second: String) -> [Question] {
    let start = String(first.prefix(2))
    return [
      Question(text: first) { $0.contains(first) },
      Question(text: "\(first) \(second)") { $0.contains(first) && $0.contains(second) },
      Question(text: "\(first) OR \(second)") { $0.contains(first) || $0.contains(second) },
      Question(text: "\(second) -\(first)") { $0.contains(second) && !$0.contains(first) },
      Question(text: start + "*") { $0.contains { $0.hasPrefix(start) } },
      Question(text: start, isTyping: true) { $0.contains { $0.hasPrefix(start) } },
    ]
  }

  @Test func `every phase of an import gives the answers of what is there`() throws {
    let folder = try TemporaryFolder()
    let texts = try folder.writeTexts(cables: 60, seed: 11, to: "texts")
    let path = folder("cables.reftel")
    let archive = try Archive.open(path: path, createsIfAbsent: true)
    let reader = try Archive.open(path: path, isReadOnly: true)
    var known = Texts()
    var asked: [CableImport.Progress.Phase: Int] = [:]
    var segments: Set<Int> = []

    /// Asks both connections; false where a write came between and nothing can be said.
    func ask() throws -> Bool {
      for archive in [archive, reader] {
        let listed = try archive.rowIDs(.all)
        let words = try listed.map { try known.words(of: $0, in: archive) }
        for question in Self.questions("libya", "government") {
          let query = try Query.parse(question.text, isTyping: question.isTyping).get()
          let found = try archive.rowIDs(query)
          guard try archive.rowIDs(.all) == listed else { return false }
          let expected = zip(listed, words).filter { question.finds($0.1) }.map(\.0)
          #expect(found == expected, "\(question.text)")
        }
      }
      return true
    }

    let work = CableImport(
      paths: [texts], archive: archive, reading: SourceProgress(), mergesIndex: true,
      batchSize: 20_000)
    _ = try work.run { progress in
      do {
        guard try ask() else { return }
        asked[progress.phase, default: 0] += 1
        let count = try reader.read {
          try IndexAdoption($0).record(IndexStructure.rowID).flatMap {
            IndexStructure($0)?.segmentCount
          }
        }
        segments.insert(count ?? 0)
      } catch {
        Issue.record(error)
      }
    }
    #expect(try ask())
    for phase in [CableImport.Progress.Phase.reading, .resolving, .counting, .merging] {
      #expect(asked[phase, default: 0] > 0, "\(phase)")
    }
    #expect(segments.count > 1)
  }
}
