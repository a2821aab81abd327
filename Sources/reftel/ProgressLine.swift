import CableSources
import Glibc

/// A line on standard error that says how far long work is; silent where that is no terminal.
struct ProgressLine {
  private let isShown = isatty(STDERR_FILENO) == 1
  private let total: Int
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant?

  /// Creates a line for work on so many bytes.
  init(totalBytes: Int) {
    total = totalBytes
  }

  /// Shows how far the work is, at most ten times a second and not in its first half second.
  mutating func show(cables: Int, bytes: Int) {
    guard isShown else { return }
    let now = ContinuousClock.now
    guard now - start > .milliseconds(500), last.map({ now - $0 > .milliseconds(100) }) ?? true
    else { return }
    last = now
    let seconds = Double((now - start).components.seconds) + 0.001
    let rate = Int(Double(bytes) / 1e6 / max(1, seconds))
    let share = total > 0 ? " · \(min(100, bytes * 100 / total))%" : ""
    write("\r\u{1B}[K\(cables) cables · \(bytes / 1_000_000) MB\(share) · \(rate) MB/s")
  }

  /// Takes the line away.
  mutating func clear() {
    if last != nil { write("\r\u{1B}[K") }
    last = nil
  }

  private func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
  }
}
