import CableArchive
import CableExport
import CableNotebook
import Foundation
import TestSupport
import Testing

@Suite struct ResultExportTests {
  private func text(
    _ format: ExportFormat, _ query: String = "", paths: [String] = [Seeds.folder],
    notebook: Notebook = Notebook()
  ) throws -> String {
    let archive = try Collection.archive(paths)
    var bytes: [UInt8] = []
    let rowIDs = try archive.rowIDs(Query.parse(query).get())
    try ResultExport(rowIDs, of: archive, as: format, notebook: notebook).write {
      bytes += $0
    } while: { _ in
      true
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `a bibliography for BibTeX has an entry a cable`() throws {
    #expect(
      try text(.bibtex, "id:03ROME4580") == """
        @misc{03ROME4580,
          author = {{Embassy Rome}},
          title = {{ITALY: LIBYAN ILLEGAL IMMIGRATION A MORE IMMEDIATE CONCERN THAN WMD}},
          howpublished = {Diplomatic cable 03ROME4580},
          year = {2003},
          month = oct,
          note = {CONFIDENTIAL, 2003-10-07 (inferred)},
        }

        """)
    #expect(try text(.bibtex).split(separator: "\n").count { $0.hasPrefix("@misc{") } == 5)
  }

  @Test func `labels and notes go where there is a place for them`() throws {
    var notebook = Notebook()
    notebook.apply(.label(["03ROME4580"], added: ["boats", "wmd"], removed: []))
    notebook.apply(.note("03ROME4580", "Ask *again*.\nTwice."))
    let markdown = try text(.markdown, "id:03ROME4580", notebook: notebook)
    #expect(markdown.contains("- **Labels** boats, wmd\n- **Note** Ask \\*again\\*. Twice.\n"))
    let listing = try text(.text, "id:03ROME4580", notebook: notebook)
    #expect(listing.contains("Labels          boats, wmd\nYour note       Ask *again*.\n"))
    #expect(listing.contains("Your note       Twice.\n"))
    #expect(!(try text(.text, "id:03ROME1605", notebook: notebook)).contains("Your note"))
    for format in ExportFormat.allCases where !format.hasNotes {
      #expect(try text(format, notebook: notebook) == text(format))
    }
  }

  @Test func `BibTeX gets its own characters escaped`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Collection.awkward("50% OF {R&D} _COSTS_ $5 #1 ~ \\ ^"), to: "a.txt")
    let title = try text(.bibtex, paths: [folder.path]).split(separator: "\n")
      .first { $0.contains("title") }
    #expect(
      title == """
          title = {{50\\% OF \\{R\\&D\\} \\_COSTS\\_ \\$5 \\#1 \\textasciitilde{} \\textbackslash{} \\textasciicircum{}}},
        """)
  }

  @Test func `CSL-JSON is one array with the date as far as it is known`() throws {
    let data = Data(try text(.csl).utf8)
    let entries = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
    #expect(entries.count == 5)
    #expect(entries[0]["id"] as? String == "07ROME1919")
    let issued = try #require(entries[0]["issued"] as? [String: Any])
    #expect(issued["date-parts"] as? [[Int]] == [[2007, 9, 10]])
    #expect(issued["circa"] == nil)
    #expect((entries[2]["issued"] as? [String: Any])?["circa"] as? Bool == true)
  }

  @Test func `CSL-JSON stays JSON whatever a subject holds`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Collection.awkward("A \"B\" \\ \u{1B}[2J\u{7F} é 中"), to: "a.txt")
    let data = Data(try text(.csl, paths: [folder.path]).utf8)
    let entries = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
    #expect((entries.first?["title"] as? String)?.hasPrefix("A \"B\" \\") == true)
  }

  @Test(arguments: [
    ("a.csv", ExportFormat.csv), ("a.JSONL", .jsonl), ("b/c.md", .markdown), ("a.txt", .text),
    ("a.bib", .bibtex), ("a.json", .csl),
  ])
  func `a file's name says what is written`(name: String, format: ExportFormat) {
    #expect(ExportFormat(fileName: name) == format)
  }

  @Test(arguments: ["a", "a.pdf", "csv", ""])
  func `a name that says nothing is none`(name: String) {
    #expect(ExportFormat(fileName: name) == nil)
    #expect(GraphFormat(fileName: name) == nil)
  }
}
