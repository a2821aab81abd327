/// A stretch of text that cleaning replaces; with empty text it is taken out.
struct TextEdit {
  var range: Range<Int>
  var replacement: StaticString

  init(_ range: Range<Int>, _ replacement: StaticString = "") {
    self.range = range
    self.replacement = replacement
  }
}

extension [TextEdit] {
  /// Carries out edits in the order of their start; one that begins inside an earlier one is skipped.
  func applied(to text: [UInt8]) -> SegmentedBytes {
    var output = SegmentedBytes(capacity: text.count + 64)
    var index = 0
    for edit in self where edit.range.lowerBound >= index {
      output.copy(text, index..<edit.range.lowerBound)
      if edit.replacement.utf8CodeUnitCount > 0 {
        output.append(edit.replacement, standingFor: edit.range)
      }
      index = edit.range.upperBound
    }
    output.copy(text, index..<text.count)
    return output
  }

  /// Both lists in one, by start; of two at one place the one of this list comes first.
  func merged(with other: [TextEdit]) -> [TextEdit] {
    if other.isEmpty { return self }
    if isEmpty { return other }
    var result: [TextEdit] = []
    result.reserveCapacity(count + other.count)
    var right = 0
    for edit in self {
      while right < other.count, other[right].range.lowerBound < edit.range.lowerBound {
        result.append(other[right])
        right += 1
      }
      result.append(edit)
    }
    result.append(contentsOf: other[right...])
    return result
  }
}
