import ArgumentParser
import CableCorpus
import Foundation

/// Writes generated collections for benchmarks and demonstrations.
struct CorpusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corpus", abstract: "Write a generated collection of cables.")

  @Option(help: "How many cables.")
  var cables = 1_000

  @Option(
    help: "table, text, pages, dump or lines.",
    transform: { name in
      guard let format = CollectionFormat(rawValue: name) else {
        throw ValidationError("There is no format '\(name)'.")
      }
      return format
    })
  var format = CollectionFormat.table

  @Option(help: "The seed; the same seed writes the same bytes.")
  var seed: UInt64 = 1

  @Option(
    help: "The median length of a cable in bytes; by default that of the format's real collections."
  )
  var medianBytes: Int?

  @Option(
    help: "The file to write, for table and lines, - for standard output, or the folder.",
    completion: .file())
  var out: String

  func validate() throws {
    guard cables > 0 else { throw ValidationError("A collection has at least one cable.") }
    guard medianBytes.map({ $0 >= 1_000 }) ?? true else {
      throw ValidationError("The median length must be at least 1000 bytes.")
    }
  }

  func run() throws {
    var options = CorpusOptions()
    // The collection of 251,287 rows has shorter cables than the published samples.
    options.medianBytes = medianBytes ?? (format == .table ? 6_100 : options.medianBytes)
    let start = ContinuousClock.now
    let corpus = CableCorpus(seed: seed, count: cables, options: options)
    var files = CorpusFiles(root: out, isOneFile: format == .table || format == .lines)
    try CorpusWriter(corpus, format: format).write(to: &files)
    try files.close()
    let seconds = (ContinuousClock.now - start).milliseconds / 1_000
    let megabytes = Double(files.byteCount) / 1_000_000
    let report =
      "\(cables) cables, \(megabytes.rounded(to: 1)) MB in \(seconds.rounded(to: 1)) s, "
      + "\((megabytes / seconds).rounded(to: 0)) MB/s\n"
    FileHandle.standardError.write(Data(report.utf8))
  }
}
