import Glibc
import Synchronization

/// A pipe whose ends other programs do not inherit.
final class OpenPipe: Sendable {
  let reading: Int32
  let writing: Int32
  private let ends: Mutex<Set<Int32>>

  init() throws(ImportProcess.Failure) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw ImportProcess.Failure(number: errno) }
    // Programs are started by this thread alone, so none can come between.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    reading = ends[0]
    writing = ends[1]
    self.ends = Mutex(Set(ends))
  }

  deinit {
    for end in ends.withLock({ $0 }) { close(end) }
  }

  /// Closes the end that is written to.
  func closeWriting() { close(writing) }

  /// Closes the end that is read from.
  func closeReading() { close(reading) }

  /// Leaves the end that is written to open when this value is gone.
  func keepWriting() -> Int32 {
    _ = ends.withLock { $0.remove(writing) }
    return writing
  }

  private func close(_ end: Int32) {
    if ends.withLock({ $0.remove(end) }) != nil { Glibc.close(end) }
  }

  /// Hands on what is written, line by line and without line ends, until nobody writes any more; empty lines are left out.
  func readLines(_ body: ([UInt8]) -> Void) {
    var line: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(reading, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      for byte in buffer[..<count] {
        if byte == 0x0A {
          if !line.isEmpty { body(line) }
          line = []
        } else if line.count < Self.longestLine {
          line.append(byte)
        }
      }
    }
    if !line.isEmpty { body(line) }
  }

  /// Bytes of a line, more than anything that is told takes.
  private static let longestLine = 16 << 20
}
