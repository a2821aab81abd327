import ArgumentParser
import CableArchive
import CableCorpus
import CableSources
import Foundation
import Glibc

/// Figures of an archive on the disk, beside those of SQLite used plainly on the same cables.
struct ArchiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract: "Measure import, size, start and searches of an archive, with their baselines.")

  @Option(help: "How many generated cables.")
  var cables = 2_000

  @Option(help: "A table of cables to import instead of generating one.", completion: .file())
  var table: String?

  @Option(
    help: "Where the archive is kept; one that is there is measured as it is.", completion: .file())
  var archive: String?

  @Flag(
    help: "Generate into the import, without a table on the disk; its rate is then not measured.")
  var stream = false

  @Option(help: "The Python whose tantivy and Xapian are measured, too.", completion: .file())
  var python = "python3"

  @Option(help: "How often each query is asked.")
  var rounds = 7

  @Flag(inversion: .prefixedNo, help: "Whether the baselines that write are measured, too.")
  var baselines = true

  func run() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "reftel-bench-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = archive ?? folder.appending(path: "bench.reftel").path

    var figures = Figures("figure", "measured", "goal")
    var outcome: ImportOnceCommand.Outcome?
    var unmerged: Figures?
    if !FileManager.default.fileExists(atPath: path) {
      let table = try stream ? nil : self.table ?? generate(in: folder)
      var first = try importOnce(table, to: path, ["--no-merge"])
      var kinds = Self.kinds("not merged, ")
      try searches(path).measurePages(&kinds, &figures, name: "not merged: ", goal: "p95 ≤ 16 ms")
      unmerged = kinds
      // All is there, so what the second import does is to merge.
      first.merging = try importOnce(nil, to: path, isMergeOnly: true).merging
      add(first, table.map { size(of: $0) } ?? 0, to: &figures)
      outcome = stream ? nil : first
    }
    let opened = try Archive.open(path: path, isReadOnly: true)
    let totals = try opened.totals
    figures.add("cables", "\(totals.cables)", "–")
    figures.add(
      "file against the texts in it",
      (size(of: path) / Double(max(1, totals.originalBytes))).rounded(to: 2) + " ×", "≤ 1.3 ×")
    let searches = try searches(path)
    var kinds = Self.kinds("")
    try searches.measurePages(&kinds, &figures)
    try searches.measureWhole(&figures)
    // Last of what needs the file in memory, which it is put out of here.
    try addStart(path, to: &figures)
    if baselines {
      let insertion = try Insertion(of: opened, in: folder)
      insertion.add(to: &figures, importSeconds: outcome?.reading)
      try searches.measureRelevance(against: insertion.naive, &figures)
      try Peers(archive: opened, words: searches.words, python: python, rounds: rounds)
        .measure(in: folder, &figures)
    }
    figures.add("load of the machine", KeysCommand.load, "–")
    print(([figures, kinds] + (unmerged.map { [$0] } ?? [])).map(\.text).joined(separator: "\n\n"))
  }

  private static func kinds(_ state: String) -> Figures {
    Figures(
      state + "key to first page of 50, ms", "p50", "p95", "max", "C SQLite p50", "ratio")
  }

  private func searches(_ path: String) throws -> ArchiveSearches {
    let plain = try PlainSQLite(path: path, isReadOnly: true)
    return ArchiveSearches(
      archive: try Archive.open(path: path, isReadOnly: true), plain: plain,
      words: try BenchWords(of: plain), rounds: rounds)
  }

  private func generate(in folder: URL) throws -> String {
    let path = folder.appending(path: "cables.csv").path
    var options = CorpusOptions()
    options.medianBytes = 6_100
    var files = CorpusFiles(root: path, isOneFile: true)
    try CorpusWriter(CableCorpus(seed: 1, count: cables, options: options), format: .table)
      .write(to: &files)
    try files.close()
    return path
  }

  private func size(of path: String) -> Double {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.size] as? NSNumber)?.doubleValue ?? 0
  }

  /// Imports a table, or generated cables through a pipe where there is none.
  private func importOnce(
    _ table: String?, to path: String, _ options: [String] = [], isMergeOnly: Bool = false
  ) throws -> ImportOnceCommand.Outcome {
    let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    let process = Process()
    process.executableURL = program
    process.arguments = ["import", table ?? "-", path] + options
    let pipe = Pipe()
    process.standardOutput = pipe
    let generator = Process()
    if isMergeOnly {
      process.standardInput = FileHandle.nullDevice
    } else if table == nil {
      generator.executableURL = program
      generator.arguments = ["corpus", "--cables", "\(cables)", "--format", "table", "--out", "-"]
      let texts = Pipe()
      generator.standardOutput = texts
      process.standardInput = texts
      try generator.run()
    }
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try JSONDecoder().decode(ImportOnceCommand.Outcome.self, from: data)
  }

  private func add(
    _ outcome: ImportOnceCommand.Outcome, _ text: Double, to figures: inout Figures
  ) {
    if text > 0 {
      func rate(_ seconds: Double) -> String { (text / 1e6 / seconds).rounded(to: 1) + " MB/s" }
      figures.add("text imported", (text / 1e6).rounded(to: 0) + " MB", "–")
      figures.add("import, until it can be searched", rate(outcome.reading), "≥ 20 MB/s")
      figures.add("import, counted and merged", rate(outcome.seconds), "–")
    }
    for (name, seconds) in [
      ("reading", outcome.reading), ("resolving", outcome.resolving),
      ("counting", outcome.counting), ("merging", outcome.merging),
      ("processor time of all of it", outcome.processorSeconds),
    ] {
      figures.add("seconds of \(name)", seconds.rounded(to: 1), "–")
    }
    figures.add(
      "peak memory of the import", "\(outcome.peakKilobytes / 1_000) MB", "≤ 300 MB")
  }

  /// Opens the archive and fetches the first list, with the file in memory and without.
  private func addStart(_ path: String, to figures: inout Figures) throws {
    func start() throws -> Double {
      let begin = ContinuousClock.now
      let archive = try Archive.open(path: path, isReadOnly: true)
      let page = try archive.page(.all, limit: 50)
      precondition(!page.rows.isEmpty)
      return (ContinuousClock.now - begin).milliseconds
    }
    let descriptor = Glibc.open(path, O_RDONLY)
    fsync(descriptor)
    posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED)
    close(descriptor)
    figures.add("opened, first list, cold", try start().rounded(to: 1) + " ms", "≤ 50 ms")
    let warm = try (0..<9).map { _ in try start() }
    figures.add(
      "opened, first list, warm", warm.percentile(0.5).rounded(to: 1) + " ms", "≤ 5 ms")
  }
}
