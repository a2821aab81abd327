/// Rows of a comma-separated table with a heading row: quoted fields, doubled quotes, `\n` line ends.
struct CommaTable: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private let separator: UInt8
  private var index = 0

  /// Starts behind the heading row.
  init(_ bytes: [UInt8], separator: UInt8 = UInt8(ascii: ",")) {
    self.bytes = bytes
    self.separator = separator
    while index < bytes.count, bytes[index] != 0x0A { index += 1 }
    index += 1
  }

  /// The fields of the next row.
  mutating func next() -> [String]? {
    guard index < bytes.count else { return nil }
    var fields: [String] = []
    fields.reserveCapacity(8)
    while true {
      fields.append(nextField())
      guard index < bytes.count, bytes[index] == separator else { break }
      index += 1
    }
    index += 1
    return fields
  }

  private mutating func nextField() -> String {
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
      let start = index
      while index < bytes.count, bytes[index] != separator, bytes[index] != 0x0A { index += 1 }
      return bytes.text(in: start..<index)
    }
    index += 1
    var field: [UInt8] = []
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\"") {
        index += 1
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { break }
      }
      field.append(bytes[index])
      index += 1
    }
    return String(decoding: field, as: UTF8.self)
  }
}
