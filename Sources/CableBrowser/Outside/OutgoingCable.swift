import CableArchive
import Cables
import TerminalUI

/// What leaves the browser of a page: to a pager, an editor, a command, a file, the clipboard.
///
/// It is what is shown: the cable as it reads, or in the view of the original the bytes exactly as they came.
struct OutgoingCable: Sendable {
  /// Columns that running text is set to.
  static let columns = 80

  let page: Page
  let view: DetailState.View
  let document: Document

  /// A name for a file that leads nowhere else, whatever the cable is called: `03ROME4715.txt`.
  var fileName: String {
    let name = String(
      page.name.unicodeScalars.map { scalar -> Character in
        let isPlain =
          scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
        return isPlain || "._-".unicodeScalars.contains(scalar) ? Character(scalar) : "_"
      }
      .drop { $0 == "." || $0 == "-" }.prefix(80))
    return name.isEmpty ? "cable.txt" : name.hasSuffix(".txt") ? name : name + ".txt"
  }

  /// The bytes for a file or a command.
  var bytes: [UInt8] {
    if view == .original, case .cable(let page) = page { return page.cable.text.original }
    return Array(document.plainText(columns: Self.columns).utf8)
  }

  /// Text that is safe to show, also in a pager that passes control characters on.
  var visibleText: String {
    guard view == .original, case .cable(let page) = page else {
      return document.plainText(columns: Self.columns)
    }
    return String(decoding: page.cable.text.original, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { Sanitizer.visible(String($0)) }.joined(separator: "\n")
  }
}

extension Document {
  /// The document as lines of text, control characters as visible marks.
  func plainText(columns: Int) -> String {
    let layout = DocumentLayout(self, columns: columns)
    var text = ""
    for line in layout.lines {
      let item = items[line.item]
      var row = line.isFirst ? String(item.label.prefix(max(0, line.indent))) : ""
      if !line.range.isEmpty {
        row += String(repeating: " ", count: max(0, line.indent - row.count))
        row += Sanitizer.visible(String(decoding: self.text[line.range], as: UTF8.self))
      }
      text += row + "\n"
    }
    return text
  }

  /// The words of an item, in one line.
  func words(ofItem index: Int) -> String {
    Sanitizer.visible(String(decoding: text[items[index].range], as: UTF8.self))
  }
}

extension CablePage {
  /// A reference to the cable as a footnote has it.
  var citation: String {
    var parts = [cable.originName ?? "Unknown post"]
    if let subject = cable.subject ?? (row.subject.isEmpty ? nil : row.subject) {
      parts.append("“\(Sanitizer.visible(subject))”")
    }
    parts.append("cable \(row.name)")
    if let date = cable.date {
      parts.append(date.displayed + (date.isInferred ? " (inferred)" : ""))
    }
    if let classification = cable.classification { parts.append(classification.rawValue) }
    return parts.joined(separator: ", ") + "."
  }
}
