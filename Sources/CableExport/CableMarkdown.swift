import CableArchive
import CableNotebook
import Cables

/// A cable as Markdown: a heading, its data as a list, its paragraphs.
struct CableMarkdown {
  let lines: [String]

  init(_ cable: Cable, _ row: ListRow, kept: Notebook.Entry) {
    let record = CableRecord(cable, file: nil)
    var lines = [
      "# \(row.name)" + (row.subject.isEmpty ? "" : " – \(Self.escaped(row.subject))"), "",
    ]
    func item(_ name: String, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      lines.append("- **\(name)** \(Self.escaped(value))")
    }
    item("Date", record.date.map { $0 + (record.dateInferred ? " (inferred)" : "") })
    item("Classification", record.classification)
    item("From", record.from ?? record.origin)
    item("To", record.to.joined(separator: "; "))
    item("TAGS", record.tags.joined(separator: ", "))
    for reference in record.references {
      item(
        reference.letter.map { "Ref \($0)" } ?? "Ref",
        [reference.canonicalID, reference.label].compactMap { $0 }.joined(separator: ": "))
    }
    item("Labels", kept.labels.joined(separator: ", "))
    item("Note", kept.note)
    for passage in record.body { lines += Self.lines(of: passage) }
    self.lines = lines
  }

  private static func lines(of passage: CableRecord.Passage) -> [String] {
    let portion = passage.portion.map { "(\($0)) " } ?? ""
    switch Block.Kind(rawValue: passage.kind) {
    case .heading:
      return ["", "## " + portion + escaped(passage.text)]
    case .table:
      // A fence longer than any within the text.
      let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: passage.text) + 1))
      return ["", fence]
        + passage.text.split(separator: "\n", omittingEmptySubsequences: false)
        .map(String.init) + [fence]
    case .item:
      return ["", "> " + escaped(passage.text)]
    case .paragraph, .text, .signature, nil:
      let number = passage.number.map { "\($0)\\. " } ?? ""
      return ["", number + portion + escaped(passage.text)]
    }
  }

  private static let marks = Set("\\`*_[]<>#|".utf8)

  /// The text on one line with a backslash before what Markdown would take for markup.
  private static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
      if marks.contains(byte) { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(byte == 0x0A ? 0x20 : byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func longestRun(of character: Character, in text: String) -> Int {
    var longest = 0
    var run = 0
    for other in text {
      run = other == character ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
