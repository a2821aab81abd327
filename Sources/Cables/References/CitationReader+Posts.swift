extension CitationReader {
  typealias FoundPost = (range: Range<Int>, filedAs: String)

  /// The post in front of a number; `#`, a hyphen or `NO.` may stand between.
  func post(before offset: Int, floor: Int, repairs: Bool) -> FoundPost? {
    var end = skippingFillers(before: offset, floor: floor)
    if repairs { end = skippingWords(before: end, floor: floor) }
    guard end > floor, bytes[end - 1].isLetter else { return nil }
    if let run = PostRun(endingAt: end, in: bytes, from: floor, acceptsCutNames: repairs) {
      return (run.range, run.filedAs)
    }
    guard repairs else { return nil }
    return similarPost(endingAt: end, floor: floor)
  }

  private func skippingFillers(before offset: Int, floor: Int) -> Int {
    var end = offset
    while end > floor, offset - end <= 8, isFiller(bytes[end - 1]) { end -= 1 }
    return end
  }

  /// Words that may stand between a post and its number.
  private static let betweenWords: [StaticString] = [
    "CABLE", "CABLES", "TELEGRAM", "TELEGRAMS", "TEL", "TELS", "REFTEL", "MESSAGE", "MSG", "NO",
    "NOS", "NR", "NUMBER",
  ]

  /// Skips `CABLE NO.`, or a caption in parentheses, between a post and its number.
  private func skippingWords(before offset: Int, floor: Int) -> Int {
    var end = offset
    for _ in 0..<2 {
      if end > floor, bytes[end - 1] == 0x29 {
        var open = end - 1
        while open > floor, end - open < 12, bytes[open] != 0x28 { open -= 1 }
        guard bytes[open] == 0x28, let caption = CaptionWord(bytes, at: open + 1, before: end),
          caption.end == end - 1
        else { return end }
        end = skippingFillers(before: open, floor: floor)
        continue
      }
      var start = end
      while start > floor, bytes[start - 1].isLetter { start -= 1 }
      let word = start..<end
      guard Self.betweenWords.contains(where: { bytes.equals($0, in: word) }) else { return end }
      end = skippingFillers(before: start, floor: floor)
    }
    return end
  }

  private func isFiller(_ byte: UInt8) -> Bool {
    byte.isSpace || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "/")
      || byte == UInt8(ascii: "_")
  }

  /// Words that stand in front of numbers and are near to the names of posts.
  private static let words: [StaticString] = [
    "PARAS", "PARTS", "PARKS", "PAIRS", "UNITS", "TURNS", "GROUP", "PAGES", "ITEMS", "POINT",
  ]

  /// A post whose name has one slip, of the last one to three words.
  private func similarPost(endingAt end: Int, floor: Int) -> FoundPost? {
    var start = end
    for _ in 0..<3 {
      while start > floor, bytes[start - 1].isLetter { start -= 1 }
      guard end - start >= 5, end - start <= 24 else {
        guard end - start < 5 else { return nil }
        while start > floor, bytes[start - 1].isBlank { start -= 1 }
        continue
      }
      let key = bytes[start..<end].filter(\.isWord).map(\.capital)
      if Self.words.contains(where: { bytes.equals($0, in: start..<end) }) { return nil }
      if let name = PostTable.standard.similarName(to: key) ?? PostTable.standard.begunName(key) {
        return (start..<end, name.filedAs)
      }
      while start > floor, bytes[start - 1].isBlank { start -= 1 }
      guard start > floor, bytes[start - 1].isLetter else { return nil }
    }
    return nil
  }
}
