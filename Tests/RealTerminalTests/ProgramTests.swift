import Foundation
import Glibc
import TerminalUI
import TestSupport
import Testing

@Suite struct ProgramTests {
  /// Waits until the browser is whole again.
  private func comeBack(_ reftel: ReftelTerminal) throws {
    try reftel.terminal.wait("the browser to be back") {
      try $0.contains("5 cables · newest first") && reftel.terminal.flags().isAlternate
        && !reftel.terminal.flags().hasCursor
    }
    try reftel.terminal.press("j")
    try reftel.terminal.wait(for: "\n>2004-10-06")
  }

  @Test func `the pager shows the cable and has a sane terminal`() throws {
    let reftel = try ReftelTerminal(environment: ["PAGER": "less", "LESS": ""])
    try reftel.terminal.type("v")
    try reftel.terminal.wait("less") {
      $0.hasPrefix("ITALY: IAEA/IRAN PLAN") && !$0.contains("cables")
    }
    try reftel.terminal.type("G")
    try reftel.terminal.wait(for: "SPOGLI")
    try reftel.terminal.type("q")
    try comeBack(reftel)
  }

  @Test func `Ctrl-Z in the pager stops both, and fg goes on in it`() throws {
    let reftel = try ReftelTerminal(environment: ["PAGER": "less", "LESS": ""])
    try reftel.terminal.type("v")
    try reftel.terminal.wait("less") {
      $0.hasPrefix("ITALY: IAEA/IRAN PLAN") && !$0.contains("cables")
    }
    try reftel.terminal.press("C-z")
    try reftel.terminal.wait(for: "Stopped")
    try reftel.terminal.run("fg")
    try reftel.terminal.type("G")
    try reftel.terminal.wait(for: "SPOGLI")
    try reftel.terminal.type("q")
    try comeBack(reftel)
  }

  @Test func `a program that stops itself alone leaves a way back`() throws {
    let reftel = try ReftelTerminal(environment: ["PAGER": "sh -c 'kill -STOP $$; echo on'"])
    try reftel.terminal.type("v")
    try reftel.terminal.wait(for: "Stopped")
    try reftel.terminal.run("fg")
    try comeBack(reftel)
  }

  @Test func `the editor reads a private copy that is gone afterwards`() throws {
    let folder = try TemporaryFolder()
    let look =
      "stat -c 'mode %a %F' \"$1\" \"${1%/*}\"; echo name ${1##*/}; head -1 \"$1\"; read answer"
    let editor = try folder.write("#!/bin/sh\n\(look)\n", to: "look")
    chmod(editor, 0o755)
    let reftel = try ReftelTerminal(environment: ["EDITOR": editor, "TMPDIR": folder.path])
    try reftel.terminal.type("E")
    try reftel.terminal.wait(
      for: "mode 400 regular file\nmode 700 directory\nname 07ROME1919.txt\nITALY")
    try reftel.terminal.press("Enter")
    try comeBack(reftel)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["look"])
  }

  @Test func `a note is written in the editor and kept`() throws {
    let folder = try TemporaryFolder()
    let editor = try folder.write(
      "#!/bin/sh\nstat -c 'mode %a' \"$1\" >\(folder("mode"))\necho Ask again. >>\"$1\"\n",
      to: "write")
    chmod(editor, 0o755)
    let reftel = try ReftelTerminal(
      environment: ["EDITOR": editor, "TMPDIR": folder.path, "XDG_DATA_HOME": folder("data")])
    try reftel.terminal.type("e")
    try reftel.terminal.wait(for: "Noted on 07ROME1919")
    try reftel.terminal.wait(for: "Ask again.")
    try reftel.terminal.press("Q")
    #expect(try reftel.terminal.waitForShell() == 0)
    let kept = try String(
      contentsOf: URL(filePath: folder("data/reftel/notebook.jsonl")), encoding: .utf8)
    #expect(kept == "{\"cables\":[\"07ROME1919\"],\"note\":\"Ask again.\"}\n")
    #expect(try String(contentsOf: URL(filePath: folder("mode")), encoding: .utf8) == "mode 600\n")
    #expect(
      try Set(FileManager.default.contentsOfDirectory(atPath: folder.path))
        == ["write", "mode", "data"])
  }

  @Test(arguments: [("KILL", "killed"), ("SEGV", "segmentation fault")])
  func `an editor that dies leaves no copy and a word`(signal: String, word: String) throws {
    let folder = try TemporaryFolder()
    let editor = try folder.write("#!/bin/sh\nstty raw -echo; kill -\(signal) $$\n", to: "die")
    chmod(editor, 0o755)
    let reftel = try ReftelTerminal(environment: ["VISUAL": editor, "TMPDIR": folder.path])
    try reftel.terminal.type("E")
    try reftel.terminal.wait(for: "die was ended by \(word)")
    try comeBack(reftel)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["die"])
    try reftel.terminal.press("Q")
    #expect(try reftel.terminal.waitForShell() == 0)
    #expect(
      try ReftelTerminal.settings(of: reftel.terminal).isSuperset(of: ["echo", "icanon", "isig"]))
  }

  @Test func `an end that is asked for while an editor runs leaves no copy`() throws {
    let folder = try TemporaryFolder()
    let reftel = try ReftelTerminal(
      environment: ["EDITOR": "sh -c 'echo here; sleep 60' sh", "TMPDIR": folder.path])
    try reftel.terminal.type("E")
    try reftel.terminal.wait(for: "here")
    kill(try reftel.process(), SIGTERM)
    #expect(try reftel.terminal.waitForShell() == 143)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func `a program that is not there is told of`() throws {
    let reftel = try ReftelTerminal(environment: ["PAGER": "no-such-pager -x"])
    try reftel.terminal.type("v")
    try reftel.terminal.wait(for: "There is no program no-such-pager -x")
    try comeBack(reftel)
  }

  @Test func `a command's output stays until Enter`() throws {
    let reftel = try ReftelTerminal()
    try reftel.terminal.type("|")
    try reftel.terminal.wait(for: ":pipe ")
    try reftel.terminal.type("grep -c Iran; false")
    try reftel.terminal.press("Enter")
    try reftel.terminal.wait(for: "ended with status 1. Enter goes back.")
    try reftel.terminal.press("Enter")
    try comeBack(reftel)
  }

  @Test(arguments: ["", "env -u TMUX"])
  func `copies to the clipboard, through tmux and through the terminal`(prefix: String) throws {
    let reftel = try ReftelTerminal(variables: prefix)
    try reftel.terminal.type("yi")
    try reftel.terminal.wait(for: "Copied 07ROME1919")
    try reftel.terminal.wait("the clipboard") { _ in
      (try? reftel.terminal.clipboard()) == "07ROME1919"
    }
  }
}
