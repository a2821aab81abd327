internal import Cables
internal import Foundation

/// Hints as they lie in the archive, JSON with only what is known.
struct StoredHints: Codable {
  struct Date: Codable {
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

  init(_ hints: CableHints) {
    fileName = hints.fileName
    id = hints.id
    date = hints.date.map {
      Date(
        parts: [$0.year, $0.month, $0.day, $0.hour, $0.minute], precision: $0.precision.rawValue,
        isInferred: $0.isInferred)
    }
    isMinuteFalse = hints.isMinuteFalse ? true : nil
    classification = hints.classification
    origin = hints.origin
    title = hints.title
    references = hints.references.isEmpty ? nil : hints.references
  }

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

  /// The hints as JSON; nil for hints that say nothing.
  static func text(of hints: CableHints) throws -> String? {
    guard hints != CableHints() else { return nil }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return String(decoding: try encoder.encode(StoredHints(hints)), as: UTF8.self)
  }

  static func hints(from text: String?) throws -> CableHints {
    guard let text else { return CableHints() }
    return try JSONDecoder().decode(StoredHints.self, from: Data(text.utf8)).hints
  }
}
