/// Entities and tags of web pages that were left in a plain text: `AT&amp;T`, `&#8217;`, `<br>`.
struct MarkupRemains {
  /// What stands in its place.
  var edit: TextEdit
  /// After it.
  var end: Int { edit.range.upperBound }

  /// Reads what begins with `&` or `<` at an offset; nil where it is text.
  init?(_ bytes: [UInt8], at start: Int) {
    let found =
      bytes[start] == UInt8(ascii: "&")
      ? Self.entity(bytes, at: start) : Self.tag(bytes, at: start)
    guard let found else { return nil }
    edit = found
  }

  private static let entities: [(name: StaticString, text: StaticString)] = [
    ("AMP", "&"), ("LT", "<"), ("GT", ">"), ("QUOT", "\""), ("APOS", "'"), ("NBSP", " "),
    ("PARA", "¶"), ("RSQUO", "’"), ("LSQUO", "‘"), ("RDQUO", "”"), ("LDQUO", "“"), ("NDASH", "–"),
    ("MDASH", "—"), ("HELLIP", "…"),
  ]

  private static let characters: [(code: Int, text: StaticString)] = [
    (9, " "), (10, "\n"), (13, ""), (32, " "), (34, "\""), (38, "&"), (39, "'"), (60, "<"),
    (62, ">"), (160, " "), (182, "¶"), (8211, "–"), (8212, "—"), (8216, "‘"), (8217, "’"),
    (8220, "“"), (8221, "”"), (8230, "…"),
  ]

  private static func entity(_ bytes: [UInt8], at start: Int) -> TextEdit? {
    let bound = Swift.min(bytes.count, start + 10)
    var end = start + 1
    while end < bound, bytes[end].isWord || bytes[end] == UInt8(ascii: "#") { end += 1 }
    guard end < bound, end > start + 2, bytes[end] == UInt8(ascii: ";") else { return nil }
    let name = start + 1..<end
    if bytes[start + 1] == UInt8(ascii: "#") {
      guard let code = code(bytes, start + 2..<end),
        let (_, text) = characters.first(where: { $0.code == code })
      else { return nil }
      return TextEdit(start..<end + 1, text)
    }
    guard let (_, text) = entities.first(where: { bytes.equals($0.name, in: name) }) else {
      return nil
    }
    return TextEdit(start..<end + 1, text)
  }

  /// The number of a character in digits, or in hexadecimal ones behind an `x`.
  private static func code(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard let first = range.first else { return nil }
    guard bytes[first].capital == UInt8(ascii: "X") else { return bytes.number(in: range) }
    return Int(bytes.text(in: first + 1..<range.upperBound), radix: 16)
  }

  private static let tags: [StaticString] = [
    "BR", "P", "PRE", "SPAN", "DIV", "A", "B", "I", "EM", "STRONG", "CODE", "FONT", "TT",
  ]

  /// A tag of running text; what breaks lines there is a line end here, unless one follows anyway.
  private static func tag(_ bytes: [UInt8], at start: Int) -> TextEdit? {
    let limit = bytes.count
    let isClosing = start + 1 < limit && bytes[start + 1] == UInt8(ascii: "/")
    let nameStart = isClosing ? start + 2 : start + 1
    let bound = Swift.min(limit, start + 160)
    var nameEnd = nameStart
    while nameEnd < bound, bytes[nameEnd].isLetter { nameEnd += 1 }
    let name = nameStart..<nameEnd
    guard tags.contains(where: { bytes.equals($0, in: name) }) else { return nil }
    var end = nameEnd
    while end < bound, bytes[end] != UInt8(ascii: ">"), bytes[end] != 0x0A { end += 1 }
    guard end < bound, bytes[end] == UInt8(ascii: ">") else { return nil }
    // Attributes have an equals sign; `<A B>` is text.
    let rest = bytes[nameEnd..<end]
    guard rest.allSatisfy({ $0.isBlank || $0 == UInt8(ascii: "/") }) || rest.contains(0x3D) else {
      return nil
    }
    let next = bytes.skippingBlanks(from: end + 1, before: limit)
    let breaksLine =
      (bytes.equals("BR", in: name) || (isClosing && bytes.equals("P", in: name)))
      && next < limit && bytes[next] != 0x0A
    return TextEdit(start..<end + 1, breaksLine ? "\n" : "")
  }
}
