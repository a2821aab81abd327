import Glibc
import TerminalUI
import TestSupport
import Testing

@Suite struct ImportTests {
  private let folder: TemporaryFolder
  private let archive: String

  init() throws {
    folder = try TemporaryFolder()
    archive = folder("a.reftel")
  }

  /// Asks for an import of the seeds.
  private func beginImport(_ reftel: ReftelTerminal) throws {
    try reftel.terminal.type(":import \(archive)")
    try reftel.terminal.press("Enter")
  }

  /// Begins an import that waits for a lock, and finds its process.
  private func beginWaitingImport(_ reftel: ReftelTerminal) throws -> pid_t {
    try beginImport(reftel)
    try reftel.terminal.wait(for: "importing…")
    return try reftel.terminal.process(named: "reftel", of: reftel.process())
  }

  /// Waits until a process is gone.
  private func waitForEnd(of process: pid_t, _ reftel: ReftelTerminal) throws {
    try reftel.terminal.wait("the end of the import") { _ in
      guard let status = try? ProcessStatus(process) else { return true }
      return status.state == "Z"
    }
  }

  @Test
  func `files are imported beside the browser, and the archive is browsed from the place at hand`()
    throws
  {
    let reftel = try ReftelTerminal()
    try reftel.searchLibya()
    try reftel.terminal.type("j")
    try reftel.terminal.wait(for: "─ 03ROME4580")
    try beginImport(reftel)
    try reftel.terminal.wait(for: "Imported: 5 new, 5 in")
    try reftel.terminal.type(":archive")
    try reftel.terminal.press("Enter")
    try reftel.terminal.wait(for: "This is /")
    try reftel.terminal.wait("the same place") {
      $0.contains("2 of 5 cables") && $0.contains("─ 03ROME4580")
    }
    try reftel.terminal.type("k")
    try reftel.terminal.wait(for: "archive 5")
    try reftel.terminal.type("Q")
    #expect(try reftel.terminal.waitForShell() == 0)
    #expect(try reftel.terminal.flags() == .shell)
  }

  @Test func `the browser is used meanwhile, and the import is stopped and goes on`() throws {
    let reftel = try ReftelTerminal()
    var lock: WriterLock? = WriterLock(archive)
    let process = try beginWaitingImport(reftel)
    try reftel.searchLibya()
    try reftel.read()
    try reftel.terminal.wait(for: "importing…")
    try beginImport(reftel)
    try reftel.terminal.wait(for: "An import is under way")
    try reftel.terminal.press("C-c")
    try reftel.terminal.wait(for: "The import was stopped")
    try waitForEnd(of: process, reftel)
    #expect(try reftel.terminal.screen().contains("─ 03ROME4715"))
    _ = lock
    lock = nil
    try beginImport(reftel)
    try reftel.terminal.wait(for: "Imported: 5 new, 5 in")
  }

  @Test(
    arguments: [
      ("Q", 0), ("", 128 + SIGTERM), ("", 128 + SIGHUP), ("", 128 + SIGKILL),
    ] as [(String, Int32)])
  func `whatever ends the browser ends the import`(key: String, status: Int32) throws {
    let reftel = try ReftelTerminal()
    let lock = WriterLock(archive)
    let process = try beginWaitingImport(reftel)
    if key.isEmpty {
      kill(try reftel.process(), status - 128)
    } else {
      try reftel.terminal.type(key)
    }
    try waitForEnd(of: process, reftel)
    _ = lock
    // A killed program can't give the terminal back.
    guard status != 128 + SIGKILL else { return }
    #expect(try reftel.terminal.waitForShell() == Int(status))
    #expect(try reftel.terminal.screen().contains("The import was stopped"))
    #expect(try reftel.terminal.flags() == .shell)
  }

  @Test func `a closed window ends the import`() throws {
    let reftel = try ReftelTerminal()
    let lock = WriterLock(archive)
    let process = try beginWaitingImport(reftel)
    try reftel.terminal.closeWindow()
    try waitForEnd(of: process, reftel)
    _ = lock
  }

  @Test func `the import is suspended with the browser, and goes on with it`() throws {
    let reftel = try ReftelTerminal()
    let lock = WriterLock(archive)
    let process = try beginWaitingImport(reftel)
    try reftel.terminal.press("C-z")
    try reftel.terminal.wait(for: "Stopped")
    try reftel.terminal.wait("the import to be stopped") { _ in
      try ProcessStatus(process).state == "T"
    }
    try reftel.terminal.run("fg")
    try reftel.terminal.wait("the import to go on") { _ in
      (try? ProcessStatus(process))?.state != "T"
    }
    _ = lock
  }

  @Test func `Ctrl-C in a program on the terminal is not for the import`() throws {
    let reftel = try ReftelTerminal(environment: ["PAGER": "less", "LESS": ""])
    let lock = WriterLock(archive)
    _ = try beginWaitingImport(reftel)
    try reftel.terminal.type("|echo be''gun; sleep 100")
    try reftel.terminal.press("Enter")
    try reftel.terminal.wait(for: "begun")
    try reftel.terminal.press("C-c")
    try reftel.terminal.wait(for: "Enter goes back")
    try reftel.terminal.press("Enter")
    try reftel.terminal.wait(for: "importing…")
    _ = lock
  }

  @Test func `a killed import is told, and the browser goes on`() throws {
    let reftel = try ReftelTerminal()
    let lock = WriterLock(archive)
    kill(try beginWaitingImport(reftel), SIGKILL)
    try reftel.terminal.wait(for: "The import was ended from outside (killed)")
    _ = lock
    try reftel.searchLibya()
  }

  @Test func `an archive that cannot be made is an error that stays, and the browser goes on`()
    throws
  {
    let reftel = try ReftelTerminal()
    try reftel.terminal.type(":import /no/such/a.reftel")
    try reftel.terminal.press("Enter")
    try reftel.terminal.wait(for: "the folder /no/such does not exist")
    try reftel.terminal.type(":messages")
    try reftel.terminal.press("Enter")
    try reftel.terminal.wait(for: "error  the folder /no/such does not exist")
  }
}
