import CableNotebook
import Foundation
import TerminalUI
import TestSupport
import Testing

@testable import CableBrowser

/// What becomes of a note in the editor: nothing that was written is lost.
struct EditedNoteTests {
  /// What an editor writes; nil where it leaves the file alone.
  private func finish(
    _ written: [UInt8]?, given: String = "before", _ remark: String? = nil
  ) throws -> BrowserEvent {
    let note = try EditedNote(on: "03ROME1605", given)
    if let written { try Data(written).write(to: URL(filePath: note.path)) }
    let event = note.finish(remark)
    #expect(!FileManager.default.fileExists(atPath: note.path))
    return event
  }

  @Test func `the editor is given whole lines, and the text comes back`() throws {
    let note = try EditedNote(on: "03ROME1605", "before")
    #expect(try String(contentsOf: URL(filePath: note.path), encoding: .utf8) == "before\n")
    guard case .noteWritten("03ROME1605", "before\n") = note.finish(nil) else {
      Issue.record("the text did not come back")
      return
    }
  }

  @Test func `an editor that fails leaves what was written, as far as something was`() throws {
    guard
      case .noteUnfinished("03ROME1605", "an hour\n", "vi was ended by killed") =
        try finish(Array("an hour\n".utf8), "vi was ended by killed")
    else {
      Issue.record("the text is lost")
      return
    }
    guard
      case .troubled("vi ended with status 1; the note is as it was") =
        try finish(nil, "vi ended with status 1")
    else {
      Issue.record("nothing was written")
      return
    }
  }

  @Test func `a text that is no UTF-8 is read as Latin-1`() throws {
    guard case .noteWritten(_, "Zürich") = try finish([0x5A, 0xFC] + Array("rich".utf8)) else {
      Issue.record("the umlaut is lost")
      return
    }
  }

  @Test func `a text too long for a note stays where it is`() throws {
    let note = try EditedNote(on: "03ROME1605", "")
    try Data(repeating: 0x78, count: 1_200_000).write(to: URL(filePath: note.path))
    guard case .troubled(let sentence) = note.finish(nil) else {
      Issue.record("the text was taken")
      return
    }
    #expect(sentence.hasSuffix("a million bytes. It lies in \(note.path)"))
    #expect(FileManager.default.fileExists(atPath: note.path))
    try FileManager.default.removeItem(
      at: URL(filePath: note.path).deletingLastPathComponent())
  }

  @Test func `a pipe in the place of the file is not waited for`() throws {
    let note = try EditedNote(on: "03ROME1605", "")
    unlink(note.path)
    mkfifo(note.path, 0o600)
    guard case .troubled(let sentence) = note.finish(nil) else {
      Issue.record("a pipe was read")
      return
    }
    #expect(sentence.hasPrefix("What was written cannot be read: it is no file any more"))
  }

  @Test func `the next key of notes opens what was written by then`() {
    var state = BrowserState(size: Size(columns: 120, rows: 24))
    _ = state.handle(.noteUnfinished("03ROME1605", "an hour", "vi was ended by killed"))
    #expect(
      state.message?.text
        == "vi was ended by killed. The text is not lost yet: e opens it again.")
    #expect(state.unkeptNotes == ["03ROME1605": "an hour"])
  }
}
