public import CableNotebook
public import Cables

/// A parsed cable as text: a field a line, then the paragraphs.
public struct CableListing: Sendable {
  /// The lines without line ends.
  public let lines: [String]

  /// Lists a parsed cable, with the labels and the note that a reader keeps of it.
  public init(_ record: CableRecord, kept: Notebook.Entry = Notebook.Entry()) {
    var lines: [String] = []
    func field(_ name: String, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      lines.append(name + String(repeating: " ", count: max(1, 16 - name.count)) + value)
    }
    field("File", record.file)
    field("Cable", record.canonicalID)
    field("Date", record.date.map { $0 + (record.dateInferred ? " (inferred)" : "") })
    field("Classification", record.classification)
    field("Captions", record.captions.joined(separator: " "))
    field("Origin", record.origin)
    field("Subject", record.subject)
    field("TAGS", record.tags.joined(separator: ", "))
    for reference in record.references {
      let year = reference.yearInferred ? " (year inferred)" : ""
      let target = reference.canonicalID.map { $0 + year + "  " } ?? "(\(reference.kind)) "
      field("Ref \(reference.letter ?? "")", target + reference.label)
    }
    for mention in record.mentions {
      field("Mention", "\(mention.text) → \(mention.targets.joined(separator: ", "))")
    }
    field("Transmission", record.transmissionID)
    field("Precedence", record.precedences.joined(separator: " "))
    field("From", record.from)
    field("To", record.to.joined(separator: "; "))
    field("Info", record.info.joined(separator: "; "))
    field("Classified by", record.classifiedBy)
    field("Reasons", record.reasons)
    field("Declassify on", record.declassifyOn)
    field("Signed", record.signers.joined(separator: ", "))
    if record.partial { field("Note", "a partial extract of the original") }
    field("Labels", kept.labels.joined(separator: ", "))
    for line in (kept.note ?? "").split(separator: "\n", omittingEmptySubsequences: false) {
      field("Your note", String(line))
    }
    for warning in record.warnings { field("Warning", warning) }
    for passage in record.body {
      let mark = passage.portion.map { "(\($0)) " } ?? ""
      let number = passage.number.map { "¶\($0) " } ?? ""
      // Sub-points and tables stand close to what they belong to.
      if passage.kind != Block.Kind.item.rawValue { lines.append("") }
      lines += (number + mark + passage.text).split(
        separator: "\n", omittingEmptySubsequences: false
      ).map(String.init)
    }
    self.lines = lines
  }
}
