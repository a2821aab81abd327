import CableArchive
import Cables
import Foundation

/// Prints a JSON array element by element.
struct JSONResults {
  private let output: Output
  private var isFirst = true

  init(_ output: Output) {
    self.output = output
  }

  mutating func add(_ element: some Encodable) {
    let line = JSONText.line(element)
    output.line((isFirst ? "[" : ",") + line)
    isFirst = false
  }

  mutating func finish() {
    output.line(isFirst ? "[]" : "]")
  }
}

/// One-line JSON of a value.
enum JSONText {
  static func line(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Values here hold strings, numbers and booleans only, which always encode.
    guard let data = try? encoder.encode(value) else { return "null" }
    return String(decoding: data, as: UTF8.self)
  }
}

/// A row of a result.
struct ResultRow: Encodable {
  let id: String?
  let name: String
  let date: String?
  let datePrecision: String?
  let dateInferred: Bool
  let classification: String?
  let origin: String?
  let subject: String
  let citedBy: Int

  init(_ row: ListRow) {
    id = row.id?.description
    name = row.name
    date = row.date?.iso8601
    datePrecision = row.date?.precision.rawValue
    dateInferred = row.date?.isInferred ?? false
    classification = row.classification?.rawValue
    origin = row.post
    subject = row.subject
    citedBy = row.citedByCount
  }
}
