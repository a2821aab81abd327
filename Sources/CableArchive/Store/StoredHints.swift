internal import Cables
internal import Foundation

/// Hints as they lie in the archive, JSON with only what is known.
struct StoredHints: Decodable {
  struct Date: Decodable {
    var parts: [Int]
    var precision: String
    var isInferred: Bool
  }

  var fileName: String?
  var id: String?
  var date: Date?
  var isMinuteFalse: Bool?
  var classification: String?
  var origin: String?
  var title: String?
  var references: [String]?

  var hints: CableHints {
    var hints = CableHints()
    hints.fileName = fileName
    hints.id = id
    if let date, date.parts.count == 5,
      let precision = CableDate.Precision(rawValue: date.precision)
    {
      hints.date = CableDate(
        year: date.parts[0], month: date.parts[1], day: date.parts[2], hour: date.parts[3],
        minute: date.parts[4], precision: precision, isInferred: date.isInferred)
    }
    hints.isMinuteFalse = isMinuteFalse ?? false
    hints.classification = classification
    hints.origin = origin
    hints.title = title
    hints.references = references ?? []
    return hints
  }

  /// The hints as JSON, keys in order; nil for hints that say nothing.
  static func text(of hints: CableHints) -> String? {
    guard hints != CableHints() else { return nil }
    var object = JSONObject()
    object.add("classification", hints.classification)
    if let date = hints.date {
      let parts = [date.year, date.month, date.day, date.hour, date.minute]
        .map(String.init).joined(separator: ",")
      var text = JSONObject()
      text.add("isInferred", verbatim: date.isInferred ? "true" : "false")
      text.add("parts", verbatim: "[\(parts)]")
      text.add("precision", date.precision.rawValue)
      object.add("date", verbatim: text.text)
    }
    object.add("fileName", hints.fileName)
    object.add("id", hints.id)
    if hints.isMinuteFalse { object.add("isMinuteFalse", verbatim: "true") }
    object.add("origin", hints.origin)
    if !hints.references.isEmpty {
      let list = hints.references.map(JSONObject.quoted).joined(separator: ",")
      object.add("references", verbatim: "[\(list)]")
    }
    object.add("title", hints.title)
    return object.text
  }

  static func hints(from text: String?) throws -> CableHints {
    guard let text else { return CableHints() }
    return try JSONDecoder().decode(StoredHints.self, from: Data(text.utf8)).hints
  }
}
