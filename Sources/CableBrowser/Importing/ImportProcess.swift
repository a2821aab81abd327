import Dispatch
import Glibc
import Synchronization

/// An import in a process of its own: the browser outlives it, and it does not outlive the browser.
///
/// The process is this program again. It has a process group of its own, so that Ctrl-C in a pager is not for it, and holds
/// the end of a pipe: when the browser is gone, however that came, the other end closes and the import stops.
final class ImportProcess: Sendable {
  /// A system call failed.
  struct Failure: Error {
    let number: Int32
  }

  private let process: pid_t
  private let leash: Int32
  private let hasEnded = Mutex(false)
  private let end = DispatchGroup()

  /// Starts an import.
  ///
  /// - Parameters:
  ///   - paths: Files and folders.
  ///   - archive: Where they go.
  ///   - tell: Told of everything, on a thread of its own; the end comes last.
  /// - Throws: The error of the system where the process can't be started.
  init(
    _ paths: [String], into archive: String, tell: @escaping @Sendable (BrowserEvent) -> Void
  ) throws(Failure) {
    let output = try OpenPipe()
    let leash = try OpenPipe()
    process = try Self.spawn(
      ["reftel", "import", "--news", "--archive=\(archive)", "--"] + paths,
      input: leash.reading, output: output.writing)
    output.closeWriting()
    leash.closeReading()
    self.leash = leash.keepWriting()
    DispatchQueue(label: "reftel.import", qos: .utility).async(group: end) { [self] in
      output.readLines { line in
        if let news = ImportNews(line: line) {
          tell(.importNews(news))
        } else {
          tell(.importSaid(Self.sentence(line)))
        }
      }
      tell(.importEnded(reap()))
    }
  }

  deinit {
    close(leash)
  }

  /// Waits for the process; from then on nothing is sent to its number, which may be another's.
  private func reap() -> ImportEnding {
    var information = siginfo_t()
    while waitid(P_PID, id_t(process), &information, WEXITED | WNOWAIT) != 0, errno == EINTR {}
    return hasEnded.withLock { hasEnded in
      hasEnded = true
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
      return ImportEnding(waitStatus: status)
    }
  }

  /// Whether the process has not ended.
  var isRunning: Bool { hasEnded.withLock { !$0 } }

  private func send(_ signal: Int32) {
    hasEnded.withLock { hasEnded in
      if !hasEnded { _ = kill(process, signal) }
    }
  }

  /// Stops the import; it finishes what it is writing, unless it is asked a second time.
  func stop() {
    send(SIGINT)
    // In case it is paused.
    send(SIGCONT)
  }

  /// Has the import wait while the browser is suspended, or go on.
  func pause(_ isPaused: Bool) {
    send(isPaused ? SIGSTOP : SIGCONT)
  }

  /// Stops the import and waits for its end, at most some seconds.
  ///
  /// - Parameter patience: Seconds it has to finish what it is writing.
  func end(patience: Double = 3) {
    stop()
    if end.wait(timeout: .now() + patience) == .success { return }
    stop()
    if end.wait(timeout: .now() + 1) == .success { return }
    // What it was writing is undone when the archive is opened next.
    send(SIGKILL)
    end.wait()
  }

  private static func sentence(_ line: [UInt8]) -> String {
    let text = String(decoding: line, as: UTF8.self)
    return text.hasPrefix("reftel: ") ? String(text.dropFirst("reftel: ".count)) : text
  }

  /// Starts this program with other arguments.
  private static func spawn(
    _ arguments: [String], input: Int32, output: Int32
  ) throws(Failure) -> pid_t {
    var files = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&files)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&files)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_adddup2(&files, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&files, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&files, output, STDERR_FILENO)
    // What the browser ignores or handles has its usual effect there, and nothing is blocked.
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))
    var strings: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    strings.append(nil)
    defer { for string in strings { free(string) } }
    var process: pid_t = 0
    let error = posix_spawn(&process, executable, &files, &attributes, strings, environ)
    guard error == 0 else { throw Failure(number: error) }
    return process
  }

  /// This program: by its path, which is what a list of processes shows, or where that is gone by the system's link to it.
  private static var executable: String {
    let link = "/proc/self/exe"
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(link, &buffer, buffer.count)
    let path = String(
      decoding: buffer.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    return access(path, X_OK) == 0 ? path : link
  }
}
