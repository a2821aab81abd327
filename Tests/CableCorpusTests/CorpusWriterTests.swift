import CableCorpus
import Cables
import Foundation
import Testing

/// Collections as they lie on disk.
struct CorpusWriterTests {
  /// Files in memory.
  private struct Files: ByteSink {
    var files: [String: [UInt8]] = [:]
    var order: [String] = []

    mutating func write(_ bytes: [UInt8], to path: String) {
      if files[path] == nil { order.append(path) }
      files[path, default: []] += bytes
    }
  }

  private let corpus = CableCorpus(seed: 8, count: 60)

  private func files(_ format: CollectionFormat) throws -> Files {
    var files = Files()
    try CorpusWriter(corpus, format: format).write(to: &files)
    return files
  }

  /// The rows of a table whose quotes are escaped by backslashes.
  private func rows(_ bytes: [UInt8]) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var isEscaped = false
    for byte in bytes {
      if isEscaped {
        field.append(byte)
        isEscaped = false
      } else if isQuoted {
        switch byte {
        case UInt8(ascii: "\\"): isEscaped = true
        case UInt8(ascii: "\""): isQuoted = false
        default: field.append(byte)
        }
      } else {
        switch byte {
        case UInt8(ascii: "\""): isQuoted = true
        case UInt8(ascii: ","), UInt8(ascii: "\n"):
          row.append(String(decoding: field, as: UTF8.self))
          field = []
          if byte == UInt8(ascii: "\n") {
            rows.append(row)
            row = []
          }
        default: Issue.record("a byte outside of quotes: \(byte)")
        }
      }
    }
    return rows
  }

  @Test func `the table has eight columns a cable and no header row`() throws {
    let rows = rows(try #require(try files(.table).files[""]))
    #expect(rows.count == 60)
    for (index, row) in rows.enumerated() {
      try #require(row.count == 8)
      let truth = corpus.cable(at: index).truth
      #expect(row[0] == "\(index + 1)")
      #expect(row[1].hasPrefix("\(truth.date.month)/\(truth.date.day)/\(truth.date.year) "))
      #expect(row[2] == truth.id.description)
      #expect(row[3] == PostTable.standard[truth.origin]?.displayName)
      #expect(row[4].hasPrefix(truth.classification.rawValue))
      for reference in truth.references.compactMap(\.target) {
        #expect(row[5].split(separator: "|").contains(Substring(reference.description)))
      }
      #expect(row[6].contains("FM " + (truth.from ?? "?")))
      #expect(row[7].contains("\n"))
    }
  }

  @Test func `every format has every cable once`() throws {
    let ids = (0..<60).map { corpus.id(at: $0).description }
    #expect(try files(.text).order == ids.map { $0 + ".txt" })
    #expect(try files(.dump).order == ids.map { $0 + ".txt" })
    let pages = try files(.pages)
    #expect(
      pages.order.map { $0.split(separator: "/").last.map(String.init) } == ids.map { $0 + ".html" }
    )
    let lines = try #require(try files(.lines).files[""]).split(separator: UInt8(ascii: "\n"))
    #expect(lines.count == 60)
    for (line, id) in zip(lines, ids) {
      let object = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
      #expect(object?["canonicalID"] as? String == id)
      #expect((object?["text"] as? String)?.isEmpty == false)
    }
  }

  @Test func `a dump begins with five lines and joins header and text`() throws {
    let files = try files(.dump)
    for index in stride(from: 0, to: 60, by: 7) {
      let truth = corpus.cable(at: index).truth
      let text = String(decoding: try #require(files.files["\(truth.id).txt"]), as: UTF8.self)
      let lines = text.split(separator: /\r?\n/, omittingEmptySubsequences: false)
      #expect(lines[0] == truth.id.description)
      #expect(lines[1] == truth.subject ?? "")
      #expect(lines[2].contains("00:00:00 +0100 \(truth.date.year)"))
      #expect(lines[3].hasPrefix(truth.classification.rawValue))
      #expect(lines[4] == (PostTable.standard[truth.origin]?.displayName ?? "")[...])
    }
  }

  @Test func `a page repeats the hour where the minute belongs and escapes its text`() throws {
    let files = try files(.pages)
    for index in stride(from: 0, to: 60, by: 7) {
      let truth = corpus.cable(at: index).truth
      let date = truth.date
      let path = "\(date.year)/\(date.month < 10 ? "0" : "")\(date.month)/\(truth.id).html"
      let page = String(decoding: try #require(files.files[path]), as: UTF8.self)
      let hour = (date.hour < 10 ? "0" : "") + "\(date.hour)"
      #expect(page.contains(" \(hour):\(hour)</td>"))
      #expect(page.components(separatedBy: "<pre>").count == 3)
      #expect(page.contains("&#x000A;"))
    }
  }

  @Test func `writing twice gives the same bytes`() throws {
    for format in CollectionFormat.allCases {
      #expect(try files(format).files == files(format).files)
    }
  }
}
