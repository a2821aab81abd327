import ArgumentParser
import CableExport
import CableNotebook

/// Prints what a reader keeps.
struct NotesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notes",
    abstract: "Print what you keep: bookmarks, labels, notes, saved searches.",
    discussion: """
      json and csv hold every cable of which something is kept, those you have only read among them. All of it lies in
      notebook.jsonl, beside your own archive.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case csv
  }

  @Option(help: "text, json or csv.")
  var format: Format = .text

  @OptionGroup var kept: NotebookOptions

  func run() throws {
    guard let file = kept.file else {
      Output.complain("reftel: neither XDG_DATA_HOME nor HOME is set, so nothing can be kept.")
      throw ExitStatus.failed
    }
    let news = try file.news()
    var notebook = Notebook()
    for change in news.changes { notebook.apply(change) }
    let output = Output()
    write(notebook, to: output)
    output.flush()
    if news.damagedLines > 0 {
      Output.complain(
        "reftel: \(news.damagedLines) \(news.damagedLines == 1 ? "line" : "lines") of \(file.path) cannot be read."
      )
      throw ExitStatus.failed
    }
    if notebook.entries.isEmpty, notebook.searches.isEmpty {
      if format == .text { Output.complain("Nothing is kept yet.") }
      throw ExitStatus.failed
    }
  }

  private func write(_ notebook: Notebook, to output: Output) {
    let entries = notebook.entries.sorted { $0.key < $1.key }
    switch format {
    case .json:
      let kept = KeptThings(
        cables: entries.map { KeptCable($0.key, $0.value) }, searches: notebook.searches)
      output.line(JSONText.line(kept))
    case .csv:
      output.line("cable,bookmarked,labels,read,note")
      for (name, entry) in entries {
        output.line(
          [
            CommaValue.written(name), "\(entry.isBookmarked)", entry.labels.joined(separator: " "),
            "\(entry.isRead)", CommaValue.written(entry.note ?? ""),
          ].joined(separator: ","))
      }
    case .text:
      for (name, entry) in entries where entry.hasMarks {
        let marks = (entry.isBookmarked ? ["bookmarked"] : []) + entry.labels.map { "#\($0)" }
        output.line(name.padded(to: 16) + " " + marks.joined(separator: " "))
        for line in (entry.note ?? "").split(separator: "\n", omittingEmptySubsequences: false)
        where entry.note != nil {
          output.line("    " + line)
        }
      }
      for (name, query) in notebook.searches.sorted(by: { $0.key < $1.key }) {
        output.line("search \(name): \(query)")
      }
    }
  }
}

/// Everything a reader keeps.
private struct KeptThings: Encodable {
  let cables: [KeptCable]
  let searches: [String: String]
}

/// What is kept of a cable.
private struct KeptCable: Encodable {
  let cable: String
  let bookmarked: Bool
  let labels: [String]
  let note: String?
  let read: Bool

  init(_ name: String, _ entry: Notebook.Entry) {
    cable = name
    bookmarked = entry.isBookmarked
    labels = entry.labels
    note = entry.note
    read = entry.isRead
  }
}
