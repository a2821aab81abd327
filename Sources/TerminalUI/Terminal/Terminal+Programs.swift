internal import CNCurses
internal import Glibc

extension Terminal {
  /// Runs a program on the terminal and waits for it: a pager, an editor, a pipe to a shell.
  ///
  /// The program has the terminal as it was before this one was opened. Without `input` it reads
  /// from the terminal, else from a pipe. Ctrl-C and Ctrl-\ are for it alone, Ctrl-Z stops both.
  ///
  /// - Parameters:
  ///   - arguments: The program, looked for in `PATH`, and its arguments.
  ///   - input: What it reads.
  /// - Returns: Its exit status; 128 and the signal for one that died of a signal.
  /// - Throws: Why it could not be started.
  public func runProgram(
    _ arguments: [String], input: [UInt8]? = nil
  ) throws(TerminalError) -> Int32 {
    leave()
    let result = Self.run(arguments, tty: tty, input: input)
    comeBack()
    return try result.get()
  }

  /// Puts text onto the user's clipboard, as far as the terminal allows.
  ///
  /// The terminal is asked to (OSC 52), which also works over SSH. tmux may be set not to pass that
  /// on and is told itself, screen is told to pass it on. No terminal says whether it obeyed.
  public func copyToClipboard(_ text: String) {
    let sequence = "\u{1B}]52;c;\(Base64.encode(Array(text.utf8)))\u{07}"
    let isInTmux = !(environment("TMUX") ?? "").isEmpty
    let isInScreen = !isInTmux && (environment("TERM") ?? "").hasPrefix("screen")
    let bytes = Array((isInScreen ? "\u{1B}P\(sequence)\u{1B}\\" : sequence).utf8)
    tui_send(tty, bytes, bytes.count)
    if isInTmux {
      // Older ones know no -w. Where tmux is not to be had, the sequence was all there is.
      let bytes = Array(text.utf8)
      let result = Self.run(["tmux", "load-buffer", "-w", "-"], tty: -1, input: bytes)
      if case .success(let status) = result, status != 0 {
        _ = Self.run(["tmux", "load-buffer", "-"], tty: -1, input: bytes)
      }
    }
  }

  private static func run(
    _ arguments: [String], tty: Int32, input: [UInt8]?
  ) -> Result<Int32, TerminalError> {
    guard let program = arguments.first, !program.isEmpty else {
      return .failure(TerminalError(.programNotStarted, "There is no program to start."))
    }
    var strings: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    strings.append(nil)
    defer { for string in strings { free(string) } }
    var status: Int32 = 0
    let error =
      input.map { bytes in
        // An empty array has no address, which would mean no input at all.
        (bytes.isEmpty ? [0] : bytes).withUnsafeBufferPointer {
          tui_run(strings, tty, $0.baseAddress, bytes.count, &status)
        }
      } ?? tui_run(strings, tty, nil, 0, &status)
    guard error == 0 else {
      let reason = String(cString: strerror(error))
      return .failure(
        TerminalError(.programNotStarted, "\"\(program)\" cannot be started: \(reason)."))
    }
    return .success(status)
  }
}
