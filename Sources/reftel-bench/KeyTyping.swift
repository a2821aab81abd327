import Foundation

/// How long a key took.
struct KeyTime {
  /// What was typed.
  let key: String
  /// Milliseconds from the key's first byte in to the last byte of the screen out.
  let screen: Double
  /// Milliseconds to the last byte of all, the count of a result included, which comes when it is known.
  let count: Double
}

/// A program on a terminal of 200×60 whose keys are timed one by one.
final class KeyTyping {
  /// Keys that are timed together; some of the bytes are typed without being timed.
  struct Part {
    private(set) var strokes: [(text: String, isTimed: Bool)] = []
    let name: String
    /// How long an answer may take to begin, in milliseconds, where that is longer than the quiet after it.
    var patience: Int32 = 0

    init(_ name: String, prepared: String? = nil, _ keys: [String] = [], afterwards: String? = nil)
    {
      self.name = name
      if let prepared { prepare(prepared) }
      press(keys)
      if let afterwards { prepare(afterwards) }
    }

    mutating func prepare(_ text: String) { strokes.append((text, false)) }

    mutating func press(_ keys: [String]) { strokes += keys.map { ($0, true) } }
  }

  private let terminal: PseudoTerminal
  private let quiet: Int32

  /// Starts a program and waits until some words are on its screen and nothing more comes.
  init(_ arguments: [String], quiet: Int32, until words: String?) throws {
    self.quiet = quiet
    terminal = try PseudoTerminal(arguments, columns: 200, rows: 60)
    if let words, terminal.readUntil(words) == nil {
      throw PseudoTerminal.Failure(description: "\(arguments[0]) showed no '\(words)'")
    }
    settle()
  }

  /// Where a program is installed.
  static func program(_ name: String) -> String? {
    ["/usr/local/bin/", "/usr/bin/", "/bin/"].map { $0 + name }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Waits until nothing has come for long.
  func settle() { _ = terminal.readUntilQuiet(milliseconds: max(1_000, 2 * quiet)) }

  func end() { terminal.end() }

  /// Types the keys of a part, each once the screen of the one before is whole.
  func times(of part: Part) throws -> [KeyTime] {
    var times: [KeyTime] = []
    for stroke in part.strokes {
      let sent = ContinuousClock.now
      terminal.send(stroke.text)
      let bursts = terminal.burstsUntilQuiet(
        milliseconds: quiet, patience: max(quiet, stroke.isTimed ? part.patience : 0))
      guard stroke.isTimed, let last = bursts.last else { continue }
      let screen = bursts.last { !Self.isCount($0.bytes) } ?? last
      times.append(
        KeyTime(
          key: stroke.text, screen: (screen.time - sent).milliseconds,
          count: (last.time - sent).milliseconds))
    }
    guard !times.isEmpty else {
      throw PseudoTerminal.Failure(description: "no key of '\(part.name)' changed the screen")
    }
    return times
  }

  /// Whether a burst is the count of a result and nothing else: `1–57 of 75,234` in the title of the list.
  private static func isCount(_ bytes: [UInt8]) -> Bool {
    guard bytes.count < 100, let sign = bytes.firstRange(of: Array(" of ".utf8)) else {
      return false
    }
    return bytes[sign.upperBound...].first.map { $0 >= 0x30 && $0 <= 0x39 } ?? false
  }

  /// Milliseconds of the processor that the program takes while nothing is typed.
  func processorMilliseconds(inSeconds seconds: Int) -> Int {
    settle()
    let before = terminal.processorMilliseconds
    _ = terminal.readUntilQuiet(milliseconds: Int32(seconds * 1_000))
    return terminal.processorMilliseconds - before
  }
}
