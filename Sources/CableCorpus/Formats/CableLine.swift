import Cables

/// A cable as a line of JSON: file, id and the text as it came.
struct CableLine {
  private let cable: CorpusCable
  private let written: WrittenCable

  init(_ cable: CorpusCable, written: WrittenCable) {
    self.cable = cable
    self.written = written
  }

  /// Appends the line with its end; bytes that are no UTF-8 become replacement characters.
  func append(to bytes: inout [UInt8]) {
    bytes.put(
      "{\"file\":\"\(cable.truth.id).txt\",\"canonicalID\":\"\(cable.truth.id)\",\"text\":\"")
    for byte in String(decoding: written.bytes, as: UTF8.self).utf8 {
      switch byte {
      case 34: bytes.put("\\\"")
      case 92: bytes.put("\\\\")
      case 10: bytes.put("\\n")
      case 0..<32:
        bytes.put("\\u00")
        bytes.put(byte < 16 ? "0" : "1")
        bytes.append(contentsOf: String(byte & 15, radix: 16).utf8)
      default: bytes.append(byte)
      }
    }
    bytes.put("\"}\n")
  }
}
