import Foundation
import Glibc

/// A program running on a terminal of our own, for figures from the outside: bytes in, bytes out.
final class PseudoTerminal {
  /// Why a program could not be started.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  // Linux's requests behind unlockpt(3) and ptsname(3), which Glibc does not offer to Swift.
  private static let unlockRequest: UInt = 0x4004_5431
  private static let numberRequest: UInt = 0x8004_5430
  /// POSIX_SPAWN_SETSID of glibc.
  private static let newSession: Int16 = 0x80

  private let master: Int32
  private let process: pid_t
  private var hasEnded = false
  /// When the program was started.
  let start: ContinuousClock.Instant

  /// Starts a program on a new terminal of a size.
  init(_ arguments: [String], columns: Int, rows: Int) throws(Failure) {
    let master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var number: UInt32 = 0
    var isLocked: Int32 = 0
    guard master >= 0, ioctl(master, Self.unlockRequest, &isLocked) == 0,
      ioctl(master, Self.numberRequest, &number) == 0
    else {
      throw Failure(description: "no pseudo-terminal can be had")
    }
    let name = "/dev/pts/\(number)"
    self.master = master
    var size = winsize()
    size.ws_col = UInt16(columns)
    size.ws_row = UInt16(rows)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    _ = fcntl(master, F_SETFD, FD_CLOEXEC)

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // Opened by the leader of a new session, the terminal becomes its own.
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Self.newSession)

    var argv: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    let variables: [String] = [
      "TERM=xterm-256color", "LANG=C.UTF-8", "PATH=/usr/local/bin:/usr/bin:/bin", "HOME=/tmp",
    ]
    var environment: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0) } + [nil]
    defer { for pointer in argv + environment { free(pointer) } }
    var process: pid_t = 0
    start = ContinuousClock.now
    let failure = posix_spawnp(&process, arguments[0], &actions, &attributes, &argv, &environment)
    self.process = process
    guard failure == 0 else {
      throw Failure(
        description: "\(arguments[0]) can't be started: \(String(cString: strerror(failure)))")
    }
  }

  deinit {
    end()
    close(master)
  }

  /// Sends bytes as if typed.
  func send(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else if errno != EAGAIN && errno != EINTR {
        return
      }
    }
  }

  /// Reads until nothing has come for a while.
  ///
  /// - Returns: What came, and when its last byte did.
  func readUntilQuiet(milliseconds: Int32) -> (bytes: [UInt8], last: ContinuousClock.Instant?) {
    var all: [UInt8] = []
    var last: ContinuousClock.Instant?
    while let bytes = read(within: milliseconds) {
      all += bytes
      last = ContinuousClock.now
    }
    return (all, last)
  }

  /// Reads until nothing has come for a while; what comes within half a millisecond is one burst.
  ///
  /// The first byte may take as long as the patience.
  func burstsUntilQuiet(
    milliseconds: Int32, patience: Int32
  ) -> [(bytes: [UInt8], time: ContinuousClock.Instant)] {
    var bursts: [(bytes: [UInt8], time: ContinuousClock.Instant)] = []
    while let bytes = read(within: bursts.isEmpty ? patience : milliseconds) {
      let now = ContinuousClock.now
      if let last = bursts.last, now - last.time < .microseconds(500) {
        bursts[bursts.count - 1] = (last.bytes + bytes, now)
      } else {
        bursts.append((bytes, now))
      }
    }
    return bursts
  }

  /// What the program has taken of the processor so far, in milliseconds; in steps of the kernel's, 10 as a rule.
  var processorMilliseconds: Int {
    let status = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
    // The name, which may hold anything, ends at the last parenthesis; times are the 14th and 15th value of all.
    let values = status.split(separator: ")").last?.split(separator: " ") ?? []
    guard values.count > 12, let user = Int(values[11]), let system = Int(values[12]) else {
      return 0
    }
    return (user + system) * 1_000 / max(1, sysconf(Int32(_SC_CLK_TCK)))
  }

  /// Reads until some words have come, or nothing more does for five seconds.
  ///
  /// - Returns: When they had come, or nil.
  func readUntil(_ words: String) -> ContinuousClock.Instant? {
    var all: [UInt8] = []
    let wanted = Array(words.utf8)
    while let bytes = read(within: 5_000) {
      let from = max(0, all.count - wanted.count)
      all += bytes
      if all[from...].firstRange(of: wanted) != nil { return ContinuousClock.now }
    }
    return nil
  }

  private func read(within milliseconds: Int32) -> [UInt8]? {
    var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, milliseconds) > 0 else { return nil }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(master, &buffer, buffer.count)
    return count > 0 ? Array(buffer[..<count]) : nil
  }

  /// Ends the program, if it has not ended.
  func end() {
    guard !hasEnded else { return }
    hasEnded = true
    kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
  }
}
