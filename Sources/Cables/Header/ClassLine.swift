/// The line that gives a cable's level, its section, post and serial number: `S E C R E T SECTION 01 OF 03 ROME 001605`.
///
/// Letters may be spaced, and one letter may be wrong, missing or too many: that happened to 31 class lines in a sample
/// of 1,295 published cables.
struct ClassLine {
  /// The level.
  var level: Classification
  /// Captions on the line itself, `NOFORN`.
  var captions: [String] = []
  /// The section's number, where the line names one.
  var section: Int?
  /// The post in key form.
  var post: String?
  /// Whether the tables know the post.
  var isPostKnown = false
  /// The serial number.
  var number: Int?
  /// Whether a letter of the level had to be repaired.
  var isRepaired = false
  /// Where the line's content begins.
  var start: Int

  /// Whether post and serial number are there, which no line of the body has behind a level.
  var isComplete: Bool { post != nil && number != nil }

  /// Reads a line; nil if it does not begin with a level, or goes on with other text.
  ///
  /// - Parameters:
  ///   - bytes: the text.
  ///   - content: the line in it, without blanks at its ends.
  ///   - repairs: whether a damaged level is read too.
  init?(_ bytes: [UInt8], _ content: Range<Int>, repairs: Bool = true) {
    guard content.count >= 5, content.count <= 160, bytes[content.lowerBound].isLetter else {
      return nil
    }
    start = content.lowerBound
    guard
      let word = Self.soundLevel(bytes, content)
        ?? (repairs ? Self.damagedLevel(bytes, content) : nil)
    else { return nil }
    level = word.level
    isRepaired = word.isRepaired
    guard self.readRest(bytes, word.end..<content.upperBound) else { return nil }
    if word.isRepaired, !isComplete, !word.isSpaced { return nil }
    if word.isGlued, !isPostKnown { return nil }
  }

  private struct LevelWord {
    var level: Classification
    var end: Int
    var isRepaired = false
    var isSpaced = false
    /// Whether a letter follows immediately.
    var isGlued = false
  }

  private static let words: [(word: [UInt8], level: Classification)] = [
    (Array("LIMITEDOFFICIALUSE".utf8), .limitedOfficialUse),
    (Array("CONFIDENTIAL".utf8), .confidential), (Array("UNCLASSIFIED".utf8), .unclassified),
    (Array("TOPSECRET".utf8), .topSecret), (Array("LIMOFFUSE".utf8), .limitedOfficialUse),
    (Array("UNCLAS".utf8), .unclassified), (Array("SECRET".utf8), .secret),
  ]

  /// Reads a level that is spelt right, its letters spaced or not.
  private static func soundLevel(_ bytes: [UInt8], _ content: Range<Int>) -> LevelWord? {
    let head = bytes[content.lowerBound].capital
    for (word, level) in words where word[0] == head {
      var matched = 0
      var index = content.lowerBound
      while index < content.upperBound, matched < word.count {
        if !bytes[index].isBlank {
          guard bytes[index].capital == word[matched] else { break }
          matched += 1
        }
        index += 1
      }
      guard matched == word.count else { continue }
      return LevelWord(
        level: level, end: index, isSpaced: index - content.lowerBound >= word.count * 2 - 3,
        isGlued: index < content.upperBound && bytes[index].isLetter)
    }
    return nil
  }

  /// Reads a level with one slip; such a line has spaced letters or a number.
  private static func damagedLevel(_ bytes: [UInt8], _ content: Range<Int>) -> LevelWord? {
    guard
      bytes[content.upperBound - 1].isDigit || bytes[content.lowerBound + 1].isBlank
        || bytes[content].contains(where: \.isDigit)
    else { return nil }
    for (word, level) in words {
      guard let end = SlippedWord(word, bytes, content).end else { continue }
      let letters = bytes[content.lowerBound..<end].count { !$0.isBlank }
      return LevelWord(
        level: level, end: end, isRepaired: true,
        isSpaced: end - content.lowerBound >= letters * 2 - 3)
    }
    return nil
  }

  /// Captions that may stand behind the level, as they are given out.
  private static let captionWords: [(StaticString, String)] = [
    ("NOFORN", "NOFORN"), ("SIPDIS", "SIPDIS"), ("EXDIS", "EXDIS"), ("NODIS", "NODIS"),
    ("LIMDIS", "LIMDIS"), ("STADIS", "STADIS"), ("SENSITIVE", "SENSITIVE"), ("SBU", "SENSITIVE"),
    ("FOUO", "FOUO"), ("EFTO", "EFTO"), ("E F T O", "EFTO"), ("ORCON", "ORCON"),
    ("FOR OFFICIAL USE ONLY", "FOUO"), ("NOCONTRACT", "NOCONTRACT"), ("NO FORN", "NOFORN"),
  ]

  static func caption(
    _ bytes: [UInt8], at index: Int, before limit: Int
  ) -> (
    name: String, end: Int
  )? {
    for (word, name) in captionWords where bytes.hasWord(word, at: index, before: limit) {
      return (name, index + word.utf8CodeUnitCount)
    }
    return nil
  }

  /// Reads what follows the level; false if it is not what a class line has there.
  private mutating func readRest(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    let limit = range.upperBound
    var postStart: Int?
    var postEnd = index
    var strayWords = 0
    while index < limit {
      let byte = bytes[index]
      if !byte.isWord {
        index += 1
        continue
      }
      if let caption = Self.caption(bytes, at: index, before: limit) {
        if !captions.contains(caption.name) { captions.append(caption.name) }
        index = caption.end
        continue
      }
      if let end = readSection(bytes, at: index, before: limit) {
        index = end
        continue
      }
      var end = index
      if byte.isDigit {
        end = bytes.endOfDigits(from: index, before: limit)
        if let postStart, number == nil, end - index <= 8 {
          number = bytes.number(in: index..<end)
          resolvePost(bytes, postStart..<postEnd)
        } else if number == nil {
          return false
        }
      } else {
        while end < limit, bytes[end].isLetter || bytes[end] == UInt8(ascii: "'") { end += 1 }
        if number == nil {
          if postStart == nil { postStart = index }
          postEnd = end
        } else {
          strayWords += 1
        }
      }
      index = end
    }
    if strayWords > 4 { return false }
    guard number != nil else { return postStart == nil || isAddressLine(bytes, range) }
    return post != nil
  }

  /// Whether the rest only names whom the cable is for, `CONFIDENTIAL FOR THE AMBASSADOR`-like lines are short.
  private func isAddressLine(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard let postName = PostTable.standard.name(in: bytes, range: range) else { return false }
    return !postName.filedAs.isEmpty
  }

  /// Reads `SECTION 01 OF 03` in any damage; gives its end.
  private mutating func readSection(_ bytes: [UInt8], at index: Int, before limit: Int) -> Int? {
    var place = index
    while place < limit, bytes[place].isLetter { place += 1 }
    guard place - index <= 9 else { return nil }
    place = bytes.skippingBlanks(from: place, before: limit)
    let digitsEnd = bytes.endOfDigits(from: place, before: limit)
    guard digitsEnd > place, digitsEnd - place <= 3 else { return nil }
    var after = bytes.skippingBlanks(from: digitsEnd, before: limit)
    guard bytes.has("OF", at: after, before: limit) || bytes.has("0F", at: after, before: limit)
    else { return nil }
    after = bytes.skippingBlanks(from: after + 2, before: limit)
    let end = bytes.endOfDigits(from: after, before: limit)
    guard end > after, end - after <= 3 else { return nil }
    section = bytes.number(in: place..<digitsEnd)
    return end
  }

  private mutating func resolvePost(_ bytes: [UInt8], _ range: Range<Int>) {
    if let run = PostRun(endingAt: range.upperBound, in: bytes, from: range.lowerBound) {
      post = run.filedAs
      isPostKnown = true
      return
    }
    let key = bytes[range].filter(\.isWord).map(\.capital)
    if let name = PostTable.standard.cutName(in: bytes, range: range) {
      post = name.filedAs
      isPostKnown = true
    } else if let repaired = OriginRepairs.standard.repairedPost(key) {
      post = repaired
      isPostKnown = true
    } else if let name = PostTable.standard.similarName(to: key) {
      post = name.filedAs
      isPostKnown = true
    } else if key.count >= 3, key.count <= 24, bytes[range].allSatisfy({ !$0.isSmall }) {
      post = String(decoding: key, as: UTF8.self)
    }
  }
}
