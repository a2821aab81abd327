import Foundation
import Glibc
import TerminalUI
import TestSupport
import Testing

/// ncurses without a screen: a pseudo-terminal, and what ncurses believes to be shown on it.
@Suite(.serialized) struct TerminalTests {
  private let line: PseudoTerminal

  init() throws {
    line = try PseudoTerminal(Size(columns: 20, rows: 4))
  }

  private func open(
    _ type: String = "xterm-256color", color: Bool = true, device: String? = nil
  ) throws -> Terminal {
    var options = TerminalOptions(usesColor: color)
    options.device = device ?? line.path
    options.type = type
    return try Terminal.open(options)
  }

  private func surface(_ size: Size, _ text: String, style: Style = .plain) -> Surface {
    var surface = Surface(size: size)
    surface.write(text, at: Point(column: 0, row: 0), style: style)
    return surface
  }

  /// Sends a signal to the process; the thread of a test may have it blocked.
  private func send(_ signal: Int32) {
    kill(getpid(), signal)
  }

  @Test func `what is drawn is shown`() throws {
    let terminal = try open()
    defer { terminal.close() }
    #expect(terminal.size == Size(columns: 20, rows: 4))
    var surface = surface(terminal.size, "日本 ¶1 e\u{301}│")
    surface.write("end", at: Point(column: 17, row: 3))
    terminal.draw(surface)
    #expect(terminal.shownText(row: 0) == "日本 ¶1 e\u{301}│")
    #expect(terminal.shownText(row: 3) == "                 end")
  }

  @Test func `styles are shown as the terminal can`() throws {
    let style = Style(foreground: .indexed(208), background: .blue, attributes: [.bold, .italic])
    let places = [
      (
        "xterm-256color",
        Palette.Look(foreground: 208, background: 4, attributes: [.bold, .italic])
      ),
      ("linux", Palette.Look(foreground: 3, background: 4, attributes: [.bold, .underline])),
      ("vt100", Palette.Look(attributes: [.bold, .underline, .reverse])),
    ]
    for (type, look) in places {
      let terminal = try open(type)
      defer { terminal.close() }
      terminal.draw(surface(terminal.size, "x", style: style))
      #expect(terminal.shownLook(at: Point(column: 0, row: 0)) == look, "\(type)")
    }
  }

  @Test func `no colour is sent where none is wanted`() throws {
    let terminal = try open(color: false)
    defer { terminal.close() }
    #expect(terminal.colors == 0)
    terminal.draw(
      surface(terminal.size, "red", style: Style(foreground: .red, background: .yellow)))
    let output = line.takeOutput()
    #expect(output.contains("7mred"))
    #expect(!output.contains("31m"))
    #expect(!output.contains("43m"))
  }

  @Test func `only what changed is sent`() throws {
    let terminal = try open()
    defer { terminal.close() }
    terminal.draw(surface(terminal.size, "MORE FROM ITALY"))
    _ = line.takeOutput()
    terminal.draw(surface(terminal.size, "MORE FROM ITALY"))
    #expect(line.takeOutput().isEmpty)
    terminal.draw(surface(terminal.size, "MORE FRAM ITALY"))
    let output = line.takeOutput()
    #expect(output.contains("A"))
    #expect(output.utf8.count < 20)
    terminal.redraw()
    #expect(line.takeOutput().contains("MORE FRAM ITALY"))
  }

  @Test func `wide characters replace narrow ones and leave nothing behind`() throws {
    let terminal = try open()
    defer { terminal.close() }
    for text in ["abcdef", "日本語", "a本f", " 日本x", "abcdef"] {
      terminal.draw(surface(terminal.size, text))
      #expect(terminal.shownText(row: 0) == text)
    }
  }

  @Test func `surfaces of other sizes than the screen are cut or padded`() throws {
    let terminal = try open()
    defer { terminal.close() }
    terminal.draw(surface(Size(columns: 90, rows: 9), "123456789012345678日x"))
    #expect(terminal.shownText(row: 0) == "123456789012345678日")
    terminal.draw(surface(Size(columns: 90, rows: 9), "1234567890123456789日x"))
    #expect(terminal.shownText(row: 0) == "1234567890123456789")
    terminal.draw(surface(Size(columns: 3, rows: 1), "xyz"))
    #expect(terminal.shownText(row: 0) == "xyz")
    terminal.draw(Surface(size: Size(columns: 0, rows: 0)))
    #expect(terminal.shownText(row: 0).isEmpty)
  }

  @Test func `the cursor is shown where it is wanted`() throws {
    let terminal = try open()
    defer { terminal.close() }
    terminal.draw(surface(terminal.size, "x"), cursor: Point(column: 4, row: 2))
    #expect(line.takeOutput().contains("\u{1B}[?25h"))
    terminal.draw(surface(terminal.size, "x"), cursor: nil)
    #expect(line.takeOutput().contains("\u{1B}[?25l"))
    terminal.draw(surface(terminal.size, "x"), cursor: Point(column: 20, row: 2))
    #expect(!line.takeOutput().contains("\u{1B}[?25h"))
  }

  @Test func `keys, mouse and paste arrive`() throws {
    let terminal = try open()
    defer { terminal.close() }
    line.type("j\u{1B}OA\u{1B}[<0;3;4M\u{1B}[200~ab\u{1B}[201~")
    let mouse = MouseEvent(kind: .press, button: .left, position: Point(column: 2, row: 3))
    var events: [TerminalEvent] = []
    while events.count < 4 { events += terminal.waitForEvents() }
    #expect(events == [.key(Key("j")), .key(Key(.up)), .mouse(mouse), .paste("ab")])
  }

  @Test func `escape alone is a key`() throws {
    let terminal = try open()
    defer { terminal.close() }
    line.type("\u{1B}")
    #expect(terminal.waitForEvents() == [.key(Key(.escape))])
  }

  @Test func `escape is a key even when the loop is woken all the time`() throws {
    let terminal = try open()
    defer { terminal.close() }
    line.type("\u{1B}")
    var events: [TerminalEvent] = []
    let start = ContinuousClock.now
    while !events.contains(.key(Key(.escape))), ContinuousClock.now - start < .seconds(20) {
      terminal.waker.wake()
      events = terminal.waitForEvents()
    }
    #expect(events.contains(.key(Key(.escape))))
  }

  @Test func `a thread wakes the loop`() throws {
    let terminal = try open()
    defer { terminal.close() }
    let waker = terminal.waker
    for _ in 0..<3 { waker.wake() }
    #expect(terminal.waitForEvents() == [.wake])
    Thread.detachNewThread { waker.wake() }
    #expect(terminal.waitForEvents() == [.wake])
  }

  @Test func `a new size is taken over`() throws {
    let terminal = try open()
    defer { terminal.close() }
    for size in [Size(columns: 1, rows: 1), Size(columns: 200, rows: 50)] {
      line.resize(size)
      send(SIGWINCH)
      #expect(terminal.waitForEvents() == [.resize(size)])
      terminal.draw(surface(terminal.size, "MORE"))
      #expect(terminal.shownText(row: 0) == (size.columns == 1 ? "M" : "MORE"))
      _ = line.takeOutput()
    }
  }

  @Test(arguments: [(SIGTERM, TerminalEvent.terminate(signal: SIGTERM)), (SIGINT, .interrupt)])
  func `signals from outside are events`(signal: Int32, event: TerminalEvent) throws {
    let terminal = try open()
    defer { terminal.close() }
    send(signal)
    #expect(terminal.waitForEvents() == [event])
  }

  @Test func `a lost terminal says so each time and nothing hangs`() throws {
    let terminal = try open()
    defer { terminal.close() }
    line.hangUp()
    for _ in 0..<3 { #expect(terminal.waitForEvents() == [.terminate(signal: SIGHUP)]) }
    terminal.draw(surface(terminal.size, "x"))
    terminal.suspend()
  }

  @Test func `the terminal comes back as it was`() throws {
    let before = line.settings
    let terminal = try open()
    #expect(line.settings != before)
    _ = line.takeOutput()
    terminal.close()
    terminal.close()
    #expect(line.settings == before)
    let output = line.takeOutput()
    for sequence in ["2004l", "1006l", "1002l", "1000l", "1049l"] {
      #expect(output.contains("\u{1B}[?" + sequence), "\(sequence)")
    }
    #expect(terminal.waitForEvents() == [.terminate(signal: SIGHUP)])
  }

  @Test func `the mouse can be left to the terminal`() throws {
    let terminal = try open()
    defer { terminal.close() }
    #expect(line.takeOutput().contains("\u{1B}[?1006h"))
    terminal.isMouseEnabled = false
    #expect(line.takeOutput().contains("\u{1B}[?1006l"))
  }

  @Test func `there is one terminal at a time`() throws {
    let terminal = try open()
    #expect(throws: TerminalError.self) { try open() }
    terminal.close()
    let next = try open()
    next.close()
  }

  @Test(
    arguments: [
      ("nosuch", TerminalError.Reason.unknownType, "\"nosuch\""),
      ("", .unknownType, "TERM"), ("dumb", .dumbTerminal, "\"dumb\""),
    ])
  func `a terminal that cannot be used is named`(
    type: String, reason: TerminalError.Reason, text: String
  ) throws {
    let before = line.settings
    let error = #expect(throws: TerminalError.self) { try open(type) }
    #expect(error?.reason == reason)
    #expect(error?.description.contains(text) == true)
    #expect(line.takeOutput().isEmpty)
    #expect(line.settings == before)
  }

  @Test func `no terminal is an error`() {
    let error = #expect(throws: TerminalError.self) { try open(device: "/nonexistent/tty") }
    #expect(error?.reason == .noTerminal)
  }

  @Test func `a program has the terminal, and the screen comes back`() throws {
    let terminal = try open()
    defer { terminal.close() }
    terminal.draw(surface(terminal.size, "MORE FROM ITALY"))
    _ = line.takeOutput()
    #expect(try terminal.runProgram(["sh", "-c", "test -t 0 && test -t 1 && exit 9"]) == 9)
    let output = line.takeOutput()
    #expect(output.contains("\u{1B}[?1049l"))
    #expect(output.hasSuffix("MORE FROM ITALY") || output.contains("MORE FROM ITALY"))
  }

  @Test func `a program reads what it is given`() throws {
    let terminal = try open()
    defer { terminal.close() }
    // More than a pipe holds, so that a writer who does not wait for the reader would hang.
    let text = [UInt8](repeating: UInt8(ascii: "x"), count: 300_000)
    let count = ["sh", "-c", "test $(wc -c) = 300000"]
    #expect(try terminal.runProgram(count, input: text) == 0)
    #expect(try terminal.runProgram(["sh", "-c", "test -z \"$(cat)\""], input: []) == 0)
    #expect(try terminal.runProgram(["true"], input: text) == 0)
  }

  @Test func `a program that fails says how`() throws {
    let terminal = try open()
    defer { terminal.close() }
    #expect(try terminal.runProgram(["sh", "-c", "kill -TERM $$"]) == 128 + SIGTERM)
    let error = #expect(throws: TerminalError.self) {
      try terminal.runProgram(["reftel-no-such-program"])
    }
    #expect(error?.reason == .programNotStarted)
    #expect(error?.description.contains("reftel-no-such-program") == true)
    #expect(throws: TerminalError.self) { try terminal.runProgram([]) }
  }

  @Test(
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("¶", "wrY="), ("\u{0}\u{7F}~?", "AH9+Pw=="),
    ])
  func `copied text travels as base 64`(text: String, encoded: String) {
    #expect(Base64.encode(Array(text.utf8)) == encoded)
  }
}
