import ArgumentParser
import CableArchive
import Foundation
import Glibc

/// What one query of an archive costs, asked over and over.
struct AskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Ask an archive one query over and over, and print what the first page costs.")

  @Argument(help: "The archive.", completion: .file())
  var archive: String

  @Argument(help: "The query.")
  var query: String

  @Flag(help: "Ask as for a query that is being typed.")
  var typed = false

  @Flag(help: "Ask for the most relevant rows.")
  var relevance = false

  @Flag(
    name: .customLong("row-ids"),
    help: "Ask for row ids alone, without what a list shows of them.")
  var rowIDs = false

  @Option(help: "How often it is asked.")
  var rounds = 1_000

  @Option(help: "Rows of a page.")
  var limit = 50

  func validate() throws {
    if rounds < 1 { throw ValidationError("A query is asked once at least.") }
  }

  func run() throws {
    let archive = try Archive.open(path: archive, isReadOnly: true)
    let query = try Query.parse(query, isTyping: typed).get()
    let order: CableArchive.SortOrder = relevance ? .mostRelevant : .newestFirst
    var rows = 0
    var times: [Double] = []
    let before = Self.milliseconds(of: CLOCK_PROCESS_CPUTIME_ID)
    for _ in 0..<rounds {
      let start = ContinuousClock.now
      rows =
        try rowIDs
        ? archive.rowIDs(query, order: order, limit: limit).count
        : archive.page(query, order: order, limit: limit).rows.count
      times.append((ContinuousClock.now - start).milliseconds)
    }
    let spent = (Self.milliseconds(of: CLOCK_PROCESS_CPUTIME_ID) - before) / Double(rounds)
    print(
      "\(rows) rows, first \(times[0].rounded(to: 3)) ms, median "
        + "\(times.percentile(0.5).rounded(to: 3)) ms, p95 \(times.percentile(0.95).rounded(to: 3)) ms, "
        + "processor \(spent.rounded(to: 4)) ms")
  }

  /// What a clock of the system says.
  static func milliseconds(of clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }
}
