/// Repairs that must come before lines are read: tags of web pages, which hide what a line begins with, and blank lines
/// behind every line.
enum LayoutRepairs {
  /// Takes tags of running text out, with line ends in the place of those that break lines; mostly there are none.
  ///
  /// - Complexity: O(n).
  static func tagEdits(_ bytes: [UInt8]) -> [TextEdit] {
    var edits: [TextEdit] = []
    var index = 0
    while true {
      index = bytes.withUnsafeBufferPointer { $0.firstOffset(of: UInt8(ascii: "<"), from: index) }
      guard index < bytes.count else { return edits }
      if let remains = MarkupRemains(bytes, at: index) {
        edits.append(remains.edit)
        index = remains.end
      } else {
        index += 1
      }
    }
  }

  /// Takes one of each two line ends out of a text in which every line end was doubled.
  ///
  /// Such a text has hardly two lines without a blank one between, and many gaps of three: where one was before. A text
  /// whose paragraphs are a line each has gaps of one only, or longer lines.
  static func spacingEdits(_ lines: LineIndex) -> [TextEdit] {
    guard lines.count > 24 else { return [] }
    var previous: Int?
    var gaps = (none: 0, one: 0, more: 0, even: 0)
    var longLines = 0
    for index in 0..<lines.count where !lines[index].isBlank {
      if lines[index].content.count > 100 { longLines += 1 }
      if let previous {
        switch index - previous - 1 {
        case 0: gaps.none += 1
        case 1: gaps.one += 1
        case let gap where gap % 2 == 1: gaps.more += 1
        default: gaps.even += 1
        }
      }
      previous = index
      // The top of a text that is not doubled tells soon.
      if gaps.none > 8, gaps.none > gaps.one { return [] }
    }
    let all = gaps.none + gaps.one + gaps.more + gaps.even
    guard all > 10, (gaps.none + gaps.even) * 16 <= all, gaps.more * 20 >= all,
      gaps.one > gaps.more,
      longLines * 10 <= all
    else { return [] }
    return halvedGaps(lines)
  }

  private static func halvedGaps(_ lines: LineIndex) -> [TextEdit] {
    var edits: [TextEdit] = []
    var previous: Int?
    for index in 0..<lines.count where !lines[index].isBlank {
      if let previous, index - previous > 1 {
        let kept = (index - previous - 1) / 2
        edits.append(TextEdit(lines[previous].next..<lines[index - kept].start))
      }
      previous = index
    }
    return edits
  }
}
