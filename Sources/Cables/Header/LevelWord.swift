/// The level at the start of a class line, its letters spaced or not, spelt right or with a slip.
struct LevelWord {
  /// The level.
  var level: Classification
  /// After its last letter.
  private(set) var end: Int
  /// Whether a letter had to be repaired.
  private(set) var isRepaired = false
  /// Whether the letters stand apart.
  private(set) var isSpaced = false
  /// Whether a letter follows immediately.
  private(set) var isGlued = false

  /// Reads the level a line begins with.
  ///
  /// - Parameters:
  ///   - bytes: the text.
  ///   - content: the line in it, without blanks at its ends.
  ///   - repairs: whether a damaged level is read too.
  init?(_ bytes: [UInt8], _ content: Range<Int>, repairs: Bool) {
    guard content.count >= 5 else { return nil }
    if let sound = Self.sound(bytes, content) {
      self = sound
    } else if repairs, let damaged = Self.damaged(bytes, content) {
      self = damaged
    } else {
      return nil
    }
  }

  private init(level: Classification, end: Int, start: Int, letters: Int) {
    self.level = level
    self.end = end
    isSpaced = end - start >= letters * 2 - 3
  }

  private static let words: [(word: [UInt8], level: Classification)] = [
    (Array("LIMITEDOFFICIALUSE".utf8), .limitedOfficialUse),
    (Array("CONFIDENTIAL".utf8), .confidential), (Array("UNCLASSIFIED".utf8), .unclassified),
    (Array("TOPSECRET".utf8), .topSecret), (Array("LIMOFFUSE".utf8), .limitedOfficialUse),
    (Array("UNCLAS".utf8), .unclassified), (Array("SECRET".utf8), .secret),
  ]

  /// Whether a byte may stand between the letters of a spaced word.
  @inline(__always)
  static func isGap(_ byte: UInt8) -> Bool {
    byte.isBlank || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }

  /// The letter that a byte is or was taken from: readers take O for 0, I for 1 and S for 5.
  @inline(__always)
  static func letter(_ byte: UInt8) -> UInt8? {
    if byte.isLetter { return byte.capital }
    switch byte {
    case UInt8(ascii: "0"): return UInt8(ascii: "O")
    case UInt8(ascii: "1"), UInt8(ascii: "|"), UInt8(ascii: "!"): return UInt8(ascii: "I")
    case UInt8(ascii: "5"): return UInt8(ascii: "S")
    default: return nil
    }
  }

  private static func sound(_ bytes: [UInt8], _ content: Range<Int>) -> LevelWord? {
    let head = bytes[content.lowerBound].capital
    for (word, level) in words where word[0] == head {
      var matched = 0
      var index = content.lowerBound
      while index < content.upperBound, matched < word.count {
        if !isGap(bytes[index]) {
          guard bytes[index].capital == word[matched] else { break }
          matched += 1
        }
        index += 1
      }
      guard matched == word.count else { continue }
      var found = LevelWord(
        level: level, end: index, start: content.lowerBound, letters: word.count)
      found.isGlued = index < content.upperBound && bytes[index].isLetter
      return found
    }
    return nil
  }

  /// Reads a level with one slip; such a line has spaced letters or a number.
  private static func damaged(_ bytes: [UInt8], _ content: Range<Int>) -> LevelWord? {
    guard
      letter(bytes[content.lowerBound]) != nil,
      bytes[content.upperBound - 1].isDigit || isGap(bytes[content.lowerBound + 1])
        || bytes[content].contains(where: \.isDigit)
    else { return nil }
    let first = letter(bytes[content.lowerBound])
    var next = content.lowerBound + 1
    while next < content.upperBound - 1, isGap(bytes[next]) { next += 1 }
    let second = letter(bytes[next])
    for (word, level) in words
    where first == word[0] || first == word[1] || second == word[0] || second == word[1] {
      guard let end = SlippedWord(word, bytes, content).end else { continue }
      let letters = bytes[content.lowerBound..<end].count { letter($0) != nil }
      var found = LevelWord(level: level, end: end, start: content.lowerBound, letters: letters)
      found.isRepaired = true
      return found
    }
    return nil
  }
}
