import CableArchive
import Foundation

/// Other programs that search texts, on the cables of an archive: ripgrep, and tantivy and Xapian through their Python packages.
struct Peers {
  let archive: Archive
  let words: BenchWords
  let python: String
  let rounds: Int

  /// More texts are not written as single files.
  private static let mostCables = 50_000

  /// Measures what is installed; what is missing says so.
  func measure(in folder: URL, _ figures: inout Figures) throws {
    let rowIDs = try archive.rowIDs(.all, order: .oldestFirst)
    guard rowIDs.count <= Self.mostCables else {
      figures.add("ripgrep, tantivy, Xapian", "not with more than \(Self.mostCables) cables", "–")
      return
    }
    let texts = folder.appending(path: "texts")
    try FileManager.default.createDirectory(at: texts, withIntermediateDirectories: true)
    for rowID in rowIDs {
      guard let row = try archive.row(rowID), let text = try archive.original(rowID) else {
        continue
      }
      try Data(Array(row.subject.utf8) + [0x0A] + text)
        .write(to: texts.appending(path: "\(rowID).txt"))
    }
    let queries = [
      ("word in 30 %", words.common[0]), ("most common word", words.mostCommon[0]),
      ("AND", "\(words.mostCommon[0]) \(words.common[0])"),
      ("phrase", "\"\(words.pairs[0].0) \(words.pairs[0].1)\""),
    ]
    try measureRipgrep(queries, texts, &figures)
    try measureEngines(queries, texts, &figures)
  }

  private func ours(_ text: String, _ order: CableArchive.SortOrder) throws -> Double {
    let query = try Query.parse(text).get()
    return try (0..<rounds).map { _ in
      let start = ContinuousClock.now
      _ = try archive.rowIDs(query, order: order, limit: 50)
      return (ContinuousClock.now - start).milliseconds
    }.percentile(0.5)
  }

  private func measureRipgrep(
    _ queries: [(name: String, text: String)], _ texts: URL, _ figures: inout Figures
  ) throws {
    guard let ripgrep = KeyTyping.program("rg") else {
      figures.add("ripgrep", "not installed", "–")
      return
    }
    for query in queries where query.name != "AND" {
      let pattern = query.text.replacing("\"", with: "")
      let start = ContinuousClock.now
      _ = try Self.output(of: [ripgrep, "-l", "-i", "-w", "-F", "-e", pattern, texts.path])
      let theirs = (ContinuousClock.now - start).milliseconds
      let ours = try ours(query.text, .newestFirst)
      figures.add(
        "ripgrep, \(query.name)",
        "\(theirs.rounded(to: 0)) ms, ours \(ours.rounded(to: 2)) ms, "
          + "\((theirs / ours).rounded(to: 0)) ×", "–")
    }
  }

  private func measureEngines(
    _ queries: [(name: String, text: String)], _ texts: URL, _ figures: inout Figures
  ) throws {
    let script = String(decoding: PackageResources.peers_py, as: UTF8.self)
    guard let interpreter = python.contains("/") ? python : KeyTyping.program(python) else {
      figures.add("tantivy, Xapian", "no Python", "–")
      return
    }
    let output = try Self.output(
      of: [interpreter, "-c", script, texts.path, "\(rounds)"] + queries.map(\.text))
    let engines = try JSONDecoder().decode([String: [String: Double]].self, from: output)
    for name in ["tantivy", "Xapian"] {
      guard let times = engines[name] else {
        figures.add(name, "not installed for \(python)", "–")
        continue
      }
      figures.add(
        "\(name), index made", (times["index"] ?? 0).rounded(to: 1) + " s", "–")
      for query in queries {
        for (label, key, order) in [
          ("newest", "newest ", CableArchive.SortOrder.newestFirst),
          ("relevant", "relevant ", .mostRelevant),
        ] {
          guard let theirs = times[key + query.text] else { continue }
          let ours = try ours(query.text, order)
          figures.add(
            "\(name), 50 \(label), \(query.name)",
            "\(theirs.rounded(to: 2)) ms, ours \(ours.rounded(to: 2)) ms, "
              + "\((theirs / ours).rounded(to: 2)) ×",
            name == "tantivy" && order == .newestFirst ? "≥ 5 ×" : "–")
        }
      }
    }
  }

  private static func output(of arguments: [String]) throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: arguments[0])
    process.arguments = Array(arguments.dropFirst())
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return data
  }
}
