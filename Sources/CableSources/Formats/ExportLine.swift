public import Cables

/// A line of an export: what was read from a cable, and all that is needed to read it again without loss.
///
/// To the object of `CableRecord` come `original`, the text as it came (`originalBase64` where its bytes are no UTF-8), and
/// `hints`, what the collection said besides the text.
public struct ExportLine: Sendable, Equatable {
  /// The line in UTF-8, with its line end.
  public private(set) var bytes: [UInt8]

  /// Writes the line of a cable.
  ///
  /// - Parameters:
  ///   - cable: the cable; its original text is written.
  ///   - hints: what it was parsed with.
  ///   - file: the file it came from.
  public init(_ cable: Cable, hints: CableHints, file: String?) {
    bytes = CableRecord(cable, file: file).jsonLine
    // The object goes on where the record's ended.
    while let last = bytes.last, last == 0x0A || last == UInt8(ascii: "}") { bytes.removeLast() }
    write(original: cable.text.original)
    write(hints)
    bytes += "}\n".utf8
  }

  private mutating func write(original: [UInt8]) {
    if String(validating: original, as: UTF8.self) != nil {
      bytes += ",\"original\":".utf8
      write(string: original)
    } else {
      bytes += ",\"originalBase64\":\"".utf8
      bytes += Base64.encode(original)
      bytes += "\"".utf8
    }
  }

  private mutating func write(_ hints: CableHints) {
    bytes += ",\"hints\":{\"isMinuteFalse\":\(hints.isMinuteFalse)".utf8
    let texts = [
      ("fileName", hints.fileName), ("id", hints.id), ("date", hints.date?.iso8601),
      ("classification", hints.classification), ("origin", hints.origin), ("title", hints.title),
    ]
    for (key, text) in texts {
      guard let text else { continue }
      bytes += ",\"\(key)\":".utf8
      write(string: Array(text.utf8))
    }
    if let date = hints.date { bytes += ",\"dateInferred\":\(date.isInferred)".utf8 }
    bytes += ",\"references\":[".utf8
    for (index, reference) in hints.references.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      write(string: Array(reference.utf8))
    }
    bytes += "]}".utf8
  }

  private mutating func write(string: [UInt8]) {
    bytes.append(0x22)
    for byte in string {
      switch byte {
      case 0x22, 0x5C: bytes += [0x5C, byte]
      case 0x0A: bytes += [0x5C, UInt8(ascii: "n")]
      case 0..<0x20, 0x7F:
        let digits = Array("0123456789abcdef".utf8)
        bytes += "\\u00".utf8
        bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(0x22)
  }
}
