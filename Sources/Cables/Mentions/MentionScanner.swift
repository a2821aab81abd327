/// Finds the places in a body that point to other cables.
struct MentionScanner {
  private let bytes: [UInt8]
  private let references: [Reference]
  private let citing: CableID?
  private let citingYear: Int?
  private(set) var mentions: [Mention] = []

  /// What words stand for: references by their place, and their cables once each.
  private struct Meaning {
    var indices: [Int] = []
    var targets: [CableID] = []

    mutating func append(_ index: Int, _ target: CableID?) {
      indices.append(index)
      if let target, !targets.contains(target) { targets.append(target) }
    }

    mutating func append(_ other: Meaning) {
      indices += other.indices
      for target in other.targets where !targets.contains(target) { targets.append(target) }
    }
  }

  // Computed once: every mention of a letter shares one array.
  private var all = Meaning()
  private var first = Meaning()
  private var byLetter: [String: Meaning] = [:]
  /// References by post and number, whatever year they are of.
  private var byNumber: [CableID: Reference] = [:]

  /// Makes a scanner for a cable whose references are known.
  init(_ bytes: [UInt8], references: [Reference], citing: CableID?, citingYear: Int?) {
    self.bytes = bytes
    self.references = references
    self.citing = citing
    self.citingYear = citingYear
    // More items than letters are no block that words could mean as a whole.
    for (index, reference) in references.prefix(60).enumerated() {
      all.append(index, reference.target)
      if index == 0 { first = all }
      if let target = reference.target, byNumber[target.inYear(0)] == nil {
        byNumber[target.inYear(0)] = reference
      }
      if let letter = reference.letter {
        byLetter[letter, default: Meaning()].append(index, reference.target)
      }
    }
  }

  /// Goes over a stretch of the body.
  mutating func scan(_ range: Range<Int>) {
    let limit = range.upperBound
    var index = nextPlace(from: range.lowerBound, before: limit)
    while index < limit {
      if bytes[index].isDigit {
        let end = bytes.endOfDigits(from: index, before: limit)
        index = readNumber(index..<end, in: range) ?? end
      } else {
        index = readWord(at: index, in: range) ?? index + 1
      }
      index = nextPlace(from: index, before: limit)
    }
  }

  /// The next digit, or the next `r` or `s` that begins a word and may begin `ref` or `septel`.
  private func nextPlace(from start: Int, before limit: Int) -> Int {
    var index = start
    while true {
      index = bytes.withUnsafeBufferPointer { buffer in
        buffer.firstOffset(from: index, before: limit) { bytes, next in
          bytes.lies(from: 0x30, count: 10)
            .| ((bytes.hasLetter(UInt8(ascii: "r")) .| bytes.hasLetter(UInt8(ascii: "s")))
              .& next.hasLetter(UInt8(ascii: "e")))
        }
      }
      guard index < limit, bytes[index].isLetter, index > start, bytes[index - 1].isLetter else {
        return index
      }
      index += 1
    }
  }

  // MARK: Letters

  /// Reads `REF A`, `reftels`, `septel` at the start of a word; gives the offset after it.
  private mutating func readWord(at start: Int, in range: Range<Int>) -> Int? {
    let limit = range.upperBound
    for word: StaticString in ["SEPTELS", "SEPTEL"]
    where bytes.hasWord(word, at: start, before: limit) {
      let end = start + word.utf8CodeUnitCount
      mentions.append(
        Mention(kind: .septel, text: bytes.text(in: start..<end), range: start..<end))
      return end
    }
    guard bytes.has("REF", at: start, before: limit) else { return nil }
    for word: StaticString in ["REFTELS", "REFTEL", "REF TELS", "REF TEL", "REFS", "REF(S)", "REF"]
    where bytes.hasWord(word, at: start, before: limit) {
      return readReference(start, end: start + word.utf8CodeUnitCount, in: range)
    }
    return readLooseLetters(at: start, in: range)
  }

  /// Reads `refA`, `refs. A and B`, `reference B`, which name letters of the block or nothing.
  private mutating func readLooseLetters(at start: Int, in range: Range<Int>) -> Int? {
    let limit = range.upperBound
    let glued = start + 3
    if glued < limit, bytes[glued].isCapital, glued + 1 >= limit || !bytes[glued + 1].isWord {
      let letter = bytes.text(in: glued..<glued + 1)
      guard hasLetter(letter) else { return nil }
      return add(meaning(of: [letter]), start..<glued + 1)
    }
    for word: StaticString in ["REFERENCES", "REFERENCE"]
    where bytes.hasWord(word, at: start, before: limit) {
      return readLetters(start, behind: start + word.utf8CodeUnitCount, in: range)
    }
    return nil
  }

  /// Takes capitals behind a word or its point if they are letters of the block and not the article.
  private mutating func readLetters(_ start: Int, behind end: Int, in range: Range<Int>) -> Int? {
    let list = LetterList(bytes, at: end, before: range.upperBound)
    guard let last = list.letters.last, list.letters.allSatisfy(hasLetter),
      list.isMarked || bytes[list.end - 1].isCapital || list.letters.count > 1
    else { return nil }
    if list.letters.count == 1, last == "A", !list.isMarked, list.end < range.upperBound,
      bytes[list.end].isBlank
    {
      return nil
    }
    return add(meaning(of: list.letters), start..<list.end)
  }

  private mutating func add(_ meaning: Meaning, _ range: Range<Int>) -> Int {
    mentions.append(
      Mention(
        kind: .reference, text: bytes.foldedText(in: range), range: range,
        targets: meaning.targets, referenceIndices: meaning.indices))
    return range.upperBound
  }

  private mutating func readReference(_ start: Int, end wordEnd: Int, in range: Range<Int>) -> Int {
    if wordEnd < range.upperBound, bytes[wordEnd] == 0x2E,
      let end = readLetters(start, behind: wordEnd + 1, in: range)
    {
      return end
    }
    let isTel = wordEnd - start >= 6
    let list = LetterList(bytes, at: wordEnd, before: range.upperBound)
    var letters = list.letters
    // After "reftel" a single a is the article, and so is a lone capital in a text of capitals unless it is a letter of
    // the block.
    if isTel, list.isBareArticle || (letters.count == 1 && !list.isMarked && !hasLetter(letters[0]))
    {
      letters = []
    }
    if !isTel, letters.isEmpty, !meansAll(start, wordEnd, in: range) { return wordEnd }
    if !letters.isEmpty, !isTel, list.isBareArticle, !hasLetter("A") { letters = [] }
    let end = letters.isEmpty ? wordEnd : list.end
    return add(letters.isEmpty ? all : meaning(of: letters), start..<end)
  }

  /// What letters stand for, in their order.
  private func meaning(of letters: [String]) -> Meaning {
    if letters.count == 1 {
      if let meant = byLetter[letters[0]] { return meant }
      // A single reference has no letter, and people write REF A of it all the same.
      return letters[0] == "A" && byLetter.isEmpty ? first : Meaning()
    }
    var meant = Meaning()
    for letter in letters { if let more = byLetter[letter] { meant.append(more) } }
    return meant
  }

  private func hasLetter(_ letter: String) -> Bool { byLetter[letter] != nil }

  /// Whether a bare `ref` or `refs` is the word for the references: in parentheses, or behind a preposition.
  private func meansAll(_ start: Int, _ end: Int, in range: Range<Int>) -> Bool {
    guard !references.isEmpty else { return false }
    if end < range.upperBound, bytes[end] == 0x2E || bytes[end] == 0x3A, start > range.lowerBound,
      bytes[start - 1] != 0x28
    {
      return false
    }
    if start > range.lowerBound, bytes[start - 1] == 0x28 || bytes[start - 1] == UInt8(ascii: "/") {
      return true
    }
    var before = start
    while before > range.lowerBound, bytes[before - 1].isSpace { before -= 1 }
    var word = before
    while word > range.lowerBound, bytes[word - 1].isLetter { word -= 1 }
    for preposition: StaticString in [
      "IN", "PER", "SEE", "BY", "OF", "TO", "FROM", "AND", "THE", "WITH", "ON",
    ]
    where bytes.equals(preposition, in: word..<before) { return true }
    return false
  }

  // MARK: Numbers

  /// Reads a cable by post and number; gives the offset after it, or nil where the number is something else.
  private mutating func readNumber(_ digits: Range<Int>, in range: Range<Int>) -> Int? {
    guard digits.count <= 8, digits.lowerBound > range.lowerBound else {
      return nil
    }
    let before = bytes[digits.lowerBound - 1]
    guard
      before.isBlank || before.isLetter || before == 0x0A || before == UInt8(ascii: "-")
        || before == UInt8(ascii: "#")
    else { return nil }
    let floor = max(range.lowerBound, mentions.last?.range.upperBound ?? 0, digits.lowerBound - 48)
    let reader = CitationReader(bytes: bytes, range: range, citingYear: citingYear)
    guard let citation = reader.citation(numberAt: digits, floor: floor, repairs: false),
      digits.count > 1 || citation.year != nil, PostTable.standard.sendsCables(citation.post)
    else { return nil }
    let written = CableID(
      year: citation.year ?? citingYear ?? 0, post: citation.post, number: citation.number)
    // A cable of the block is meant by its post and number alone, and has its year from there.
    let cited = citation.year == nil ? byNumber[written.inYear(0)] : nil
    guard
      cited != nil || CitationContext(bytes, range, citation).isConvincing
        || joinsLastCable(citation)
    else { return nil }
    guard citation.year != nil || citing != nil || citingYear != nil else { return nil }
    var target = written
    if let cited = cited?.target {
      target = cited
    } else if citation.year == nil, let citing {
      target = ReferenceYear.infer(written, citing: citing)
    }
    if let citing, target.isSameCable(as: citing) { return citation.range.upperBound }
    mentions.append(
      Mention(
        kind: .cable, text: bytes.foldedText(in: citation.range), range: citation.range,
        targets: [target], isYearInferred: cited?.isYearInferred ?? (citation.year == nil)))
    return readNeighbours(of: target, behind: citation, in: range)
  }

  /// Whether a comma or `and` joins a citation to the cable mentioned before it: `See Lima 33 and Lima 40`.
  private func joinsLastCable(_ citation: CableCitation) -> Bool {
    guard let last = mentions.last, last.kind == .cable,
      last.range.upperBound < citation.range.lowerBound,
      citation.range.lowerBound - last.range.upperBound <= 8
    else { return false }
    // A word behind the number may be what is counted.
    let next = bytes.skippingSpace(from: citation.range.upperBound, before: bytes.count)
    guard next >= bytes.count || !bytes[next].isLetter else { return false }
    let between = bytes.trimmed(last.range.upperBound..<citation.range.lowerBound)
    for word: StaticString in ["AND", "OR", ",", ", AND", ";", "&"]
    where bytes.equals(word, in: between) { return true }
    return false
  }

  /// Reads further numbers of the same post and length: `Rome 1605, 1606 and 1610`; gives the offset after the last.
  private mutating func readNeighbours(
    of target: CableID, behind citation: CableCitation, in range: Range<Int>
  ) -> Int {
    var end = citation.range.upperBound
    guard citation.numberRange.count >= 3, citation.numberRange.upperBound == end else {
      return end
    }
    while true {
      var index = end
      if index < range.upperBound, bytes[index] == UInt8(ascii: ",") { index += 1 }
      index = bytes.skippingSpace(from: index, before: range.upperBound)
      if bytes.hasWord("AND", at: index, before: range.upperBound) {
        index = bytes.skippingSpace(from: index + 3, before: range.upperBound)
      }
      let stop = bytes.endOfDigits(from: index, before: range.upperBound)
      guard index > end + 1, stop - index == citation.numberRange.count,
        let number = bytes.number(in: index..<stop), number > target.number,
        !(1900...2030).contains(number),
        stop >= range.upperBound || !(bytes[stop].isWord || bytes[stop] == UInt8(ascii: "%"))
      else { return end }
      let neighbour = CableID(year: target.year, post: target.post, number: number)
      mentions.append(
        Mention(
          kind: .cable, text: bytes.text(in: index..<stop), range: index..<stop,
          targets: [neighbour], isYearInferred: citation.year == nil))
      end = stop
    }
  }
}
