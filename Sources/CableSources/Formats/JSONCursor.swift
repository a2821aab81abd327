/// Moves through JSON text and takes out the values that are wanted, without building the rest.
///
/// Control characters inside strings are let through, and half surrogate pairs become U+FFFD.
struct JSONCursor {
  /// What is not JSON, at a byte.
  struct Damage: Error, Equatable {
    let position: Int
  }

  private static let depthLimit = 64

  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var position: Int
  private var depth = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    position = 0
  }

  /// Takes an object; `member` must take each value.
  mutating func takeObject(
    _ member: (String, inout JSONCursor) throws(Damage) -> Void
  ) throws(Damage) {
    try takeList(from: "{", to: "}") { cursor throws(Damage) in
      guard cursor.peek() == UInt8(ascii: "\"") else { throw cursor.damage }
      let key = String(decoding: try cursor.takeStringBytes(), as: UTF8.self)
      try cursor.expect(":")
      try member(key, &cursor)
    }
  }

  /// Takes a string's bytes; nil, and the value is skipped, where it is something else.
  mutating func takeString() throws(Damage) -> [UInt8]? {
    guard peek() == UInt8(ascii: "\"") else {
      try skipValue()
      return nil
    }
    return try takeStringBytes()
  }

  /// Takes a string that is not empty; nil, and the value is skipped, where it is something else.
  mutating func takeText() throws(Damage) -> String? {
    guard let bytes = try takeString(), !bytes.isEmpty else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Takes a truth value; everything but `true` is false.
  mutating func takeBool() throws(Damage) -> Bool {
    let isTrue = peek() == UInt8(ascii: "t")
    try skipValue()
    return isTrue
  }

  /// Takes the strings of an array; empty, and the value is skipped, where it is something else.
  mutating func takeStrings() throws(Damage) -> [String] {
    guard peek() == UInt8(ascii: "[") else {
      try skipValue()
      return []
    }
    var texts: [String] = []
    try takeList(from: "[", to: "]") { cursor throws(Damage) in
      if let text = try cursor.takeText() { texts.append(text) }
    }
    return texts
  }

  /// Moves over any value.
  mutating func skipValue() throws(Damage) {
    switch peek() {
    case UInt8(ascii: "\""): _ = try takeStringBytes()
    case UInt8(ascii: "{"):
      try takeObject { _, cursor throws(Damage) in try cursor.skipValue() }
    case UInt8(ascii: "["):
      try takeList(from: "[", to: "]") { cursor throws(Damage) in try cursor.skipValue() }
    case nil: throw damage
    default:
      let start = position
      while position < bytes.count, JSONCursor.isBare(bytes[position]) { position += 1 }
      if position == start { throw damage }
    }
  }

  /// Whether only blanks are left.
  mutating func isAtEnd() -> Bool {
    peek() == nil
  }

  private var damage: Damage { Damage(position: position) }

  private static func isBare(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): true
    default: false
    }
  }

  /// The next byte that is no blank.
  private mutating func peek() -> UInt8? {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return bytes[position]
      }
    }
    return nil
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(Damage) {
    guard peek() == UInt8(ascii: character) else { throw damage }
    position += 1
  }

  private mutating func takeList(
    from open: Unicode.Scalar, to close: Unicode.Scalar,
    _ element: (inout JSONCursor) throws(Damage) -> Void
  ) throws(Damage) {
    try expect(open)
    depth += 1
    defer { depth -= 1 }
    if depth > JSONCursor.depthLimit { throw damage }
    if peek() == UInt8(ascii: close) {
      position += 1
      return
    }
    while true {
      try element(&self)
      if peek() == UInt8(ascii: close) { break }
      try expect(",")
    }
    position += 1
  }

  private mutating func takeStringBytes() throws(Damage) -> [UInt8] {
    try expect("\"")
    var text: [UInt8] = []
    while true {
      let rest = bytes[position...]
      guard let stop = rest.firstIndex(where: { $0 == 0x22 || $0 == 0x5C }) else { throw damage }
      text.append(contentsOf: rest[..<stop])
      position = stop + 1
      if bytes[stop] == 0x22 { return text }
      try takeEscape(into: &text)
    }
  }

  private mutating func takeEscape(into text: inout [UInt8]) throws(Damage) {
    guard position < bytes.count else { throw damage }
    let letter = bytes[position]
    position += 1
    switch letter {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "u"): try takeScalar(into: &text)
    default: throw damage
    }
  }

  private mutating func takeScalar(into text: inout [UInt8]) throws(Damage) {
    var value = try takeHex()
    if (0xD800..<0xDC00).contains(value), position + 1 < bytes.count,
      bytes[position] == 0x5C, bytes[position + 1] == UInt8(ascii: "u")
    {
      let restart = position
      position += 2
      let low = try takeHex()
      if (0xDC00..<0xE000).contains(low) {
        value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
      } else {
        position = restart
      }
    }
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    text.append(contentsOf: String(Character(scalar)).utf8)
  }

  private mutating func takeHex() throws(Damage) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard position < bytes.count,
        let digit = Character(Unicode.Scalar(bytes[position])).hexDigitValue
      else { throw damage }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }
}
