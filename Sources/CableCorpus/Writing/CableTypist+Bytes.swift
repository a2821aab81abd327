extension CableTypist {
  /// Makes the changes that are made to bytes, most of them to the body alone.
  mutating func damageBytes(from start: Int) {
    if has(.commaApostrophes) { replaceApostrophes(from: start, with: [UInt8(ascii: ",")]) }
    if has(.ampersandQuotes) {
      replaceQuotes(from: start, opening: [UInt8(ascii: "&")], closing: [UInt8(ascii: "8")])
    }
    if has(.smartQuotes) {
      replaceApostrophes(from: start, with: Array("’".utf8))
      replaceQuotes(from: start, opening: Array("“".utf8), closing: Array("”".utf8))
    } else if has(.windows1252) {
      replaceApostrophes(from: start, with: [0x92])
      replaceQuotes(from: start, opening: [0x93], closing: [0x94])
      narrowPilcrows()
    }
    if has(.controlBytes) { putControlBytes(from: start) }
    if has(.carriageReturns) {
      text = text.flatMap { $0 == UInt8(ascii: "\n") ? [13, 10] : [$0] }
    }
    if has(.byteOrderMark) { text.insert(contentsOf: [0xEF, 0xBB, 0xBF], at: 0) }
  }

  private mutating func replaceApostrophes(from start: Int, with bytes: [UInt8]) {
    replace(from: start) { $0 == UInt8(ascii: "'") ? bytes : nil }
  }

  private mutating func replaceQuotes(from start: Int, opening: [UInt8], closing: [UInt8]) {
    var isOpen = false
    replace(from: start) { byte in
      guard byte == UInt8(ascii: "\"") else { return nil }
      isOpen.toggle()
      return isOpen ? opening : closing
    }
  }

  /// Writes the paragraph sign in one byte, as Windows-1252 does.
  private mutating func narrowPilcrows() {
    var narrow: [UInt8] = []
    narrow.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      if text[index] == 0xC2, index + 1 < text.count, text[index + 1] == 0xB6 { index += 1 }
      narrow.append(text[index])
      index += 1
    }
    text = narrow
  }

  private mutating func putControlBytes(from start: Int) {
    var next = start + dice.within(100...400)
    var damaged: [UInt8] = Array(text[..<start])
    for index in start..<text.count {
      damaged.append(text[index])
      if index >= next, text[index] == 32 {
        damaged.append(dice.happens(0.5) ? 0 : 27)
        next = index + dice.within(200...900)
      }
    }
    text = damaged
  }

  private mutating func replace(from start: Int, by change: (UInt8) -> [UInt8]?) {
    var changed: [UInt8] = Array(text[..<start])
    changed.reserveCapacity(text.count + 64)
    for byte in text[start...] {
      if let bytes = change(byte) {
        changed.append(contentsOf: bytes)
      } else {
        changed.append(byte)
      }
    }
    text = changed
  }
}
