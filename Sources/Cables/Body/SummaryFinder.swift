/// Finds the summary: between its heading or first word and its end mark.
enum SummaryFinder {
  /// The range of the summary's text in a body.
  static func find(_ bytes: [UInt8], _ blocks: [Block]) -> Range<Int>? {
    for (position, block) in blocks.enumerated().prefix(14) {
      guard let textStart = startOfText(bytes, block) else { continue }
      if block.kind == .heading || textStart >= block.range.upperBound {
        let rest = blocks[(position + 1)...].drop { $0.kind == .heading }
        guard let first = rest.first, first.kind != .signature else { return nil }
        return first.range
          .lowerBound..<end(bytes, Array(rest), from: first.range.lowerBound, hasHeading: true)
      }
      return textStart..<end(bytes, Array(blocks[position...]), from: textStart, hasHeading: false)
    }
    return nil
  }

  /// Behind the word that opens a summary; nil where a block opens none.
  private static func startOfText(_ bytes: [UInt8], _ block: Block) -> Int? {
    guard block.kind != .table, block.kind != .signature else { return nil }
    let limit = block.range.upperBound
    var index = block.range.lowerBound
    while index < limit,
      bytes[index] == 0x28 || bytes[index] == UInt8(ascii: "-") || bytes[index].isBlank
    {
      index += 1
    }
    for word: StaticString in [
      "BEGIN", "EXECUTIVE", "ACTION", "INTRODUCTION AND", "INTRODUCTION/", "COMMENT AND",
    ]
    where bytes.has(word, at: index, before: limit) {
      index = bytes.skippingBlanks(from: index + word.utf8CodeUnitCount, before: limit)
    }
    guard bytes.hasWord("SUMMARY", at: index, before: limit) else { return nil }
    index += 7
    if block.kind == .heading { return limit }
    // AND COMMENT, AND ACTION REQUEST
    for word: StaticString in ["AND", "&", "/"] {
      let next = bytes.skippingBlanks(from: index, before: limit)
      guard bytes.has(word, at: next, before: limit) else { continue }
      var end = next + word.utf8CodeUnitCount
      let bound = min(limit, end + 40)
      while end < bound, bytes[end] != 0x2E, bytes[end] != 0x3A, bytes[end] != UInt8(ascii: "-") {
        end += 1
      }
      guard end < bound else { return nil }
      index = end
      break
    }
    let mark = bytes.skippingBlanks(from: index, before: limit)
    if mark < limit {
      guard
        bytes[mark] == 0x2E || bytes[mark] == 0x3A || bytes[mark] == UInt8(ascii: "-")
          || bytes[mark] == 0x0A || bytes[mark] == 0x29 || bytes[mark] == 0x28
          || bytes[mark] == UInt8(ascii: ";")
      else { return nil }
    }
    while index < limit,
      bytes[index].isSpace || bytes[index] == 0x2E || bytes[index] == 0x3A
        || bytes[index] == UInt8(ascii: "-") || bytes[index] == 0x29
        || bytes[index] == UInt8(ascii: ";")
    {
      index += 1
    }
    return index
  }

  /// Where the summary ends: at its end mark, else with its paragraphs.
  private static func end(
    _ bytes: [UInt8], _ blocks: [Block], from start: Int, hasHeading: Bool
  ) -> Int {
    var fallback = start
    var isOver = false
    for block in blocks.prefix(40) {
      if block.kind == .signature { break }
      let search = max(block.range.lowerBound, start)..<max(start, block.range.upperBound)
      for mark: StaticString in ["END SUMMARY", "END OF SUMMARY", "SUMMARY END"] {
        guard let place = bytes.firstRange(ofWords: mark, in: search) else { continue }
        var end = place.lowerBound
        while end > start,
          bytes[end - 1].isSpace || bytes[end - 1] == 0x28
            || bytes[end - 1] == UInt8(ascii: "-") || bytes[end - 1] == UInt8(ascii: "*")
        {
          end -= 1
        }
        // The pilcrow of a paragraph that has the mark alone.
        return end
      }
      if !isOver {
        let isFirst = fallback == start
        let isOther =
          block.kind == .heading || (block.kind == .paragraph && !isFirst && !hasHeading)
        if isOther, !isFirst { isOver = true } else { fallback = block.range.upperBound }
      }
    }
    return max(start, fallback)
  }
}
