import Cables

/// One line of an export: the original text, and what was known of the cable besides.
///
/// The text is the value of `original`, or of `originalBase64` where its bytes are no UTF-8. The hints are those of the
/// member `hints` where there is one; otherwise what was read from the cable stands in for them.
struct ExportedCable {
  private(set) var original: [UInt8]?
  private(set) var hints = CableHints()
  private var given: CableHints?

  /// Reads a line.
  ///
  /// - Throws: where the line is no JSON object.
  init(_ line: UnsafeBufferPointer<UInt8>) throws(JSONCursor.Damage) {
    var cursor = JSONCursor(line)
    var date = DateParts()
    try cursor.takeObject { key, value throws(JSONCursor.Damage) in
      switch key {
      case "original": original = try value.takeString() ?? original
      case "originalBase64":
        if let text = try value.takeString() { original = Base64.decode(text) ?? original }
      case "hints": given = try ExportedCable.hints(&value)
      case "file": hints.fileName = try value.takeText().map(ExportedCable.name)
      case "canonicalID": hints.id = try value.takeText()
      case "date": date.text = try value.takeString()
      case "dateInferred": date.isInferred = try value.takeBool()
      case "classification": hints.classification = try value.takeText()
      case "origin": hints.origin = try value.takeText()
      case "subject": hints.title = try value.takeText()
      default: try value.skipValue()
      }
    }
    guard cursor.isAtEnd() else { throw JSONCursor.Damage(position: cursor.position) }
    hints.date = date.date
    if let given { hints = given }
  }

  /// A date as an export writes it: in up to three members.
  private struct DateParts {
    var text: [UInt8]?
    var isInferred = false

    var date: CableDate? {
      guard let date = text.flatMap(DateText.isoDate) else { return nil }
      return CableDate(
        year: date.year, month: date.month, day: date.day, hour: date.hour, minute: date.minute,
        precision: date.precision, isInferred: isInferred)
    }
  }

  private static func hints(_ cursor: inout JSONCursor) throws(JSONCursor.Damage) -> CableHints {
    var hints = CableHints()
    var date = DateParts()
    try cursor.takeObject { key, value throws(JSONCursor.Damage) in
      switch key {
      case "fileName": hints.fileName = try value.takeText()
      case "id": hints.id = try value.takeText()
      case "date": date.text = try value.takeString()
      case "dateInferred": date.isInferred = try value.takeBool()
      case "isMinuteFalse": hints.isMinuteFalse = try value.takeBool()
      case "classification": hints.classification = try value.takeText()
      case "origin": hints.origin = try value.takeText()
      case "title": hints.title = try value.takeText()
      case "references": hints.references = try value.takeStrings()
      default: try value.skipValue()
      }
    }
    hints.date = date.date
    return hints
  }

  private static func name(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
