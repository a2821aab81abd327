import CableArchive
import Cables

/// A cable as Markdown: a heading, its data as a list, its paragraphs.
struct CableMarkdown {
  let lines: [String]

  init(_ cable: Cable, _ row: ListRow) {
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
        "Ref \(reference.letter ?? "")",
        [reference.canonicalID, reference.label].compactMap { $0 }.joined(separator: ": "))
    }
    for paragraph in record.paragraphs {
      let portion = paragraph.portion.map { " (\($0))" } ?? ""
      lines += ["", "\(paragraph.number)\\.\(portion) " + Self.escaped(paragraph.text)]
    }
    if record.paragraphs.isEmpty {
      let text = String(decoding: cable.text.clean, as: UTF8.self)
      // A fence longer than any within the text.
      let fence = String(repeating: "`", count: max(3, Self.longestRun(of: "`", in: text) + 1))
      lines += ["", fence, text, fence]
    }
    self.lines = lines
  }

  /// The text with a backslash before what Markdown would take for markup.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\`*_[]<>#|".contains(character) { result.append("\\") }
      result.append(character == "\n" ? " " : character)
    }
    return result
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
