import CableSources
import Glibc

/// A line on standard error that says how far long work is.
///
/// On a terminal the line is drawn over; elsewhere it is silent, or a line now and then where it is to be logged.
struct ProgressLine {
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let isLogged: Bool
  private let total: Int
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant?
  private var lastSaid: String?

  /// Creates a line for work on so many bytes.
  ///
  /// - Parameters:
  ///   - totalBytes: What there is to do; 0 where that is not known.
  ///   - isLogged: Whether there are lines where standard error is no terminal, too.
  init(totalBytes: Int, isLogged: Bool = false) {
    total = totalBytes
    self.isLogged = isLogged
  }

  /// Shows how far the work is, at most ten times a second and not in its first half second.
  ///
  /// - Parameters:
  ///   - cables: Cables done.
  ///   - bytes: Bytes done.
  ///   - bytesPassed: Bytes there was no need to do.
  mutating func show(cables: Int, bytes: Int, bytesPassed: Int = 0) {
    guard isTerminal || isLogged else { return }
    let now = ContinuousClock.now
    let pause: Duration = isTerminal ? .milliseconds(100) : .seconds(5)
    let firstPause: Duration = isTerminal ? .milliseconds(500) : .seconds(5)
    guard now - start > firstPause, last.map({ now - $0 > pause }) ?? true else { return }
    last = now
    let elapsed = (now - start) / .seconds(1)
    let done = bytes + bytesPassed
    let share = total > 0 ? min(1, Double(done) / Double(total)) : nil
    let rate = Double(bytes) / elapsed
    var parts = ["\(cables) cables", "\(bytes / 1_000_000) MB", "\(Int(rate / 1e6)) MB/s"]
    if let share, share > 0, rate > 0 {
      parts.append("\(Int(share * 100))%")
      parts.append(Self.remaining(Double(max(0, total - done)) / rate))
    }
    let bar = isTerminal ? share.map { Self.bar($0) + " " } ?? "" : ""
    draw(bar + parts.joined(separator: " · "))
  }

  /// Shows a sentence in place of figures.
  mutating func say(_ sentence: String) {
    guard isTerminal || isLogged, sentence != lastSaid else { return }
    lastSaid = sentence
    last = .now
    draw(sentence)
  }

  /// Takes the line away.
  mutating func clear() {
    if isTerminal, last != nil { write("\r\u{1B}[K") }
    last = nil
  }

  private static func bar(_ share: Double) -> String {
    let width = 20
    let filled = Int(share * Double(width))
    return "[" + String(repeating: "#", count: filled)
      + String(repeating: ".", count: width - filled) + "]"
  }

  private static func remaining(_ seconds: Double) -> String {
    let seconds = Int(min(seconds, 359_999).rounded(.up))
    let minutes = seconds / 60
    let rest = seconds % 60
    return minutes > 0 ? "\(minutes) min \(rest) s left" : "\(rest) s left"
  }

  private func draw(_ text: String) {
    write(isTerminal ? "\r\u{1B}[K\(text)" : "\(text)\n")
  }

  private func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
  }
}
