/// The forms that cables are written in.
public enum ExportFormat: String, Sendable, CaseIterable {
  /// One JSON object a line with everything, which is read back without loss.
  case jsonl
  /// A table with a header row and a row for each cable.
  case csv
  /// A listing for reading.
  case text
  /// For reading and printing.
  case markdown
  /// Entries for BibTeX.
  case bibtex
  /// Entries for Zotero, pandoc and the like: CSL-JSON, one array.
  case csl = "csl-json"

  /// Whether what a reader keeps of a cable is written, where it is asked for.
  public var hasNotes: Bool { self == .text || self == .markdown }

  /// The format that a file's name ends in: `.jsonl`, `.csv`, `.txt`, `.md`, `.bib`, `.json`; nil where it says nothing.
  public init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    switch fileName[dot...].lowercased() {
    case ".jsonl", ".ndjson": self = .jsonl
    case ".csv": self = .csv
    case ".txt", ".text": self = .text
    case ".md", ".markdown": self = .markdown
    case ".bib": self = .bibtex
    case ".json": self = .csl
    default: return nil
    }
  }
}
