/// The name of a field with a slip: `SUBECJT:`, `T AGS:`, `CIassified By:`, `TAG5:`.
struct SlippedFieldName {
  /// The field.
  var kind: HeaderField.Kind
  /// Where the colon stands.
  var end: Int

  private static let names: [(name: [UInt8], kind: HeaderField.Kind)] = [
    (Array("SUBJECT".utf8), .subject), (Array("CLASSIFIEDBY".utf8), .classifiedBy),
    (Array("REFTEL".utf8), .references), (Array("REFTELS".utf8), .references),
    (Array("REFERENCES".utf8), .references), (Array("TAGS".utf8), .tags),
    (Array("SUBJ".utf8), .subject), (Array("REFS".utf8), .references),
    (Array("REF".utf8), .references),
  ]

  /// Reads the name in front of a colon that stands in the first part of a line.
  ///
  /// Short names are near to many words, so what follows them must be of their kind.
  init?(_ bytes: [UInt8], at start: Int, before limit: Int) {
    var key: [UInt8] = []
    var index = start
    let bound = Swift.min(limit, start + 26)
    while index < bound, bytes[index] != 0x3A {
      if let letter = LevelWord.letter(bytes[index]) {
        key.append(letter)
        guard key.count <= 13 else { return nil }
      } else {
        guard LevelWord.isGap(bytes[index]) else { return nil }
      }
      index += 1
    }
    guard index < bound, key.count >= 3 else { return nil }
    end = index
    let value = bytes.skippingBlanks(from: index + 1, before: limit)
    for (name, kind) in Self.names where Self.isNear(key, name) {
      if name.count < 5, !Self.isValue(bytes, value..<Swift.max(value, limit), of: kind) {
        continue
      }
      self.kind = kind
      return
    }
    return nil
  }

  /// Whether a key is a name, is one slip apart, or has a long name's letters in another order.
  private static func isNear(_ key: [UInt8], _ name: [UInt8]) -> Bool {
    if key == name || Spelling.isOneSlipApart(key, name) { return true }
    return name.count > 6 && key.count == name.count && key[0] == name[0]
      && key.sorted() == name.sorted()
  }

  private static func isValue(
    _ bytes: [UInt8], _ range: Range<Int>, of kind: HeaderField.Kind
  ) -> Bool {
    switch kind {
    case .references:
      return ReferenceBlock.beginsItem(bytes, at: range.lowerBound, before: range.upperBound)
    case .tags:
      var end = range.lowerBound
      while end < range.upperBound, bytes[end].isWord { end += 1 }
      return TagTable.standard.contains(bytes[range.lowerBound..<end].map(\.capital))
    default: return bytes[range].prefix(40).contains(where: \.isLetter)
    }
  }
}
