extension CableText {
  /// A range of the clean text as running text: soft line ends and runs of blanks become one space, a blank line
  /// becomes `\n`.
  ///
  /// A word that is hyphenated at a line end keeps its hyphen and is joined without a space (`MISSILE-` `RELATED` →
  /// `MISSILE-RELATED`), for cables break compounds there and not syllables. Paragraph markers are left out.
  ///
  /// - Complexity: O(n) over the range.
  public func flow(in range: Range<Int>) -> String {
    String(decoding: flowBytes(in: range), as: UTF8.self)
  }

  /// The bytes of `flow(in:)`.
  func flowBytes(in range: Range<Int>) -> [UInt8] {
    var flow: [UInt8] = []
    flow.reserveCapacity(range.count)
    appendFlow(of: range, to: &flow)
    return flow
  }

  func appendFlow(of range: Range<Int>, to flow: inout [UInt8]) {
    let range = range.clamped(to: 0..<clean.count)
    let start = flow.count
    clean.withUnsafeBufferPointer { buffer in
      var index = range.lowerBound
      while true {
        var lineEnds = 0
        let gap = index
        while index < range.upperBound, buffer[index].isSpace {
          if buffer[index] == 0x0A { lineEnds += 1 }
          index += 1
        }
        guard index < range.upperBound else { return }
        if index > gap, flow.count > start {
          if lineEnds > 1 {
            flow.append(0x0A)
          } else if lineEnds == 0 || !Self.endsInHyphenatedWord(flow) {
            flow.append(0x20)
          }
        }
        let word = index
        // Single blanks between words are copied along with them.
        while index < range.upperBound {
          let byte = buffer[index]
          if byte == 0x20 {
            guard index + 1 < range.upperBound, !buffer[index + 1].isSpace else { break }
          } else if byte == 0x0A || byte == 0x09 || byte == 0xC2 {
            break
          }
          index += 1
        }
        flow.append(contentsOf: buffer[word..<index])
        guard index < range.upperBound, buffer[index] == 0xC2 else { continue }
        if index + 1 < range.upperBound, buffer[index + 1] == 0xB6 {
          index += 2
        } else {
          flow.append(0xC2)
          index += 1
        }
      }
    }
  }

  /// Whether a text ends in a letter or digit and one hyphen, which is a word broken at its hyphen and not a dash.
  private static func endsInHyphenatedWord(_ text: [UInt8]) -> Bool {
    text.count >= 2 && text[text.count - 1] == UInt8(ascii: "-") && text[text.count - 2].isWord
  }
}
