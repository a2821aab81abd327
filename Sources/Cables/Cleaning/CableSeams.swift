/// The places at which one cable ends and another begins in a text that several were written into.
///
/// A cable may quote another, and each section of a long one repeats the header. So a seam needs an end (`NNNN`, a footer, a
/// name below the text), behind it the start of a header, and a class line with another post or number than the one
/// before.
public enum CableSeams {
  /// Cuts the bytes of a text into cables; one range where there is no seam.
  ///
  /// - Parameter bytes: a text in an encoding that has ASCII in it.
  /// - Returns: ranges that cover all bytes, in order.
  /// - Complexity: O(n); a possible start looks ahead over 80 lines at most.
  public static func split(_ bytes: [UInt8]) -> [Range<Int>] {
    // Text with other line ends keeps its offsets.
    let lines = LineIndex(bytes.contains(0x0D) ? bytes.map { $0 == 0x0D ? 0x20 : $0 } : bytes)
    var scan = Scan(lines: lines)
    var starts = [0]
    for index in 0..<lines.count {
      if let start = scan.startOfCable(at: index) { starts.append(lines[start].start) }
    }
    return starts.indices.map { index in
      starts[index]..<(index + 1 < starts.count ? starts[index + 1] : bytes.count)
    }
  }

  /// Post and number of a class line.
  private struct Name: Equatable {
    var post: String
    var number: Int
  }

  private struct Scan {
    let lines: LineIndex
    /// What the cable at hand is.
    var current: Name?
    /// The first line behind the end of the cable at hand; nil before it.
    var behindEnd: Int?
    /// How many more lines may stand between an end and a header.
    var patience = 0
    /// The last line that is not blank.
    var previous: Int?

    /// Takes the next line; where another cable begins if that is its header.
    mutating func startOfCable(at index: Int) -> Int? {
      let line = lines[index]
      guard !line.isBlank else { return nil }
      defer { previous = index }
      let bytes = lines.bytes
      if current == nil {
        current = name(at: index)
        return nil
      }
      if EndNotice.isEndMark(bytes, line) || FooterLine(bytes, line.content) != nil
        || EndNotice.isEndRule(bytes, line) || isName(at: index)
      {
        behindEnd = nil
        patience = 4
        return nil
      }
      guard patience > 0 else { return nil }
      let start = behindEnd ?? index
      if beginsHeader(line, at: index), let next = nextName(from: index), next != current {
        current = next
        patience = 0
        return start
      }
      behindEnd = start
      patience -= 1
      return nil
    }

    private func beginsHeader(_ line: Line, at index: Int) -> Bool {
      let bytes = lines.bytes
      switch bytes[line.first].capital {
      case UInt8(ascii: "V"): return bytes.has("VZCZC", at: line.first, before: line.end)
      case UInt8(ascii: "Z"):
        if bytes.has("ZCZC", at: line.first, before: line.end) { return true }
      case UInt8(ascii: "T"): if endOfNotice(line) != nil { return true }
      case UInt8(ascii: "F"): return bytes.hasWord("FM", at: line.first, before: line.end)
      case UInt8(ascii: "P"):
        if bytes.has("PAGE 01", at: line.first, before: line.end) { return true }
      default: break
      }
      return DateTimeGroup(bytes, at: line.first, before: line.end) != nil
        || name(at: index) != nil
    }

    /// The name of a complete class line of a first section.
    private func name(at index: Int) -> Name? {
      let bytes = lines.bytes
      let head = LevelWord.letter(bytes[lines[index].first]) ?? 0
      guard "CSULT".utf8.contains(head) else { return nil }
      let found =
        if let end = endOfNotice(lines[index]) {
          ClassLine(bytes, end..<lines[index].end, repairs: false)
        } else {
          ClassLine(lines, at: index, repairs: false)
        }
      guard let found, found.isPostKnown, let post = found.post, let number = found.number else {
        return nil
      }
      return Name(post: post, number: number)
    }

    /// After the notice of a partial extract, to which a class line may be glued.
    private func endOfNotice(_ line: Line) -> Int? {
      guard
        lines.bytes.has("THIS RECORD IS A PARTIAL EXTRACT", at: line.first, before: line.end)
      else { return nil }
      let ending: StaticString = "IS NOT AVAILABLE."
      let place = lines.bytes.firstIndex(of: ending, in: line.content, asWord: false)
      return place.map { min($0 + ending.utf8CodeUnitCount, line.end) }
    }

    /// The name of the header that begins at a line, before anything ends.
    private func nextName(from index: Int) -> Name? {
      for next in index..<min(lines.count, index + 80) where !lines[next].isBlank {
        if let name = name(at: next) { return name }
        if EndNotice.isEndMark(lines.bytes, lines[next]) { return nil }
      }
      return nil
    }

    /// Whether a line is a name in capitals behind a finished sentence or a blank line.
    private func isName(at index: Int) -> Bool {
      let (bytes, line) = (lines.bytes, lines[index])
      guard (3...24).contains(line.content.count), let previous,
        bytes[line.content].allSatisfy({
          $0.isCapital || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "'")
        })
      else { return false }
      let above = lines[previous]
      guard
        lines[index - 1].isBlank || bytes[above.end - 1].endsSentence
          || !bytes[above.content].contains(where: \.isWord)
      else { return false }
      return CaptionLine.captions(bytes, line.content) == nil
        && LevelWord(bytes, line.content, repairs: false) == nil
    }
  }
}
