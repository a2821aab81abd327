import CableArchive
import TerminalUI

/// A reader who presses anything, for looking after traps and broken frames; the same for the same seed.
package struct RandomReader {
  /// What was done last, for reports.
  package private(set) var step = ""
  private var state: UInt64

  package init(seed: UInt64) {
    state = seed
  }

  private static let keys = [
    "j", "k", "<Space>", "<C-b>", "<C-d>", "<C-u>", "g", "G", "<Enter>", "<Enter>", "<Tab>",
    "<Tab>", "<S-Tab>", "[", "]", "/", "libya", "tag:KNNP", "\\v(i|a)+", "\"", "(", "<Esc>",
    "<Esc>", "n", "N", "r", "w", "f", "?", "q", "h", "l", "l", "o", "O", "+", "-", "J", "K", "5",
    "3", "<BS>", "<C-w>", "<C-c>", "<Up>", "<Down>", "é", "漢", "<F5>", "<A-x>", "<C-l>", "F",
    "H", "x", "\\", "S", "gr", "03ROME4580", "gh", "R", "a", "p", "*", "m", "'", "V", "yp", "ya",
    "yl", "yi", "yc", "v", "E", "|", "b", "t", "wmd -old", "e", "U", ".", "g.", "gs", "gS", "gb",
    "D",
    ":note a line", "label:w", "is:unread", "<C-p>", "<C-r>", "g/",
    ":set columns date id post tags",
    ":find iran", ":import a<Enter>", ":stop<Enter>", ":archive<Enter>", ":reload<Enter>",
    ":messages", "<Home>", "<End>", "<PgDn>", "<PgUp>", "%", "<Del>", "<C-a>",
  ]

  private static let pastes = [
    "libya", "a\u{1B}[2Jb\nc", "漢字かな", "e\u{301}\u{202E}x", "\u{0}\u{7F}", "🇩🇪👩‍👩‍👧",
  ]

  /// Does one thing: mostly a key, else the mouse, a paste or another size, 1×1 to 500×200.
  package mutating func act(on browser: HeadlessBrowser) throws {
    switch next(40) {
    case 0:
      // Mostly screens that are worked on.
      let isSmall = next(3) == 0
      let size = Size(
        columns: 1 + next(isSmall ? 60 : next(8) == 0 ? 500 : 160),
        rows: 1 + next(isSmall ? 12 : next(8) == 0 ? 200 : 50))
      step = "resize to \(size.columns)×\(size.rows)"
      browser.resize(to: size)
    case 1...4:
      let kinds: [MouseEvent.Kind] = [.press, .release, .drag, .wheelUp, .wheelDown]
      let mouse = MouseEvent(
        kind: kinds[next(kinds.count)], button: .left,
        position: Point(column: next(180), row: next(60)))
      step = "\(mouse)"
      browser.send(mouse)
    case 5:
      let text = Self.pastes[next(Self.pastes.count)]
      step = "paste \(text.debugDescription)"
      browser.paste(text)
    case 6:
      browser.pretendsImports = true
      let news = next(5) == 0 ? nil : importNews()
      step = "\(news.map { "\($0)" } ?? "the end of the import")"
      browser.pretend(news)
    default:
      let keys = Self.keys[next(Self.keys.count)]
      step = keys
      browser.send(try Key.parse(keys))
    }
  }

  /// Something that an import may tell.
  private mutating func importNews() -> ImportNews {
    switch next(4) {
    case 0: return .begun
    case 1: return .refused("漢字.txt is empty.\u{1B}[2J")
    case 2:
      var report = ImportReport()
      report.ending = next(2) == 0 ? .stopped : .complete
      report.cablesInArchive = next(1_000_000)
      return .ended(report)
    default:
      let phases: [ImportProgress.Phase] = [
        .upgrading, .reading, .resolving, .counting, .merging,
      ]
      return .progress(
        ImportProgress(
          phase: phases[next(phases.count)], cables: next(10_000_000),
          share: next(3) == 0 ? nil : Double(next(1_000)) / 999, secondsLeft: next(100_000)))
    }
  }

  /// A number below another one (SplitMix64).
  private mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ (value >> 31)) % UInt64(max(1, bound)))
  }
}
