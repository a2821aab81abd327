import ArgumentParser
import CableArchive
import Foundation
import Glibc

/// Times of keys on a large archive through a pseudo-terminal, beside those of less and tig on comparable steps.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract:
      "Measure keys on an archive at 200×60, bytes in to last byte out, beside less and tig.")

  @Argument(help: "The archive.", completion: .file())
  var archive: String

  @Option(help: "The reftel to measure; the one beside this program by default.")
  var reftel: String?

  @Option(help: "A large text file for less; without one less is not measured.")
  var text: String?

  @Option(help: "Commits of the repository that is made for tig.")
  var commits = 50_000

  @Option(help: "How long nothing must come until a screen counts as whole, in milliseconds.")
  var quiet: Int32 = 150

  @Option(help: "Seconds of idleness in which the processor's time is taken.")
  var idle = 10

  @Flag(help: "Only the keys of reftel.")
  var alone = false

  @Flag(help: "Print every time, in the order of the keys.")
  var verbose = false

  func run() throws {
    var figures = Figures("keys at 200×60, ms", "keys", "p50", "p95", "max", "with counts p95")
    var all: [KeyTime] = []
    let program = reftel ?? SeedsCommand.programBeside
    let browser = try KeyTyping(
      [program, archive, "--no-config", "--no-session"], quiet: quiet, until: "archive ")
    for part in try browserParts() {
      let times = try browser.times(of: part)
      report("reftel: " + part.name, times, to: &figures)
      all += times
    }
    report("reftel: all keys", all, to: &figures, isTotal: true)
    let idleTime = browser.processorMilliseconds(inSeconds: idle)
    browser.end()
    if !alone {
      try measureLess(&figures)
      try measureTig(&figures)
    }
    print(figures.text)
    print()
    print("idle: \(idleTime) ms of processor time in \(idle) s")
    print("load of the machine at the end: \(Self.load)")
  }

  /// The load of the machine in the last minute, for the reader of the figures.
  static var load: String {
    let text = try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8)
    return text.map { String($0.prefix { $0 != " " }) } ?? "unknown"
  }

  private func report(
    _ name: String, _ times: [KeyTime], to figures: inout Figures, isTotal: Bool = false
  ) {
    let screens = times.map(\.screen)
    figures.add(
      name, "\(times.count)", screens.percentile(0.5).rounded(to: 2),
      screens.percentile(0.95).rounded(to: 2), (screens.max() ?? .nan).rounded(to: 1),
      times.map(\.count).percentile(0.95).rounded(to: 2))
    guard verbose, !isTotal else { return }
    print(
      name + ": "
        + times.map { "\($0.key.debugDescription) \($0.screen.rounded(to: 1))" }
        .joined(separator: ", "))
  }

  /// What a reader does: moves, reads, follows, searches, finds.
  private func browserParts() throws -> [KeyTyping.Part] {
    let words = try BenchWords(of: try PlainSQLite(path: archive, isReadOnly: true))
    var searches = KeyTyping.Part("search, every key")
    let typed =
      words.rare.prefix(2) + words.onePercent.prefix(2) + words.common.prefix(3)
      + words.mostCommon.prefix(3)
      + [
        "\(words.mostCommon[0]) \(words.common[1])", "\(words.common[0]) -\(words.onePercent[2])",
        "\"\(words.pairs[0].0) \(words.pairs[0].1)\"", "tag:PREL \(words.onePercent[1])",
        "class:secret", "from:ROME", "zzqxj",
      ]
    for text in typed {
      searches.prepare("/")
      searches.press(text.map(String.init))
      searches.prepare("\u{1B}")
    }
    return [
      KeyTyping.Part("list, a row", [String](repeating: "j", count: 60)),
      KeyTyping.Part("list, a page", [String](repeating: " ", count: 60)),
      KeyTyping.Part(
        "list, either end", (0..<20).map { $0 % 2 == 0 ? "G" : "\u{1B}[H" }),
      KeyTyping.Part(
        "next cable, its pages",
        ["\r"] + (0..<40).flatMap { _ in ["J", " ", " ", "j", "k"] }),
      KeyTyping.Part(
        "references", (0..<30).flatMap { _ in ["J", "\t", "\r", "["] }),
      KeyTyping.Part(
        "find in the cable, every key", prepared: "/", words.mostCommon[0].map(String.init),
        afterwards: "\r"),
      KeyTyping.Part("next hit", [String](repeating: "n", count: 40), afterwards: "q"),
      searches,
      KeyTyping.Part(
        "pages of a search", prepared: "/\(words.common[0])\r",
        [String](repeating: " ", count: 40) + ["G", "\u{1B}[H"]),
    ]
  }

  private func measureLess(_ figures: inout Figures) throws {
    guard let text else {
      figures.add("less", "no --text", "–", "–", "–", "–")
      return
    }
    guard let less = KeyTyping.program("less") else {
      figures.add("less", "not installed", "–", "–", "–", "–")
      return
    }
    let typing = try KeyTyping([less, "-n", text], quiet: quiet, until: nil)
    let words = try BenchWords(of: try PlainSQLite(path: archive, isReadOnly: true))
    for part in [
      KeyTyping.Part("a row", [String](repeating: "j", count: 60)),
      KeyTyping.Part("a page", [String](repeating: " ", count: 60)),
      searches(words.mostCommon + words.common + words.onePercent, name: "search, a word"),
    ] {
      report("less: " + part.name, try typing.times(of: part), to: &figures)
    }
    typing.end()
  }

  private func measureTig(_ figures: inout Figures) throws {
    guard let tig = KeyTyping.program("tig"), let git = KeyTyping.program("git") else {
      figures.add("tig", "not installed", "–", "–", "–", "–")
      return
    }
    let repository = try CommitHistory(commits: commits, git: git)
    defer { repository.remove() }
    let typing = try KeyTyping(
      [tig, "-C", repository.path], quiet: quiet, until: "made commit")
    // All commits are read before the first key counts.
    typing.settle()
    for part in [
      KeyTyping.Part("a row", [String](repeating: "j", count: 60)),
      KeyTyping.Part("a page", [String](repeating: " ", count: 60)),
      KeyTyping.Part("opened commit", (0..<20).flatMap { _ in ["\r", "q", "j"] }),
      searches(CommitHistory.words, name: "search, a word"),
    ] {
      report("tig: " + part.name, try typing.times(of: part), to: &figures)
    }
    typing.end()
  }

  private func searches(_ words: [String], name: String) -> KeyTyping.Part {
    var part = KeyTyping.Part(name)
    part.patience = 5_000
    for word in words {
      part.prepare("/" + word)
      part.press(["\r"])
    }
    return part
  }
}
