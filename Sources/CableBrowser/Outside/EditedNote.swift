/// A note while it is in the reader's editor.
struct EditedNote {
  /// The cable it is on.
  let name: String
  private let given: String
  private let copy: TemporaryCopy

  /// Where the editor finds it.
  var path: String { copy.path }

  /// Writes a note into a file for the editor.
  init(on name: String, _ text: String) throws(TemporaryCopy.Failure) {
    self.name = name
    // Editors end lines, and add to the one that is not ended.
    given = text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
    copy = try TemporaryCopy(Array(given.utf8), name: "note.txt", isWritable: true)
  }

  /// Takes back what was written; the file goes, unless the text can only be had from there.
  ///
  /// - Parameter remark: How the editor failed; nil where it did not.
  /// - Returns: What the browser is to hear of it.
  func finish(_ remark: String?) -> BrowserEvent {
    let text: String
    do throws(TemporaryCopy.Failure) {
      text = try copy.text()
    } catch {
      if error.isWorthKeeping { return .troubled("\(error). It lies in \(copy.path)") }
      copy.remove()
      return .troubled("\(remark ?? "\(error)"); the note is as it was")
    }
    copy.remove()
    guard let remark else { return .noteWritten(name, text) }
    // An editor that ends so on purpose has left the text as it was given.
    return text == given
      ? .troubled("\(remark); the note is as it was") : .noteUnfinished(name, text, remark)
  }
}
