import ArgumentParser
import CableCorpus
import CableSources
import Cables
import Foundation

/// Figures of the parser and the readers of collections on generated cables.
struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats",
    abstract: "Measure parsing, reading and memory on generated collections.")

  @Option(help: "Megabytes of generated text.")
  var megabytes = 300

  @Option(help: "Megabytes of the table that the memory of a long read is measured on.")
  var longRead = 2_000

  func run() throws {
    var figures = Figures("figure", "measured", "goal")
    let texts = generatedTexts()
    let bytes = texts.reduce(0) { $0 + $1.count }
    let parsing = parseRate(texts, bytes)
    figures.add(
      "parse, one core, \(bytes / 1_000_000) MB generated", "\(parsing.rounded(to: 0)) MB/s",
      "≥ 100 MB/s")
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "reftel-bench-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)

    let table = folder.appending(path: "cables.csv").path
    let size = try writeTable(to: table, megabytes: megabytes)
    let scanning = rate(of: size) { CableSource(paths: [table]).read { _ in true } }
    figures.add("table scanned, one core", "\(scanning.rounded(to: 0)) MB/s", "–")
    let reading = rate(of: size) { readAndParse(table) }
    figures.add("table read and parsed, all cores", "\(reading.rounded(to: 0)) MB/s", "≥ 80 MB/s")

    try measureMemory(&figures, folder)
    print(figures.text)
  }

  private func generatedTexts() -> [[UInt8]] {
    let corpus = CableCorpus(seed: 1, count: 100_000)
    var texts: [[UInt8]] = []
    var bytes = 0
    var index = 0
    // Distinct cables as far as memory is worth it; the parser keeps nothing between them.
    while bytes < megabytes * 1_000_000 {
      let text = corpus.write(
        corpus.cable(at: index % corpus.count), style: .fullTransmission, damages: [])
      bytes += text.count
      texts.append(text)
      index += 1
    }
    return texts
  }

  private func parseRate(_ texts: [[UInt8]], _ bytes: Int) -> Double {
    let parser = CableParser()
    var paragraphs = 0
    let rate = rate(of: bytes) {
      for text in texts { paragraphs += parser.parse(text).paragraphs.count }
    }
    precondition(paragraphs > texts.count)
    return rate
  }

  private func readAndParse(_ path: String) {
    var count = 0
    CablePipeline(source: CableSource(paths: [path])).read { item in
      if case .cable = item { count += 1 }
      return true
    }
    precondition(count > 0)
  }

  /// Megabytes a second of some work on so many bytes.
  private func rate(of bytes: Int, _ work: () -> Void) -> Double {
    let start = ContinuousClock.now
    work()
    return Double(bytes) / 1e3 / (ContinuousClock.now - start).milliseconds
  }

  private func writeTable(to path: String, megabytes: Int) throws -> Int {
    var options = CorpusOptions()
    options.medianBytes = 5_700
    // A row of this collection has some 7,400 bytes on average.
    let corpus = CableCorpus(seed: 2, count: max(100, megabytes * 135), options: options)
    var files = CorpusFiles(root: path, isOneFile: true)
    try CorpusWriter(corpus, format: .table).write(to: &files)
    try files.close()
    return files.byteCount
  }

  /// Reads a short and a long table in a process each, and compares what they needed.
  private func measureMemory(_ figures: inout Figures, _ folder: URL) throws {
    var peaks: [String] = []
    for megabytes in [10, longRead] {
      let path = folder.appending(path: "long.csv").path
      _ = try writeTable(to: path, megabytes: megabytes)
      let process = Process()
      process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
      process.arguments = ["read", path]
      let pipe = Pipe()
      process.standardOutput = pipe
      try process.run()
      let data = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      let kilobytes = Int(String(decoding: data, as: UTF8.self).filter(\.isNumber)) ?? 0
      peaks.append("\(kilobytes / 1_000) MB for \(megabytes) MB")
    }
    figures.add("peak memory, read and parsed", peaks.joined(separator: ", "), "flat")
  }
}

/// Reads and parses a path and prints the peak of resident memory in kilobytes; for the figure of memory.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Read and parse a path; print the peak of memory in kilobytes.")

  @Argument(help: "The path.")
  var path: String

  func run() throws {
    var count = 0
    CablePipeline(source: CableSource(paths: [path])).read { item in
      if case .cable = item { count += 1 }
      return true
    }
    // Not getrusage: its peak includes that of the process this one was started from.
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    print(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? "")
    if count == 0 { throw ExitCode.failure }
  }
}
