/// Finds the places in a body that point to other cables.
struct MentionScanner {
  private let bytes: [UInt8]
  private let references: [Reference]
  private let citing: CableID?
  private let citingYear: Int?
  private(set) var mentions: [Mention] = []

  /// Makes a scanner for a cable whose references are known.
  init(_ bytes: [UInt8], references: [Reference], citing: CableID?, citingYear: Int?) {
    self.bytes = bytes
    self.references = references
    self.citing = citing
    self.citingYear = citingYear
  }

  /// Goes over a stretch of the body.
  mutating func scan(_ range: Range<Int>) {
    var index = range.lowerBound
    let limit = range.upperBound
    while index < limit {
      let byte = bytes[index]
      if byte.isDigit {
        let end = bytes.endOfDigits(from: index, before: limit)
        index = readNumber(index..<end, in: range) ?? end
      } else if byte.isLetter {
        if byte | 0x20 == UInt8(ascii: "r") || byte | 0x20 == UInt8(ascii: "s"),
          let end = readWord(at: index, in: range)
        {
          index = end
          continue
        }
        // The other letters of a word begin nothing; digits behind them may be a glued number.
        index += 1
        while index < limit, bytes[index].isLetter { index += 1 }
      } else {
        index += 1
      }
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
    return nil
  }

  private mutating func readReference(_ start: Int, end wordEnd: Int, in range: Range<Int>) -> Int {
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
    var indices: [Int] = []
    if letters.isEmpty {
      indices = Array(references.indices)
    } else {
      for letter in letters {
        indices += references.indices.filter { references[$0].letter == letter }
      }
      // A single reference has no letter, and people write REF A of it all the same.
      if indices.isEmpty, letters == ["A"], references.allSatisfy({ $0.letter == nil }) {
        indices = Array(references.indices.prefix(1))
      }
    }
    var targets: [CableID] = []
    for index in indices {
      if let target = references[index].target, !targets.contains(target) { targets.append(target) }
    }
    mentions.append(
      Mention(
        kind: .reference, text: bytes.foldedText(in: start..<end), range: start..<end,
        targets: targets, referenceIndices: indices))
    return end
  }

  private func hasLetter(_ letter: String) -> Bool { references.contains { $0.letter == letter } }

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
    guard digits.count >= 2, digits.count <= 8, digits.lowerBound > range.lowerBound else {
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
      CitationContext(bytes, range, citation).isConvincing
    else { return nil }
    let written = CableID(
      year: citation.year ?? citingYear ?? 0, post: citation.post, number: citation.number)
    guard citation.year != nil || citing != nil || citingYear != nil else { return nil }
    var target = written
    if citation.year == nil, let citing { target = ReferenceYear.infer(written, citing: citing) }
    guard target != citing else { return citation.range.upperBound }
    mentions.append(
      Mention(
        kind: .cable, text: bytes.foldedText(in: citation.range), range: citation.range,
        targets: [target], isYearInferred: citation.year == nil))
    return citation.range.upperBound
  }
}
