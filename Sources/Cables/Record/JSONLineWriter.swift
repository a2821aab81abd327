/// Writes one JSON value as bytes.
struct JSONLineWriter {
  private(set) var bytes: [UInt8] = []
  private var isFirst = true

  init(capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  mutating func open(_ bracket: StaticString) {
    append(bracket)
    isFirst = true
  }

  mutating func close(_ bracket: StaticString) {
    append(bracket)
    isFirst = false
  }

  mutating func endLine() { bytes.append(0x0A) }

  mutating func field(_ key: StaticString, _ value: String?) {
    begin(key)
    if let value { string(value) } else { append("null") }
  }

  mutating func field(_ key: StaticString, _ value: Bool) {
    begin(key)
    append(value ? "true" : "false")
  }

  mutating func field(_ key: StaticString, _ value: Int?) {
    begin(key)
    if let value { bytes.append(contentsOf: String(value).utf8) } else { append("null") }
  }

  mutating func field(_ key: StaticString, _ values: [String]) {
    begin(key)
    append("[")
    for (index, value) in values.enumerated() {
      if index > 0 { append(",") }
      string(value)
    }
    append("]")
  }

  /// A list of objects, each filled by a closure.
  mutating func list<Element>(
    _ key: StaticString, _ elements: [Element], fill: (inout JSONLineWriter, Element) -> Void
  ) {
    begin(key)
    append("[")
    for (index, element) in elements.enumerated() {
      if index > 0 { append(",") }
      open("{")
      fill(&self, element)
      close("}")
    }
    append("]")
  }

  private mutating func begin(_ key: StaticString) {
    if !isFirst { append(",") }
    isFirst = false
    append("\"")
    append(key)
    append("\":")
  }

  /// A string with quotation marks, backslashes and control characters escaped.
  private mutating func string(_ value: String) {
    append("\"")
    var value = value
    value.withUTF8 { buffer in
      var start = 0
      for index in 0..<buffer.count {
        let byte = buffer[index]
        guard byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F else { continue }
        bytes.append(contentsOf: buffer[start..<index])
        escape(byte)
        start = index + 1
      }
      bytes.append(contentsOf: buffer[start...])
    }
    append("\"")
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(0x5C)
    switch byte {
    case 0x22, 0x5C: bytes.append(byte)
    case 0x0A: append("n")
    case 0x0D: append("r")
    case 0x09: append("t")
    default:
      append("u00")
      for digit in [byte >> 4, byte & 15] { bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit) }
    }
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }
}
