/// The letters in front of the items of a block: `A. `, `A) `, `(A) `, `[A]`, `A:`, `¶B.`, doubled or not.
enum ReferenceBullets {
  /// A bullet at a place.
  struct Bullet {
    /// The letter in upper case.
    var letter: UInt8
    /// Where the item begins.
    var end: Int
    /// Whether a mark (a point, a parenthesis) stands with the letter.
    var isMarked: Bool
    /// Whether `REF` stands before the letter.
    var hasWord = false
  }

  /// A stretch with its letter.
  struct Part {
    var letter: String?
    var range: Range<Int>
  }

  /// Reads a bullet at an offset; `REF` and a pilcrow may precede it.
  static func bullet(_ bytes: [UInt8], at offset: Int, before limit: Int) -> Bullet? {
    var start = offset
    if ParagraphMarker.isPilcrow(bytes, at: start, before: limit) {
      start = bytes.skippingBlanks(from: start + 2, before: limit)
    }
    let index = skippingWord(bytes, at: start, before: limit)
    var bullet = letterBullet(bytes, at: index, before: limit)
    bullet?.hasWord = index > start
    return bullet
  }

  private static func letterBullet(_ bytes: [UInt8], at index: Int, before limit: Int) -> Bullet? {
    guard index < limit else { return nil }
    let open = bytes[index]
    if open.isDigit { return digitBullet(bytes, at: index, before: limit) }
    if open == 0x28 || open == UInt8(ascii: "[") {
      let letter = bytes.skippingBlanks(from: index + 1, before: limit)
      guard letter < limit, bytes[letter].isLetter else {
        return open == 0x28 ? digitBullet(bytes, at: letter, before: limit) : nil
      }
      let close = bytes.skippingBlanks(from: letter + 1, before: limit)
      guard close < limit, bytes[close] == (open == 0x28 ? 0x29 : UInt8(ascii: "]")) else {
        return nil
      }
      return Bullet(
        letter: bytes[letter].capital, end: bytes.skippingBlanks(from: close + 1, before: limit),
        isMarked: true)
    }
    guard open.isLetter, index + 1 < limit else { return nil }
    switch bytes[index + 1] {
    case UInt8(ascii: "/"), UInt8(ascii: "="):
      let end = bytes.skippingBlanks(from: index + 2, before: limit)
      guard end > index + 2 else { return nil }
      return Bullet(letter: open.capital, end: end, isMarked: true)
    case UInt8(ascii: "."), 0x29, 0x3A, UInt8(ascii: "-"):
      let after = index + 2
      // A-123 is an airgram, A-02 STATE 12 a bullet.
      if bytes[index + 1] == UInt8(ascii: "-"), after < limit, bytes[after].isDigit,
        !ReferenceBlock.beginsItem(bytes, at: after, before: limit)
      {
        return nil
      }
      // U.S. and D.C. are no bullets, and neither is a hyphen inside a word.
      if after < limit, bytes[after].isLetter {
        if bytes[index + 1] == UInt8(ascii: "-") { return nil }
        if after + 1 < limit, bytes[after + 1] == UInt8(ascii: ".") { return nil }
      }
      return Bullet(
        letter: open.capital, end: bytes.skippingBlanks(from: after, before: limit), isMarked: true)
    case 0x20, 0x09:
      return Bullet(
        letter: open.capital, end: bytes.skippingBlanks(from: index + 1, before: limit),
        isMarked: false)
    default: return nil
    }
  }

  /// Reads `1.`, `1)` or the rest of `(1)` in front of a cable.
  private static func digitBullet(_ bytes: [UInt8], at index: Int, before limit: Int) -> Bullet? {
    guard index + 2 < limit, bytes[index].isDigit, bytes[index] != 0x30,
      bytes[index + 1] == 0x2E || bytes[index + 1] == 0x29
    else { return nil }
    let end = bytes.skippingBlanks(from: index + 2, before: limit)
    guard ReferenceBlock.beginsCitation(bytes, at: end, before: limit) else { return nil }
    return Bullet(letter: bytes[index], end: end, isMarked: true)
  }

  /// Skips a repeated `REF` in front of a letter.
  private static func skippingWord(_ bytes: [UInt8], at index: Int, before limit: Int) -> Int {
    for word: StaticString in ["REFTEL", "REFS", "REF"]
    where bytes.hasWord(word, at: index, before: limit) {
      var next = index + word.utf8CodeUnitCount
      while next < limit,
        bytes[next].isBlank || bytes[next] == 0x3A || bytes[next] == UInt8(ascii: ".")
      {
        next += 1
      }
      return next
    }
    return index
  }

  /// Cuts a block at its bullets.
  ///
  /// Within a line only the letter that is due counts, so initials of names stay in their item.
  static func split(_ bytes: [UInt8], _ range: Range<Int>) -> [Part] {
    var parts: [Part] = []
    var letter: UInt8?
    var start = range.lowerBound
    var index = range.lowerBound
    var isLineStart = true
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == 0x0A {
        isLineStart = true
        index += 1
        continue
      }
      if byte.isBlank {
        index += 1
        continue
      }
      let isFree =
        index == range.lowerBound || !(bytes[index - 1].isWord || bytes[index - 1] >= 0x80)
      if isFree, let bullet = bullet(bytes, at: index, before: range.upperBound),
        accepts(bullet, after: letter, isLineStart: isLineStart, bytes, range.upperBound)
      {
        if letter != nil || index > start {
          parts.append(Part(letter: letter.map(name), range: start..<index))
        }
        letter = bullet.letter
        start = endOfRepeats(bytes, bullet, before: range.upperBound)
        index = start
        isLineStart = false
        continue
      }
      isLineStart = false
      // On to the next word: no bullet begins inside one, but behind a number that lost its blank.
      var isGlued = false
      while index < range.upperBound, bytes[index].isWord || bytes[index] >= 0x80 {
        index += 1
        guard index < range.upperBound, bytes[index].isLetter, bytes[index - 1].isDigit else {
          continue
        }
        isGlued = isGluedBullet(bytes, at: index, after: letter, before: range.upperBound)
        if isGlued { break }
      }
      if isGlued, let bullet = bullet(bytes, at: index, before: range.upperBound) {
        parts.append(Part(letter: letter.map(name), range: start..<index))
        letter = bullet.letter
        start = endOfRepeats(bytes, bullet, before: range.upperBound)
        index = start
        continue
      }
      if index < range.upperBound, !bytes[index].isSpace { index += 1 }
    }
    parts.append(Part(letter: letter.map(name), range: start..<range.upperBound))
    moveTrailingLetters(bytes, &parts)
    // A lone (C) is a portion mark.
    if parts.count == 1, parts[0].letter == "C",
      PortionMark(bytes, at: range.lowerBound, before: range.upperBound) != nil
    {
      parts[0].letter = nil
    }
    return parts.filter { part in bytes[part.range].contains(where: \.isWord) }
  }

  /// Whether the letter that is due stands right behind a number, with an item behind it: `MOSCOW 12B. STATE 13`.
  private static func isGluedBullet(
    _ bytes: [UInt8], at index: Int, after last: UInt8?, before limit: Int
  ) -> Bool {
    guard let last, let bullet = bullet(bytes, at: index, before: limit), bullet.isMarked else {
      return false
    }
    return bullet.letter == last + 1
      && ReferenceBlock.beginsItem(bytes, at: bullet.end, before: limit)
  }

  /// Gives letters that stand behind their items to them: `STATE 111 (A); KIGALI 33 (B)`.
  private static func moveTrailingLetters(_ bytes: [UInt8], _ parts: inout [Part]) {
    guard parts.count > 1, parts[0].letter == nil, let last = parts.last,
      !bytes[last.range].contains(where: \.isWord),
      bytes[parts[0].range].contains(where: \.isDigit)
    else { return }
    for index in 0..<parts.count - 1 { parts[index].letter = parts[index + 1].letter }
    parts.removeLast()
  }

  private static func name(_ letter: UInt8) -> String {
    String(decoding: [letter], as: UTF8.self)
  }

  private static func accepts(
    _ bullet: Bullet, after last: UInt8?, isLineStart: Bool, _ bytes: [UInt8], _ limit: Int
  ) -> Bool {
    if bullet.letter.isDigit { return bullet.letter == (last ?? 0x30) + 1 }
    let due = last.map { $0 + 1 } ?? UInt8(ascii: "A")
    if !bullet.isMarked {
      guard bullet.letter == due else { return false }
      return ReferenceBlock.beginsItem(bytes, at: bullet.end, before: limit)
    }
    if isLineStart {
      return bullet.letter >= due && bullet.letter <= due + (last == nil ? 7 : 4)
    }
    if bullet.letter == due { return true }
    // One letter may have been lost, where a cable follows.
    return bullet.letter == due + 1
      && ReferenceBlock.beginsItem(bytes, at: bullet.end, before: limit)
  }

  /// Skips a portion mark, and the same bullet written twice, `A. A. BAMAKO`, `A. (A) PARIS`, `REF A. REF A STATE`.
  private static func endOfRepeats(_ bytes: [UInt8], _ bullet: Bullet, before limit: Int) -> Int {
    if let mark = PortionMark(bytes, at: bullet.end, before: limit),
      bytes[bullet.end + 1].capital != bullet.letter
    {
      return bytes.skippingBlanks(from: mark.end, before: limit)
    }
    guard let second = self.bullet(bytes, at: bullet.end, before: limit),
      second.letter == bullet.letter
    else { return bullet.end }
    if !second.isMarked, !second.hasWord,
      !ReferenceBlock.beginsItem(bytes, at: second.end, before: limit)
    {
      return bullet.end
    }
    return second.end
  }
}
