import CableNotebook
import Testing

@Suite struct NotebookTests {
  private func notebook(_ changes: [Change]) -> Notebook {
    var notebook = Notebook()
    for change in changes { notebook.apply(change) }
    return notebook
  }

  @Test func `what is taken back leaves nothing`() {
    let left = notebook([
      .bookmark(["A", "B"], true), .label(["A"], added: ["x", "y"], removed: []),
      .note("A", "words"), .read(["A"], true), .bookmark(["A", "B"], false),
      .label(["A"], added: [], removed: ["x", "y", "z"]), .note("A", "  \n"), .read(["A"], false),
    ])
    #expect(left.entries.isEmpty)
    #expect(left.markedCount == 0)
  }

  @Test func `labels are words of small letters, each once`() {
    let kept = notebook([
      .label(["A"], added: ["Libya!", "libya", "WMD-2", " ", "q 1"], removed: [])
    ])
    #expect(kept["A"].labels == ["libya", "q1", "wmd-2"])
  }

  @Test func `the most used label comes first`() {
    let kept = notebook([
      .label(["A", "B"], added: ["often"], removed: []),
      .label(["A"], added: ["again", "zebra"], removed: []),
    ])
    #expect(kept.labels == ["often", "again", "zebra"])
  }

  @Test func `a note keeps its lines and loses the blanks around`() {
    #expect(notebook([.note("A", "\n one\n\n two \n")])["A"].note == "one\n\n two")
    #expect(notebook([.note("A", "one\r\ntwo\rthree\r\n")])["A"].note == "one\ntwo\nthree")
  }

  @Test func `having read is no mark`() {
    let kept = notebook([.read(["A", "B"], true), .bookmark(["B"], true)])
    #expect(kept.markedCount == 1)
    #expect(kept["A"].isRead)
  }

  @Test func `searches are kept by name, and forgotten`() {
    var kept = notebook([.search("mine", "libya"), .search("other", "iran")])
    #expect(kept.searches == ["mine": "libya", "other": "iran"])
    kept.apply(.search("mine", nil))
    #expect(kept.searches == ["other": "iran"])
  }
}
