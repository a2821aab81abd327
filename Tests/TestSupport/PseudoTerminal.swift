internal import Glibc
public import TerminalUI

/// A terminal that nobody looks at: the test holds the other end of its line.
public final class PseudoTerminal {
  /// A system call that failed.
  public struct Failure: Error, CustomStringConvertible {
    /// The call and what the system said.
    public let description: String

    init(_ call: String) {
      description = "\(call): \(String(cString: strerror(errno)))"
    }
  }

  /// The file that a program opens as its terminal.
  public let path: String
  private var line: Int32
  // Without someone who holds the terminal open, its settings are lost and the line hangs up.
  private let terminal: Int32

  /// Makes a terminal of a size.
  public init(_ size: Size) throws(Failure) {
    var ends: (line: Int32, terminal: Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: 256)
    guard openpty(&ends.line, &ends.terminal, &name, nil, nil) == 0 else {
      throw Failure("openpty")
    }
    line = ends.line
    terminal = ends.terminal
    path = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    resize(size)
  }

  deinit {
    hangUp()
    close(terminal)
  }

  /// Gives the terminal a size; programs hear of it only through a signal.
  public func resize(_ size: Size) {
    var window = winsize(
      ws_row: UInt16(size.rows), ws_col: UInt16(size.columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(line, UInt(TIOCSWINSZ), &window)
  }

  /// Types bytes.
  public func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(line, bytes, bytes.count)
  }

  /// Takes what was written to the terminal so far; control characters are as they were sent.
  public func takeOutput() -> String {
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var ready = pollfd(fd: line, events: Int16(POLLIN), revents: 0)
    while poll(&ready, 1, 0) == 1, ready.revents & Int16(POLLIN) != 0 {
      let count = read(line, &buffer, buffer.count)
      guard count > 0 else { break }
      output += buffer[..<count]
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The settings of the terminal, for comparing.
  public var settings: [UInt32] {
    var modes = termios()
    tcgetattr(terminal, &modes)
    return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
  }

  /// Hangs up, as a closed window or a broken connection does.
  public func hangUp() {
    if line >= 0 { close(line) }
    line = -1
  }
}
