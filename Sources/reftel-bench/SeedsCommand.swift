import ArgumentParser
import CableArchive
import CableBrowser
import CableCorpus
import CableSources
import Cables
import Foundation
import TerminalUI

/// Figures of the parser and the browser on the seed cables.
struct SeedsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seeds", abstract: "Measure parser, redraw, start and search on the seed cables.")

  @Option(help: "The folder with the seeds.")
  var seeds = "seeds"

  @Option(help: "The reftel to measure; the one beside this program by default.")
  var reftel: String?

  func run() throws {
    let program = reftel ?? Self.programBeside
    var figures = Figures("figure", "measured", "goal")
    let speed = try parseSpeed()
    figures.add("parse, one core", "\(speed.rounded(to: 0)) MB/s", "≥ 100 MB/s")
    figures.add("screen of 200×60 composed", "\(try redraws().rounded(to: 0)) frames/s", "–")
    let painted = try paintTimes(program)
    figures.add(
      "full redraw at 200×60, key to last byte",
      "\((1_000 / painted.percentile(0.5)).rounded(to: 0)) frames/s, "
        + "\(painted.percentile(0.5).rounded(to: 2)) ms median", "–")
    let starts = try startTimes(program)
    figures.add(
      "process start to first screen",
      "\(starts.percentile(0.5).rounded(to: 1)) ms median, \(starts.percentile(0.95).rounded(to: 1)) ms p95",
      "≤ 60 ms")
    let keys = try keyTimes(program)
    figures.add(
      "key to new screen while searching",
      "\(keys.percentile(0.5).rounded(to: 2)) ms median, \(keys.percentile(0.95).rounded(to: 2)) ms p95",
      "≤ 5 ms")
    let folder = try folderTimes(program)
    figures.add(
      "folder of 1,300 files, \(folder.megabytes.rounded(to: 0)) MB, first rows",
      "\(folder.first.percentile(0.5).rounded(to: 0)) ms median, "
        + "\(folder.first.percentile(0.95).rounded(to: 0)) ms p95", "≤ 100 ms")
    figures.add(
      "folder of 1,300 files, all of them",
      "\(folder.whole.percentile(0.5).rounded(to: 0)) ms median, "
        + "\(folder.whole.percentile(0.95).rounded(to: 0)) ms p95", "≤ 1,000 ms")
    figures.add("load of the machine", KeysCommand.load, "–")
    print(figures.text)
  }

  static var programBeside: String {
    URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "reftel")
      .path
  }

  /// Megabytes a second of the parser alone over the seeds, repeated to 100 MB.
  private func parseSpeed() throws -> Double {
    var texts: [[UInt8]] = []
    CableSource(paths: [seeds]).read { item in
      if case .record(let record) = item { texts.append(record.bytes) }
      return true
    }
    guard !texts.isEmpty else { throw ValidationError("There are no cables in \(seeds).") }
    let parser = CableParser()
    var bytes = 0
    var paragraphs = 0
    let start = ContinuousClock.now
    while bytes < 100_000_000 {
      for text in texts {
        bytes += text.count
        paragraphs += parser.parse(text).paragraphs.count
      }
    }
    let seconds = (ContinuousClock.now - start).milliseconds / 1_000
    precondition(paragraphs > 0)
    return Double(bytes) / 1e6 / seconds
  }

  /// Full redraws a second at 200×60, of a screen with a query and its hits.
  private func redraws() throws -> Double {
    let browser = try HeadlessBrowser(.files([seeds]), size: Size(columns: 200, rows: 60))
    browser.send(try Key.parse("/italy<Enter>"))
    let count = 2_000
    var cells = 0
    let start = ContinuousClock.now
    for _ in 0..<count { cells += browser.screen.size.columns }
    let seconds = (ContinuousClock.now - start).milliseconds / 1_000
    precondition(cells == count * 200)
    return Double(count) / seconds
  }

  /// Milliseconds from Ctrl-L in to the last byte of the whole screen out.
  private func paintTimes(_ program: String) throws -> [Double] {
    let terminal = try PseudoTerminal([program, seeds, "--no-config"], columns: 200, rows: 60)
    guard terminal.readUntil("cables 5") != nil else {
      throw PseudoTerminal.Failure(description: "\(program) showed no screen")
    }
    _ = terminal.readUntilQuiet(milliseconds: 100)
    var times: [Double] = []
    for _ in 0..<50 {
      let sent = ContinuousClock.now
      terminal.send("\u{0C}")
      if let last = terminal.readUntilQuiet(milliseconds: 30).last {
        times.append((last - sent).milliseconds)
      }
    }
    return times
  }

  private func startTimes(_ program: String) throws -> [Double] {
    var times: [Double] = []
    for _ in 0..<40 {
      let terminal = try PseudoTerminal([program, seeds, "--no-config"], columns: 80, rows: 24)
      guard let shown = terminal.readUntil("cables 5") else {
        throw PseudoTerminal.Failure(description: "\(program) showed no screen")
      }
      times.append((shown - terminal.start).milliseconds)
      terminal.end()
    }
    return times
  }

  /// Milliseconds from a key's byte in to the last byte of the screen out, while typing searches.
  private func keyTimes(_ program: String) throws -> [Double] {
    let terminal = try PseudoTerminal([program, seeds, "--no-config"], columns: 200, rows: 60)
    guard terminal.readUntil("cables 5") != nil else {
      throw PseudoTerminal.Failure(description: "\(program) showed no screen")
    }
    var times: [Double] = []
    _ = terminal.readUntilQuiet(milliseconds: 100)
    for word in ["libya", "iran", "italy", "\"plan of action\"", "tag:KNNP", "migra"] {
      terminal.send("/")
      _ = terminal.readUntilQuiet(milliseconds: 50)
      for character in word {
        let sent = ContinuousClock.now
        terminal.send(String(character))
        let (_, last) = terminal.readUntilQuiet(milliseconds: 50)
        if let last { times.append((last - sent).milliseconds) }
      }
      terminal.send("\u{1B}")
      _ = terminal.readUntilQuiet(milliseconds: 100)
    }
    return times
  }

  /// Milliseconds from the start of the process to the first rows and to all cables of a folder of generated files.
  private func folderTimes(
    _ program: String
  ) throws -> (megabytes: Double, first: [Double], whole: [Double]) {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "reftel-bench-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: folder) }
    var files = CorpusFiles(root: folder.path, isOneFile: false)
    try CorpusWriter(
      CableCorpus(seed: 1, count: 1_300, options: CorpusOptions()), format: .text
    ).write(to: &files)
    var first: [Double] = []
    var whole: [Double] = []
    for _ in 0..<11 {
      let terminal = try PseudoTerminal(
        [program, folder.path, "--no-config"], columns: 200, rows: 60)
      // The cursor is on a row of the list: keys do something.
      guard let usable = terminal.readUntil(">"), let all = terminal.readUntil("cables 1,300")
      else {
        throw PseudoTerminal.Failure(description: "\(program) did not show all of 1,300 files")
      }
      first.append((usable - terminal.start).milliseconds)
      whole.append((all - terminal.start).milliseconds)
      terminal.end()
    }
    return (Double(files.byteCount) / 1e6, first, whole)
  }
}
