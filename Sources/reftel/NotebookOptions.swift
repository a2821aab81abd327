import ArgumentParser
import CableArchive
import CableNotebook
import Glibc

/// Whose bookmarks, labels, notes and saved searches a command asks for.
struct NotebookOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The file of bookmarks, labels, notes and saved searches, in place of notebook.jsonl beside your archive.",
      valueName: "file"),
    completion: .file())
  var notebook: String?

  func validate() throws {
    // One's own is made with the first bookmark; one that was named should be there.
    if let notebook, access(notebook, F_OK) != 0, errno == ENOENT {
      throw ValidationError("There is no notebook '\(notebook)'.")
    }
  }

  /// The file; nil where none is named and the environment has no place for one's own.
  var file: NotebookFile? {
    notebook.map { NotebookFile(path: $0) } ?? ArchiveOptions.notebook
  }

  /// The searches that were saved, by name.
  var searches: [String: String] {
    get throws { try file?.contents().searches ?? [:] }
  }

  /// Lets an archive know what is kept.
  func tell(_ archive: Archive) throws {
    guard let file else { return }
    let news = try file.news()
    archive.note(news.changes)
    if news.damagedLines > 0 {
      Output.complain("reftel: \(news.damagedLines) lines of \(file.path) cannot be read.")
    }
  }
}
