/// The items of a block of references, before their years are concluded.
struct ReferenceBlock {
  /// What one item names.
  struct Item {
    var letter: String?
    var kind: Reference.Kind
    var citation: CableCitation?
    /// The item as written, without letter and notes.
    var label: Range<Int>
    var notes: [String] = []
  }

  private(set) var items: [Item] = []
  private let bytes: [UInt8]
  private let citingYear: Int?

  /// Reads a block.
  init(_ bytes: [UInt8], _ range: Range<Int>, citingYear: Int?) {
    self.bytes = bytes
    self.citingYear = citingYear
    var parts = ReferenceBullets.split(bytes, bytes.trimmed(range))
    // A first item that lost its letter in front of a (B) is A.
    if parts.count > 1, parts[0].letter == nil, parts[1].letter == "B" { parts[0].letter = "A" }
    for part in parts { self.read(part.range, letter: part.letter) }
  }

  // MARK: One item

  private mutating func read(_ range: Range<Int>, letter: String?) {
    let range = trimmedItem(range)
    guard !range.isEmpty else { return }
    let reader = CitationReader(bytes: bytes, range: range, citingYear: citingYear)
    var citations = reader.citations().filter { !isReportNumber($0, floor: range.lowerBound) }
    citations = withoutSecondNumbers(withoutTitles(citations))
    if citations.isEmpty { citations = reversedCitations(range) }
    let first = items.count
    var start = range.lowerBound
    for citation in citations {
      readRest(start..<citation.range.lowerBound, letter: letter, isAlone: false)
      items.append(
        Item(letter: letter, kind: .cable, citation: citation, label: citation.range))
      start = citation.range.upperBound
    }
    readRest(start..<range.upperBound, letter: letter, isAlone: citations.isEmpty)
    addNotes(range, first: first)
  }

  /// Reads text beside cables: with a word that tells its kind it is an item of its own.
  private mutating func readRest(_ range: Range<Int>, letter: String?, isAlone: Bool) {
    let segments = letter == nil ? Self.segments(bytes, range) : [range]
    for (place, segment) in segments.enumerated() {
      let item = trimmedItem(segment)
      let label = withoutNotes(isAlone ? item : withoutRemark(item))
      guard label.count >= 3, bytes[label].count(where: \.isLetter) >= 3 || isAlone else {
        continue
      }
      let kind = Reference.Kind.ofText(bytes, label)
      if kind == .other {
        // Beside cables only what stands between two semicolons, or behind the last, is an item of its own.
        let isItem = isAlone || (place > 0 && bytes[label].contains(where: \.isDigit))
        guard isItem, bytes[label].contains(where: \.isWord), !saysNone(label) else { continue }
      }
      items.append(Item(letter: letter, kind: kind, citation: nil, label: label))
    }
  }

  /// What stands behind a cable without a remark in parentheses: `(REPORT ON THE TALKS)`.
  private func withoutRemark(_ range: Range<Int>) -> Range<Int> {
    guard let first = range.first, bytes[first] == 0x28,
      let close = bytes[range].firstIndex(of: 0x29)
    else { return range }
    return trimmedItem(close + 1..<range.upperBound)
  }

  /// Whether a block says that there is nothing: `NONE`, `N/A`.
  private func saysNone(_ label: Range<Int>) -> Bool {
    for word: StaticString in ["NONE", "N/A", "NA", "NIL"] where bytes.equals(word, in: label) {
      return true
    }
    return false
  }

  private static func segments(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var segments: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where bytes[index] == UInt8(ascii: ";") {
      segments.append(start..<index)
      start = index + 1
    }
    segments.append(start..<range.upperBound)
    return segments
  }

  /// Whether the post is that of an attaché's or another report, `DAO ROME 123`.
  private func isReportNumber(_ citation: CableCitation, floor: Int) -> Bool {
    var end = citation.range.lowerBound
    while end > floor, !bytes[end - 1].isWord { end -= 1 }
    var start = end
    while start > floor, bytes[start - 1].isWord { start -= 1 }
    for word: StaticString in ["DAO", "USDAO", "IIR", "DATT", "TD", "FBIS", "OSC"]
    where bytes.equals(word, in: start..<end) { return true }
    return false
  }

  /// The citations without the other number of a telegram to the traveling Secretary: `STATE 34567 TOSEC 120`.
  private func withoutSecondNumbers(_ citations: [CableCitation]) -> [CableCitation] {
    guard citations.count > 1 else { return citations }
    var kept = [citations[0]]
    for citation in citations.dropFirst() {
      let last = kept[kept.count - 1]
      let between =
        last.range.upperBound..<Swift.max(last.range.upperBound, citation.range.lowerBound)
      if citation.post == "TOSEC", last.post == "STATE", !citation.sharesPost,
        bytes[between].allSatisfy({ $0.isSpace || $0 == 0x28 || $0 == UInt8(ascii: "/") })
      {
        continue
      }
      kept.append(citation)
    }
    return kept
  }

  /// The citations without a place and year of a title behind the first: `MOSCOW 150 ("VISIT TO PARIS 2008")`.
  ///
  /// What follows a cable is a title's where the number is a year near that of the citing cable and words stand before it
  /// that join no cables.
  private func withoutTitles(_ citations: [CableCitation]) -> [CableCitation] {
    guard let citingYear, citations.count > 1 else { return citations }
    var kept = [citations[0]]
    for citation in citations.dropFirst() {
      let isYear =
        citation.year == nil && citation.numberRange.count == 4
        && (citingYear - 10...citingYear + 5).contains(citation.number)
      let before = kept[kept.count - 1].range.upperBound..<citation.range.lowerBound
      if isYear, !citation.sharesPost, before.lowerBound < before.upperBound, isTitle(before) {
        continue
      }
      kept.append(citation)
    }
    return kept
  }

  /// Whether a stretch between two cables has a word that does not join them.
  private func isTitle(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      guard bytes[index].isLetter else {
        index += 1
        continue
      }
      var end = index
      while end < range.upperBound, bytes[end].isWord { end += 1 }
      let word = index..<end
      if word.count > 1, !Self.joiningWords.contains(where: { bytes.equals($0, in: word) }) {
        return true
      }
      index = end
    }
    // A title may be the place and the year alone, behind a dash or a mark that opens it.
    return bytes[range].contains { byte in
      byte == UInt8(ascii: "-") || byte == UInt8(ascii: "\"") || byte == 0x28
    }
  }

  private static let joiningWords: [StaticString] = [
    "AND", "SEE", "ALSO", "NOTAL", "PREVIOUS", "PRIOR", "PRECEDING", "EXCLUSIVE", "REF", "REFS",
    "REFTEL", "EMBASSY", "AMEMBASSY", "AMCONSUL", "CONSULATE", "MISSION", "PASSED", "VIA",
  ]

  /// `1605 ROME, 1606 PARIS`: the numbers stand in front of all posts of an item.
  private func reversedCitations(_ range: Range<Int>) -> [CableCitation] {
    guard bytes[range.lowerBound].isDigit else { return [] }
    var found: [CableCitation] = []
    var start = range.lowerBound
    for index in range.lowerBound...range.upperBound {
      let isEnd =
        index == range.upperBound || bytes[index] == UInt8(ascii: ",")
        || bytes[index] == UInt8(ascii: ";") || bytes[index] == 0x0A
      guard isEnd else { continue }
      let part = trimmedItem(start..<index)
      start = Swift.min(index + 1, range.upperBound)
      if part.isEmpty { continue }
      guard let citation = reversedCitation(part) else { return [] }
      found.append(citation)
    }
    return found
  }

  /// `870 Ulaanbaatar`: the number stands in front.
  private func reversedCitation(_ range: Range<Int>) -> CableCitation? {
    let end = bytes.endOfDigits(from: range.lowerBound, before: range.upperBound)
    guard end > range.lowerBound, end - range.lowerBound <= 7,
      let number = bytes.number(in: range.lowerBound..<end), number > 0
    else { return nil }
    let words = trimmedItem(withoutNotes(end..<range.upperBound))
    guard !words.isEmpty, let run = PostRun(endingAt: words.upperBound, in: bytes, from: end),
      run.range.lowerBound == words.lowerBound
    else { return nil }
    return CableCitation(
      post: run.filedAs, number: number, year: nil, range: range.lowerBound..<words.upperBound,
      numberRange: range.lowerBound..<end)
  }

  /// A range without separators at its ends and without `AND` in front.
  private func trimmedItem(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    func isSeparator(_ byte: UInt8) -> Bool {
      byte.isSpace || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";")
    }
    while lower < upper {
      if isSeparator(bytes[lower]) || bytes[lower] == 0x3A {
        lower += 1
      } else if bytes.hasWord("AND", at: lower, before: upper) {
        lower += 3
      } else {
        break
      }
    }
    while upper > lower, isSeparator(bytes[upper - 1]) || bytes[upper - 1] == UInt8(ascii: ".") {
      upper -= 1
    }
    return lower..<upper
  }

  // MARK: Notes

  private static let noteWords: [(StaticString, String)] = [
    ("NOTAL", "NOTAL"), ("AND PREVIOUS", "AND PREVIOUS"), ("EXCLUSIVE", "EXCLUSIVE"),
    ("AND PRECEDING", "AND PREVIOUS"), ("AND PRIOR", "AND PREVIOUS"),
    ("& PREVIOUS", "AND PREVIOUS"), ("PREVIOUS", "AND PREVIOUS"),
  ]

  /// Gives each note to the item in front of it.
  private mutating func addNotes(_ range: Range<Int>, first: Int) {
    guard first < items.count else { return }
    for (word, note) in Self.noteWords {
      var search = range
      while let place = bytes.firstRange(ofWords: word, in: search) {
        let owner = items[first...].lastIndex { $0.label.lowerBound <= place.lowerBound } ?? first
        for index in meant(by: place, owner: owner, from: first)
        where !items[index].notes.contains(note) {
          items[index].notes.append(note)
        }
        search = place.upperBound..<range.upperBound
      }
    }
  }

  /// The items a note is about: with `BOTH` or `ALL` in front of it those before, too.
  private func meant(by note: Range<Int>, owner: Int, from first: Int) -> ClosedRange<Int> {
    var end = note.lowerBound
    while end > 0, bytes[end - 1].isSpace { end -= 1 }
    if bytes.has("BOTH", at: end - 4, before: end) { return max(0, owner - 1)...owner }
    if bytes.has("ALL", at: end - 3, before: end), end < 4 || !bytes[end - 4].isWord {
      return 0...owner
    }
    return sharing(owner, from: first)
  }

  /// An item with those before it that share its post: a note behind `ROME 12 AND 15` is on both.
  private func sharing(_ owner: Int, from first: Int) -> ClosedRange<Int> {
    var start = owner
    while start > first, items[start].citation?.sharesPost == true, start > owner - 20 {
      start -= 1
    }
    return start...owner
  }

  /// A label that ends before its notes.
  private func withoutNotes(_ label: Range<Int>) -> Range<Int> {
    var end = label.upperBound
    for (word, _) in Self.noteWords {
      if let place = bytes.firstRange(ofWords: word, in: label.lowerBound..<end) {
        end = place.lowerBound
      }
    }
    while end > label.lowerBound,
      bytes[end - 1].isSpace || bytes[end - 1] == 0x28
        || bytes[end - 1] == UInt8(ascii: ",") || bytes[end - 1] == UInt8(ascii: "-")
    {
      end -= 1
    }
    return label.lowerBound..<end
  }

  // MARK: Recognising

  /// Whether an item of a block begins at an offset: a lettered bullet, or a post with its number.
  static func beginsItem(_ bytes: [UInt8], at offset: Int, before limit: Int) -> Bool {
    if let bullet = ReferenceBullets.bullet(bytes, at: offset, before: limit) {
      return bullet.isMarked || beginsCitation(bytes, at: bullet.end, before: limit)
    }
    return beginsCitation(bytes, at: offset, before: limit)
  }

  /// Whether a year, up to four words and a number begin at an offset, the words naming a post.
  static func beginsCitation(_ bytes: [UInt8], at offset: Int, before limit: Int) -> Bool {
    let bound = Swift.min(limit, offset + 60)
    var index = offset
    while index < bound, !bytes[index].isLetter {
      guard
        bytes[index].isDigit || bytes[index].isBlank || bytes[index] == 0x28
          || bytes[index] == 0x29 || bytes[index] == UInt8(ascii: "-")
          || bytes[index] == UInt8(ascii: "'")
      else { return false }
      index += 1
    }
    let start = index
    while index < bound, !bytes[index].isDigit {
      guard
        bytes[index].isLetter || bytes[index].isBlank || bytes[index] == UInt8(ascii: ".")
          || bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "'")
          || bytes[index] == UInt8(ascii: "#") || bytes[index] == 0x28
      else { return false }
      index += 1
    }
    guard index < bound, index > start else { return false }
    var end = index
    while end > start, !bytes[end - 1].isLetter { end -= 1 }
    guard let run = PostRun(endingAt: end, in: bytes, from: start) else { return false }
    return run.range.lowerBound == start
  }
}
