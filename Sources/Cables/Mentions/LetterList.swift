/// The letters behind `REF`: `A`, `B AND C`, `A-C`, `(a) and (b)`, `A, B AND D`.
struct LetterList {
  private(set) var letters: [String] = []
  /// After the last letter.
  private(set) var end: Int
  /// Whether the only letter is a small a without a mark, which may be the article.
  private(set) var isBareArticle = false
  /// Whether a parenthesis stands around the first letter.
  private(set) var isMarked = false

  /// Reads the letters at an offset.
  init(_ bytes: [UInt8], at offset: Int, before limit: Int) {
    end = offset
    var index = bytes.skippingSpace(from: offset, before: Swift.min(limit, offset + 4))
    if index == offset, index < limit, bytes[index] == UInt8(ascii: "-") { index += 1 }
    guard index > offset || (index < limit && bytes[index] == 0x28) else { return }
    var isRange = false
    while let found = Self.letter(bytes, at: index, before: limit) {
      if letters.isEmpty { isMarked = found.isMarked }
      if isRange, let last = letters.last?.utf8.first, last < found.letter, found.letter - last < 20
      {
        for letter in (last + 1)...found.letter { append(letter) }
      } else {
        append(found.letter)
      }
      isBareArticle =
        letters.count == 1 && !found.isMarked && bytes[found.end - 1] == UInt8(ascii: "a")
        && found.end < limit && bytes[found.end].isBlank
        && !Self.isVerb(bytes, behind: found.end, before: limit)
      end = found.end
      guard let next = Self.afterJoint(bytes, at: end, before: limit) else { break }
      index = next.index
      isRange = next.isRange
    }
  }

  /// Whether the word behind a letter goes with a thing and not with its article: `reftel a and`, `reftel b refers`.
  private static func isVerb(_ bytes: [UInt8], behind end: Int, before limit: Int) -> Bool {
    let next = bytes.skippingSpace(from: end, before: limit)
    for word: StaticString in ["AND", "OR", "REFERS", "REPORTED", "REPORTS", "IS", "WAS"]
    where bytes.hasWord(word, at: next, before: limit) { return true }
    return false
  }

  private mutating func append(_ letter: UInt8) {
    let name = String(decoding: [letter], as: UTF8.self)
    if !letters.contains(name) { letters.append(name) }
  }

  private static func letter(
    _ bytes: [UInt8], at offset: Int, before limit: Int
  ) -> (letter: UInt8, end: Int, isMarked: Bool)? {
    var index = offset
    let isOpen = index < limit && bytes[index] == 0x28
    if isOpen { index += 1 }
    guard index < limit, bytes[index].isLetter else { return nil }
    let after = index + 1
    if isOpen {
      guard after < limit, bytes[after] == 0x29 else { return nil }
      return (bytes[index].capital, after + 1, true)
    }
    if after < limit, bytes[after].isWord || bytes[after] >= 0x80 { return nil }
    // "ref B's" is B, "D'Alema" a name.
    if after < limit, bytes[after] == UInt8(ascii: "'"),
      !bytes.hasWord("S", at: after + 1, before: limit)
    {
      return nil
    }
    // U.S. is a word.
    if after + 1 < limit, bytes[after] == 0x2E, bytes[after + 1].isLetter { return nil }
    return (bytes[index].capital, after, false)
  }

  /// After `, `, ` and `, ` & `, `/`, `-`, ` through ` between two letters.
  private static func afterJoint(
    _ bytes: [UInt8], at offset: Int, before limit: Int
  ) -> (index: Int, isRange: Bool)? {
    var index = bytes.skippingSpace(from: offset, before: limit)
    let start = index
    if index < limit, bytes[index] == UInt8(ascii: "-") {
      return (bytes.skippingSpace(from: index + 1, before: limit), true)
    }
    for word: StaticString in ["THROUGH", "THRU", "TO"]
    where bytes.hasWord(word, at: index, before: limit) {
      return (bytes.skippingSpace(from: index + word.utf8CodeUnitCount, before: limit), true)
    }
    if index < limit,
      bytes[index] == UInt8(ascii: ",") || bytes[index] == UInt8(ascii: "/")
        || bytes[index] == UInt8(ascii: "&") || bytes[index] == UInt8(ascii: ";")
    {
      index = bytes.skippingSpace(from: index + 1, before: limit)
    }
    for word: StaticString in ["AND", "OR"] where bytes.hasWord(word, at: index, before: limit) {
      index = bytes.skippingSpace(from: index + word.utf8CodeUnitCount, before: limit)
      // "and ref B" repeats the word.
      break
    }
    guard index > start else { return nil }
    for word: StaticString in ["REFS", "REF"] where bytes.hasWord(word, at: index, before: limit) {
      return nil
    }
    return (index, false)
  }
}
