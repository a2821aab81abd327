/// The TAGS of a header, in every separation: commas, blanks, both, none.
struct TagsField {
  private(set) var codes: [String] = []
  private(set) var names: [String: String] = [:]
  /// Words that are in no table.
  private(set) var unknown: [String] = []

  /// Reads the value of a TAGS field.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    var index = range.lowerBound
    let limit = range.upperBound
    let table = TagTable.standard
    while index < limit {
      let byte = bytes[index]
      if byte == UInt8(ascii: "(") {
        index = readName(bytes, at: index, before: limit)
        continue
      }
      guard byte.isWord else {
        index += 1
        continue
      }
      if let (code, end) = Self.longestCode(bytes, at: index, before: limit, table: table) {
        add(code)
        index = end
        continue
      }
      var end = index
      while end < limit, !Self.separates(bytes[end]) { end += 1 }
      while end > index, !bytes[end - 1].isWord { end -= 1 }
      end = Swift.max(end, index + 1)
      if let joined = Self.brokenCode(bytes, index..<end, before: limit, table: table) {
        add(joined.code)
        index = joined.end
        continue
      }
      addUnknown(bytes[index..<end].map(\.capital), table: table)
      index = end
    }
  }

  /// A code that a blank broke in two: `PR EL`, of parts that are no codes.
  private static func brokenCode(
    _ bytes: [UInt8], _ first: Range<Int>, before limit: Int, table: TagTable
  ) -> (code: String, end: Int)? {
    let next = bytes.skippingBlanks(from: first.upperBound, before: limit)
    guard next > first.upperBound, first.count < 4 else { return nil }
    var end = next
    while end < limit, bytes[end].isLetter { end += 1 }
    guard end > next, end - next + first.count <= 5, end >= limit || separates(bytes[end]) else {
      return nil
    }
    let key = (bytes[first] + bytes[next..<end]).map(\.capital)
    return table.tag(key).map { ($0.code, end) }
  }

  private static func separates(_ byte: UInt8) -> Bool {
    byte.isSpace || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";")
      || byte == UInt8(ascii: "(")
      || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "\"")
  }

  /// The known code of most words that begins at an offset and ends at a separator.
  private static func longestCode(
    _ bytes: [UInt8], at start: Int, before limit: Int, table: TagTable
  ) -> (String, Int)? {
    var index = start
    while index < limit, !separates(bytes[index]) { index += 1 }
    var end = index
    while end > start + 1, bytes[end - 1] == 0x2E || bytes[end - 1] == 0x3A { end -= 1 }
    let first = start..<end
    if table.beginsLongCode(bytes, in: first),
      let long = longCode(bytes, at: start, before: limit, table: table)
    {
      return long
    }
    return table.tag(bytes, in: first).map { ($0.code, end) }
  }

  private static func longCode(
    _ bytes: [UInt8], at start: Int, before limit: Int, table: TagTable
  ) -> (String, Int)? {
    var best: (String, Int)?
    var key: [UInt8] = []
    var index = start
    for word in 0..<table.longestWordCount {
      while index < limit, !separates(bytes[index]) {
        key.append(bytes[index].capital)
        index += 1
      }
      var end = index
      while let last = key.last, last == 0x2E || last == 0x3A {
        key.removeLast()
        end -= 1
      }
      if word > 0, let tag = table.tag(key) { best = (tag.code, end) }
      let next = bytes.skippingSpace(from: index, before: limit)
      guard end == index, next > index, next < limit, bytes[next].isWord else { break }
      key.append(0x20)
      index = next
    }
    return best
  }

  /// Adds a word the tables don't know: its parts if it is codes without a blank between, or itself.
  private mutating func addUnknown(_ word: [UInt8], table: TagTable) {
    if let parts = Self.split(word, table: table) {
      for part in parts { add(part) }
      return
    }
    // Words and numbers that stand between codes, and the word for nothing.
    guard word.count > 1, word.contains(where: \.isLetter), word != Array("AND".utf8),
      word != Array("N/A".utf8)
    else { return }
    if let repaired = Self.repaired(word, table: table) {
      add(repaired)
      return
    }
    let code = String(decoding: word, as: UTF8.self)
    add(code)
    unknown.append(code)
  }

  /// A code in which a reader took digits for letters, or a small L for an I.
  private static func repaired(_ word: [UInt8], table: TagTable) -> String? {
    let letters = word.compactMap(LevelWord.letter)
    guard letters.count == word.count else { return nil }
    for repaired in [letters, letters.map { $0 == UInt8(ascii: "L") ? UInt8(ascii: "I") : $0 }]
    where repaired != word && table.contains(repaired) {
      return String(decoding: repaired, as: UTF8.self)
    }
    return nil
  }

  /// Splits at slashes, or a glued `PGOVPREL` into known codes of four letters with a country at the end at most.
  static func split(_ word: [UInt8], table: TagTable) -> [String]? {
    if word.contains(where: { !$0.isWord }) {
      let parts = word.split { !$0.isWord }.map { Array($0) }
      guard parts.count > 1, parts.allSatisfy({ table.contains($0) }) else { return nil }
      return parts.map { String(decoding: $0, as: UTF8.self) }
    }
    guard word.count >= 6, word.count <= 48 else { return nil }
    var parts: [String] = []
    var index = 0
    while index < word.count {
      let length = [4, 2, 5, 3].first { length in
        index + length <= word.count && table.contains(word[index..<index + length])
      }
      guard let length else { return nil }
      parts.append(String(decoding: word[index..<index + length], as: UTF8.self))
      index += length
    }
    return parts.contains { $0.utf8.count >= 4 } ? parts : nil
  }

  private mutating func add(_ code: String) {
    if !codes.contains(code) { codes.append(code) }
  }

  /// Reads a name in parentheses behind a code; gives the offset after it.
  private mutating func readName(_ bytes: [UInt8], at open: Int, before limit: Int) -> Int {
    let bound = Swift.min(limit, open + 120)
    var close = open + 1
    while close < bound, bytes[close] != UInt8(ascii: ")") { close += 1 }
    guard close < bound else { return open + 1 }
    let name = bytes.foldedText(in: open + 1..<close)
    if close - open <= 5, let tag = TagTable.standard.tag(bytes, in: open + 1..<close) {
      add(tag.code)
      return close + 1
    }
    if let code = codes.last, !name.isEmpty {
      names[code] = names[code].map { "\($0); \(name)" } ?? name
    }
    return close + 1
  }
}
