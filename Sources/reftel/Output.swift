import Glibc
import Synchronization
import TerminalUI

/// A stream of results; what goes to a terminal is sanitised, because cable text is untrusted.
final class Output {
  private let descriptor: Int32
  private let isTerminal: Bool
  private var buffer: [UInt8] = []
  /// The number of the error that stopped the stream; what is written after it is lost.
  private(set) var failure: Int32?

  /// Creates an output on a descriptor, standard output by default.
  init(descriptor: Int32 = STDOUT_FILENO) {
    self.descriptor = descriptor
    isTerminal = isatty(descriptor) == 1
  }

  deinit { flush() }

  /// Writes a line; on a terminal control characters become visible marks.
  func line(_ text: String = "") {
    buffer.append(contentsOf: (isTerminal ? Sanitizer.visible(text) : text).utf8)
    buffer.append(0x0A)
    if buffer.count >= 1 << 16 { flush() }
  }

  /// Writes bytes exactly as they are; on a terminal control characters become visible marks.
  func exact(_ bytes: [UInt8]) {
    if isTerminal {
      let text = String(decoding: bytes.last == 0x0A ? bytes.dropLast() : bytes[...], as: UTF8.self)
      for part in text.replacing("\r\n", with: "\n").split(
        separator: "\n", omittingEmptySubsequences: false)
      {
        line(String(part))
      }
    } else {
      buffer.append(contentsOf: bytes)
      if buffer.count >= 1 << 16 { flush() }
    }
  }

  private static let lost = Atomic<Int32>(0)

  /// The number of the error that kept results from standard output; nil where all of them were written.
  static var lostResults: Int32? {
    let number = lost.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }

  /// Hands what is buffered to the system.
  func flush() {
    buffer.withUnsafeBytes { bytes in
      var start = 0
      while start < bytes.count {
        let count = write(descriptor, bytes.baseAddress?.advanced(by: start), bytes.count - start)
        if count < 0 && errno == EINTR { continue }
        if count <= 0 {
          failure = failure ?? errno
          if descriptor == STDOUT_FILENO { Self.lost.store(errno, ordering: .relaxed) }
          break
        }
        start += count
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Writes a sentence to standard error.
  static func complain(_ sentence: String) {
    let errors = Output(descriptor: STDERR_FILENO)
    for line in sentence.split(separator: "\n") { errors.line(String(line)) }
  }
}
