import CableArchive
import Cables

/// A cable as an entry of a bibliography.
///
/// The form follows what style guides ask of a telegram: who sent it, its subject, number and date, and its level as a note. The
/// id is the key.
struct BibliographyEntry {
  private let key: String
  private let author: String
  private let title: String
  private let date: CableDate?
  private let level: String?

  /// Creates an entry under a key that no other entry has.
  init(_ cable: Cable, _ row: ListRow, key: String) {
    self.key = key
    author = cable.originName ?? "Unknown post"
    title = cable.subject ?? (row.subject.isEmpty ? row.name : row.subject)
    date = row.date
    level = row.classification?.rawValue
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// The lines of an entry for BibTeX.
  ///
  /// Names and titles stand in a second pair of braces, which keep their capitals and make no first and last name of a post.
  var bibTeX: [String] {
    var fields = [
      ("author", "{{\(Self.texEscaped(author))}}"), ("title", "{{\(Self.texEscaped(title))}}"),
      ("howpublished", "{Diplomatic cable \(Self.texEscaped(key))}"),
    ]
    if let date {
      fields.append(("year", "{\(date.year)}"))
      if date.precision != .year, Self.months.indices.contains(date.month - 1) {
        fields.append(("month", Self.months[date.month - 1]))
      }
    }
    let notes = [level, date.map { $0.iso8601 + ($0.isInferred ? " (inferred)" : "") }]
    let note = notes.compactMap(\.self).joined(separator: ", ")
    if !note.isEmpty { fields.append(("note", "{\(Self.texEscaped(note))}")) }
    return ["@misc{\(Self.keyLetters(key)),"]
      + fields.map { "  \($0.0) = \($0.1)," } + ["}"]
  }

  /// The entry as one object of CSL-JSON.
  var cslJSON: String {
    var parts = [
      Self.member("id", key), Self.member("type", "personal_communication"),
      Self.member("genre", "Diplomatic cable"), Self.member("title", title),
      "\"author\":[{\(Self.member("literal", author))}]", Self.member("number", key),
    ]
    if let date {
      var numbers = [date.year]
      if date.precision != .year { numbers.append(date.month) }
      if date.precision == .day || date.precision == .minute { numbers.append(date.day) }
      let circa = date.isInferred ? ",\"circa\":true" : ""
      parts.append(
        "\"issued\":{\"date-parts\":[[\(numbers.map(String.init).joined(separator: ","))]]\(circa)}"
      )
    }
    if let level { parts.append(Self.member("note", level)) }
    return "{" + parts.joined(separator: ",") + "}"
  }

  /// The name without what ends a key in BibTeX.
  static func keyLetters(_ name: String) -> String {
    String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) ? $0 : "_" })
  }

  private static func texEscaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "\\": escaped += "\\textbackslash{}"
      case "~": escaped += "\\textasciitilde{}"
      case "^": escaped += "\\textasciicircum{}"
      // Braces are counted whatever stands before them.
      case "{": escaped += "\\textbraceleft{}"
      case "}": escaped += "\\textbraceright{}"
      case "$", "&", "#", "%", "_": escaped += "\\\(character)"
      case _ where character.unicodeScalars.allSatisfy { $0.properties.generalCategory == .control }:
        escaped += " "
      default: escaped.append(character)
      }
    }
    return escaped
  }

  private static func member(_ name: String, _ value: String) -> String {
    "\"\(name)\":\"\(escaped(value))\""
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
