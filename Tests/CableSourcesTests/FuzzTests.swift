import CableSources
import Foundation
import Testing

/// Every reader under damaged input: no trap, no hang, nothing made up, and the same answer however the bytes arrive.
///
/// `REFTEL_FUZZ_ROUNDS` sets how many inputs are made of each sample.
@Suite struct FuzzTests {
  static let samples: [Sample] = {
    typealias Member = SampleArchive.Member
    let rows = SampleRow.five
    let table = rows.map { $0.line() + "\n" }.joined()
    let doubled = rows.map { $0.line(.doubled) + "\r\n" }.joined()
    let plain = "1,4/15/2003 10:20,03ROME1,Rome,SECRET,,h,\"b\nc\"\n2,4/15/2003,03ROME2,,,,,x\n"
    let dump =
      "01ROME1\nTITLE\nFri Feb 23 00:00:00 +0100 2001\nSECRET\nEmbassy Rome\nTO 1234S E C R E T ROME 0012\n"
    let export =
      "{\"original\":\"a\\n\\u00e9\",\"hints\":{\"id\":\"x\",\"references\":[\"y\"]}}\n{\"originalBase64\":\"Y2Fm6Q==\",\"date\":\"2003\"}\n"
    let page =
      "<html><h3>x 03ROME1, T</h3><table class='cable'><tr><th>Reference ID</th><th>Created</th></tr><tr><td>03ROME1</td><td>2003-04-15 10:10</td></tr></table><pre>h&#x000A;</pre><pre>b &amp; <b>c</b></pre></html>"
    let members = [
      Member("a.txt", "S E C R E T"), Member("b.csv", table), Member("c.html", page),
    ]
    return [
      Sample(name: "text", bytes: Array("S E C R E T ROME 12\n\n1. (S) Text \u{B6} é\0.".utf8)),
      Sample(name: "table", bytes: Array(table.utf8)),
      Sample(name: "doubled", bytes: Array(doubled.utf8)),
      Sample(name: "plain", bytes: Array(plain.utf8)),
      Sample(name: "dump", bytes: Array(dump.utf8)),
      Sample(name: "export", bytes: Array(export.utf8)),
      Sample(name: "page", bytes: Array(page.utf8)),
      Sample(name: "wide", bytes: SampleText.wide(table)),
      Sample(name: "widePage", bytes: SampleText.wide(page, isBigEndian: true)),
      Sample(name: "tar", bytes: SampleArchive.bytes(.tar, members), isPacked: true),
      Sample(name: "zip", bytes: SampleArchive.bytes(.zip, members), isPacked: true),
      Sample(name: "7z", bytes: SampleArchive.bytes(.sevenZip, members), isPacked: true),
      Sample(
        name: "tar.gz", bytes: SampleArchive.bytes(.tar, filter: .gzip, members), isPacked: true),
      Sample(
        name: "tar.xz", bytes: SampleArchive.bytes(.tar, filter: .xz, members), isPacked: true),
      Sample(name: "zst", bytes: SampleArchive.packed(.zstd, Array(table.utf8)), isPacked: true),
      Sample(name: "bz2", bytes: SampleArchive.packed(.bzip2, Array(export.utf8)), isPacked: true),
    ]
  }()

  struct Sample {
    let name: String
    let bytes: [UInt8]
    var isPacked = false
  }

  private static let rounds =
    ProcessInfo.processInfo.environment["REFTEL_FUZZ_ROUNDS"].flatMap { Int($0) } ?? 25

  private func items(_ bytes: [UInt8], pieceSize: Int) -> [SourceItem] {
    var limits = SourceLimits()
    limits.pieceSize = pieceSize
    limits.freeExpansion = 1 << 22
    var items: [SourceItem] = []
    CableSource.read(inFile: bytes, named: "file", limits: limits) { item in
      items.append(item)
      return items.count < 5000
    }
    return items
  }

  @Test(arguments: samples.indices)
  func `survives damage and reads it alike in pieces of any size`(index: Int) {
    let sample = FuzzTests.samples[index]
    var mutator = ByteMutator(
      seed: UInt64(index) + 1, samples: FuzzTests.samples.map(\.bytes))
    for round in 0..<FuzzTests.rounds {
      let bytes = mutator.damaged(sample.bytes)
      let whole = items(bytes, pieceSize: 1 << 18)
      let pieces = items(bytes, pieceSize: mutator.pieceSize())
      // libarchive itself judges a damaged archive by what lies within its first piece.
      if !sample.isPacked { #expect(whole == pieces, "\(sample.name), round \(round)") }
      #expect(whole.count <= bytes.count + 1)
    }
  }

  @Test(
    .timeLimit(.minutes(2)),
    arguments: [
      "\"", "\\", "\\\"", "\"\n", "\"1\",\"1/1/2003 0:00\",\"", "\",\"", ",", "\n", "{\"", "[",
      "{\"a\":",
      "{\"original\":\"x\"}\n", "<", "<b>", "</b>", "<pre>", "<!--", "&", "&#", "<table>", "<a b='",
      "<td>", "<ul><li>", "</p>", "C O N F I D E N T I A L ", "1S E C R E T A 0012",
    ])
  func `takes no longer than linear time for any repeated token`(token: String) {
    let starts = [
      "", SampleRow().line() + "\n", "\"1\",\"1/1/2003 0:00\",\"", "<html><pre>",
      "<table><tr><td>Reference ID<td>1</table><pre>", "{\"original\":\"",
      "01ROME1\nT\nFri Feb 23 00:00:00 +0100 2001\nSECRET\nRome\n",
    ]
    // A quadratic reader needs minutes for one of these, and the run ends at its time limit.
    let repeated = String(repeating: token, count: 30_000 / token.utf8.count)
    for start in starts {
      var count = 0
      CableSource.read(inFile: Array((start + repeated).utf8), named: "file") { _ in
        count += 1
        return true
      }
      #expect(count <= 30_000)
    }
  }
}
