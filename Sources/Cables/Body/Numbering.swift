/// How the paragraphs of a body are numbered, which decides what a number at a line start means.
struct Numbering {
  /// Whether pilcrows mark numbered paragraphs.
  private(set) var hasPilcrows = false
  /// Whether plain numbers carry portion marks.
  private(set) var hasPortions = false
  /// Whether a reader took the pilcrow for the digit 1: `11.`, `12.`, … for ¶1, ¶2.
  private(set) var isShifted = false

  /// Looks at the line starts of a body.
  init(_ lines: LineIndex, _ range: Range<Int>) {
    var plain: [Int] = []
    var explicit: [Int: Int] = [:]
    var hasRealPilcrow = false
    var isEntire = false
    var isFirst = true
    var filled = 0
    let bytes = lines.bytes
    for index in range where !lines[index].isBlank {
      let line = lines[index]
      let head = bytes[line.first]
      filled += 1
      guard head.isDigit || head == 0xC2 || head == UInt8(ascii: "-") else { continue }
      guard let marker = ParagraphMarker(bytes, at: line.first, before: line.end) else { continue }
      if marker.isExplicit {
        hasPilcrows = true
        // One that a list dash precedes is an escaped one, which OCR leaves now and then.
        if marker.start == line.first, head == 0xC2 { hasRealPilcrow = true }
        explicit[plain.count] = marker.number
      } else {
        if marker.portion != nil { hasPortions = true }
        if saysEntireText(bytes, marker, before: line.end) { isEntire = true }
        if plain.isEmpty {
          isFirst =
            filled == 1 || (filled == 2 && index > range.lowerBound && lines[index - 1].isBlank)
        }
        plain.append(marker.number)
      }
    }
    // One mark for all paragraphs: the others have none.
    if isEntire { hasPortions = false }
    guard !hasRealPilcrow else { return }
    isShifted = Self.runsOnShifted(plain, explicit: explicit) && (plain.count > 1 || isFirst)
    if isShifted { hasPilcrows = false }
  }

  /// Whether a marked paragraph says that its mark is that of the entire text.
  private func saysEntireText(
    _ bytes: [UInt8], _ marker: ParagraphMarker, before limit: Int
  ) -> Bool {
    guard marker.portion != nil, marker.number == 1 || marker.number == 11 else { return false }
    let end = Swift.min(limit, marker.textStart + 32)
    return bytes.firstIndex(of: "ENTIRE TEXT", in: Swift.min(marker.textStart, end)..<end) != nil
  }

  /// The paragraph's number: without the leading 1 where that stands for the pilcrow.
  func number(of marker: ParagraphMarker) -> Int {
    guard isShifted, !marker.isExplicit, marker.number >= 11 else { return marker.number }
    return marker.number >= 100 ? marker.number - 100 : marker.number - 10
  }

  /// Whether numbers begin with 11 and run on as 1, 2, 3 … when their first digit is taken off.
  ///
  /// A cable that really reaches paragraph 11 has a paragraph before it. A single number is one only at the top.
  private static func runsOnShifted(_ plain: [Int], explicit: [Int: Int]) -> Bool {
    guard plain.first == 11 else { return false }
    var due = 1
    var misses = 0
    for (position, number) in plain.enumerated() {
      if let marked = explicit[position] {
        guard marked == due else { return false }
        due += 1
      }
      guard number >= 11, number < 200, !(20..<110).contains(number) else {
        misses += 1
        continue
      }
      let shifted = number >= 100 ? number - 100 : number - 10
      if shifted != due { misses += 1 }
      due = shifted + 1
    }
    return misses * 4 <= plain.count
  }
}
