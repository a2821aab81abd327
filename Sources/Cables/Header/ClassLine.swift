/// The line that gives a cable's level, its section, post and serial number: `S E C R E T SECTION 01 OF 03 ROME 001605`.
///
/// Letters may be spaced, and one letter may be wrong, missing or too many: that happened to 31 class lines in a sample
/// of 1,295 published cables. Readers take letters for digits and digits for letters, and long lines wrap.
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
  /// How many lines it takes, blank ones between them included.
  var lineCount = 1

  /// Whether post and serial number are there, which no line of the body has behind a level.
  var isComplete: Bool { post != nil && number != nil }

  /// Reads a line; nil if it does not begin with a level, or goes on with other text.
  ///
  /// - Parameters:
  ///   - bytes: the text.
  ///   - content: the line in it, without blanks at its ends.
  ///   - repairs: whether a damaged level is read too.
  init?(_ bytes: [UInt8], _ content: Range<Int>, repairs: Bool = true) {
    guard content.count >= 5, content.count <= 160 else { return nil }
    start = content.lowerBound
    level = .unclassified
    if let word = LevelWord(bytes, content, repairs: repairs) {
      level = word.level
      isRepaired = word.isRepaired
      guard self.readRest(bytes, word.end..<content.upperBound) else { return nil }
      if word.isRepaired, !isComplete, !word.isSpaced { return nil }
      if word.isGlued, !isPostKnown { return nil }
      return
    }
    // What may stand in front of the level: captions, a portion mark, a word that says what follows.
    guard repairs, let front = readFront(bytes, content) else { return nil }
    if let word = LevelWord(bytes, front..<content.upperBound, repairs: false), !word.isGlued {
      level = word.level
      guard self.readRest(bytes, word.end..<content.upperBound) else { return nil }
    } else {
      guard captions.contains("SENSITIVE"), self.readRest(bytes, front..<content.upperBound) else {
        return nil
      }
    }
    guard isComplete, isPostKnown else { return nil }
  }

  /// Reads a line of a text, with the next one if it wraps in front of its post or number.
  init?(_ lines: LineIndex, at index: Int, repairs: Bool = true) {
    let line = lines[index]
    let single = ClassLine(lines.bytes, line.content, repairs: repairs)
    if let single, single.isComplete, single.isPostKnown {
      self = single
      return
    }
    if index + 1 < lines.count,
      single != nil || LevelWord(lines.bytes, line.content, repairs: false) != nil,
      case let next = lines.nextFilled(from: index + 1), next <= index + 2, next < lines.count,
      Self.mayGoOn(lines.bytes, lines[next]),
      var both = ClassLine(lines.bytes, line.first..<lines[next].end, repairs: repairs),
      both.isComplete, both.isPostKnown
    {
      both.lineCount = next - index + 1
      self = both
      return
    }
    guard let single else { return nil }
    self = single
  }

  /// Whether a line is the rest of a class line: a number, or a post and its number, at its start.
  private static func mayGoOn(_ bytes: [UInt8], _ next: Line) -> Bool {
    guard next.content.count >= 3, next.content.count <= 60 else { return false }
    var index = next.first
    while index < next.end, !bytes[index].isDigit { index += 1 }
    guard index < next.end else { return false }
    let words = bytes.trimmed(next.first..<index)
    return words.isEmpty || PostTable.standard.name(in: bytes, range: words) != nil
  }

  /// Where the number of a class line ends to which further lines of the header were joined; nil where a line is none.
  static func endOfNumber(_ bytes: [UInt8], _ content: Range<Int>) -> Int? {
    guard content.count > 40, LevelWord(bytes, content, repairs: false) != nil else { return nil }
    let limit = Swift.min(content.upperBound, content.lowerBound + 120)
    var index = content.lowerBound
    while index < limit {
      let end = bytes.endOfDigits(from: index, before: limit)
      guard end > index else {
        index += 1
        continue
      }
      if end - index >= 3,
        let line = ClassLine(bytes, content.lowerBound..<end, repairs: false), line.isComplete,
        line.isPostKnown
      {
        return end
      }
      index = end
    }
    return nil
  }

  // MARK: In front of the level

  /// Takes captions, a portion mark and the like; gives where the level begins, nil if nothing was there.
  private mutating func readFront(_ bytes: [UInt8], _ content: Range<Int>) -> Int? {
    var index = content.lowerBound
    let limit = content.upperBound
    while index < limit {
      let start = index
      if let caption = CaptionWord(bytes, at: index, before: limit) {
        add(caption.name)
        index = caption.end
      } else if let mark = PortionMark(bytes, at: index, before: limit) {
        index = mark.end
      } else if bytes.hasWord("CLASSIFICATION", at: index, before: limit) {
        index += 14
      } else if bytes.hasWord("BUT", at: index, before: limit) {
        index += 3
      } else if let end = Self.endOfCopyRemark(bytes, at: index, before: limit) {
        index = end
      }
      guard index > start else { break }
      while index < limit, !bytes[index].isWord, bytes[index] != 0x28 { index += 1 }
    }
    return index > content.lowerBound && index < limit ? index : nil
  }

  /// The end of `CORRECTED COPY`, which a second transmission puts in front; its letters may be spaced.
  private static func endOfCopyRemark(
    _ bytes: [UInt8], at start: Int, before limit: Int
  ) -> Int? {
    var index = start
    for letter in "CORRECTEDCOPY".utf8 {
      index = bytes.skippingBlanks(from: index, before: limit)
      guard index < limit, bytes[index].capital == letter else { return nil }
      index += 1
    }
    return index < limit && bytes[index].isWord ? nil : index
  }

  private mutating func add(_ caption: String) {
    if !captions.contains(caption) { captions.append(caption) }
  }

  // MARK: Behind the level

  /// Reads what follows the level; false if it is not what a class line has there.
  private mutating func readRest(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    let limit = range.upperBound
    var words: Range<Int>?
    var strayWords = 0
    while index < limit {
      guard bytes[index].isWord else {
        index += 1
        continue
      }
      if let caption = CaptionWord(bytes, at: index, before: limit) {
        add(caption.name)
        index = caption.end
        continue
      }
      if let end = readSection(bytes, at: index, before: limit) {
        index = end
        continue
      }
      let token = Self.token(bytes, at: index, before: limit)
      index = token.range.upperBound
      if let value = token.number {
        if let words, number == nil, token.range.count <= 8 {
          number = value
          resolvePost(bytes, words)
        } else if number == nil {
          return false
        }
      } else if number == nil {
        words = (words?.lowerBound ?? token.range.lowerBound)..<token.range.upperBound
      } else if token.range.count > 1 {
        strayWords += bytes[token.range].contains(where: \.isSmall) ? 2 : 1
      }
    }
    if strayWords > 9 { return false }
    guard number == nil else { return post != nil }
    guard let words else { return true }
    return readPostAlone(bytes, words)
  }

  /// Reads a post that no number follows: behind a section, or with nothing beside it.
  private mutating func readPostAlone(_ bytes: [UInt8], _ words: Range<Int>) -> Bool {
    guard let run = PostRun(endingAt: words.upperBound, in: bytes, from: words.lowerBound),
      run.range.lowerBound == words.lowerBound
        || PostTable.standard.name(in: bytes, range: words) != nil
    else { return false }
    post = run.filedAs
    isPostKnown = true
    return true
  }

  /// A word or a number at an offset; a number may have letters that look like digits.
  private static func token(
    _ bytes: [UInt8], at start: Int, before limit: Int
  ) -> (range: Range<Int>, number: Int?) {
    if let serial = OpticalNumber(bytes, at: start, before: limit) {
      return (start..<serial.end, serial.value)
    }
    var end = start
    while end < limit, bytes[end].isWord || bytes[end] == UInt8(ascii: "'") { end += 1 }
    // A number glued to the word in front of it.
    var digits = end
    while digits > start, bytes[digits - 1].isDigit { digits -= 1 }
    return (start..<(digits > start ? digits : end), nil)
  }

  /// Reads `SECTION 01 OF 03` in any damage; gives its end.
  private mutating func readSection(_ bytes: [UInt8], at index: Int, before limit: Int) -> Int? {
    var place = index
    while place < limit, bytes[place].isLetter { place += 1 }
    guard place - index <= 9 else { return nil }
    if bytes.equals("OF", in: index..<place) {
      // FINAL SECTION OF 02
      let number = bytes.skippingBlanks(from: place, before: limit)
      let end = bytes.endOfDigits(from: number, before: limit)
      return end > number && end - number <= 2 ? end : nil
    }
    if OpticalNumber(bytes, at: index, before: limit) != nil { place = index }
    place = bytes.skippingSpace(from: place, before: limit)
    guard let part = OpticalNumber(bytes, at: place, before: limit), part.end - place <= 3 else {
      return nil
    }
    var after = bytes.skippingSpace(from: part.end, before: limit)
    guard bytes.has("OF", at: after, before: limit) || bytes.has("0F", at: after, before: limit)
    else { return nil }
    after = bytes.skippingSpace(from: after + 2, before: limit)
    guard let all = OpticalNumber(bytes, at: after, before: limit), all.end - after <= 3 else {
      return nil
    }
    section = part.value
    return all.end
  }

  private mutating func resolvePost(_ bytes: [UInt8], _ range: Range<Int>) {
    if let run = PostRun(endingAt: range.upperBound, in: bytes, from: range.lowerBound) {
      post = run.filedAs
      isPostKnown = true
      return
    }
    var key = bytes[range].filter(\.isWord).map(\.capital)
    if let name = PostTable.standard.cutName(in: bytes, range: range) {
      post = name.filedAs
      isPostKnown = true
    } else if let repaired = OriginRepairs.standard.repairedPost(key) {
      post = repaired
      isPostKnown = true
    } else if let name = similarPost(bytes, range) {
      post = name
      isPostKnown = true
    } else if let comma = bytes[range].firstIndex(of: UInt8(ascii: ",")),
      let name = PostTable.standard.name(in: bytes, range: bytes.trimmed(range.lowerBound..<comma))
    {
      // The country behind the post: QUITO, ECUADOR.
      post = name.filedAs
      isPostKnown = true
    } else if key.count >= 3, key.count <= 24, bytes[range].allSatisfy({ !$0.isSmall }) {
      key = key.filter { !$0.isDigit }
      post = String(decoding: key, as: UTF8.self)
    }
  }

  /// A post with digits for letters or with one slip, of all words or of the last ones.
  private func similarPost(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
    var start = range.lowerBound
    while start < range.upperBound {
      let key = bytes[start..<range.upperBound].filter(\.isWord).compactMap(LevelWord.letter)
      if let name = PostTable.standard.name(in: key, range: 0..<key.count) { return name.filedAs }
      if let name = PostTable.standard.similarName(to: key) ?? PostTable.standard.begunName(key) {
        return name.filedAs
      }
      while start < range.upperBound, !bytes[start].isBlank { start += 1 }
      start = bytes.skippingBlanks(from: start, before: range.upperBound)
    }
    return nil
  }
}
