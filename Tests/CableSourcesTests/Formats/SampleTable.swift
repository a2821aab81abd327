/// Rows of a table as tests write them.
struct SampleRow: Equatable {
  var number = 1
  var date = "4/15/2003 10:20"
  var id = "03ROME1605"
  var origin = "Embassy Rome"
  var classification = "SECRET"
  var references = "03ROME1502|03STATE94815"
  var header = "FM AMEMBASSY ROME"
  var body = "S E C R E T ROME 001605\n\n1. (S) Text."

  enum Escape: CaseIterable {
    case backslash
    case doubled
  }

  /// The row as a line of the table, without its line end.
  func line(_ escape: Escape = .backslash) -> String {
    [String(number), date, id, origin, classification, references, header, body]
      .map { field in
        var text = ""
        for character in field.unicodeScalars {
          switch (character, escape) {
          case ("\"", .backslash), ("\\", .backslash): text += "\\"
          case ("\"", .doubled): text += "\""
          default: break
          }
          text.unicodeScalars.append(character)
        }
        return "\"\(text)\""
      }
      .joined(separator: ",")
  }

  /// Five rows that differ.
  static let five = (1...5).map { number in
    SampleRow(
      number: number, date: "\(number)/15/2003 1\(number):20", id: "03ROME\(number)",
      header: "FM AMEMBASSY ROME \(number)", body: "body \(number), \"quoted\"\nline two\n")
  }
}
