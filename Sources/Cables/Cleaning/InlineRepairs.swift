/// Repairs inside lines: paragraph markers of several exports, links around TAGS, transliterated quotation marks.
struct InlineRepairs {
  private(set) var edits: [TextEdit] = []
  private let bytes: [UInt8]
  /// Where the quotation that was opened ends; -1 if none is open.
  private var closing = -1

  /// Finds the repairs of a text, in order.
  ///
  /// - Complexity: O(n): each look ahead is bounded.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var index = 0
    while true {
      index = Self.nextPlace(bytes, from: index)
      if closing >= 0, closing < index {
        edits.append(TextEdit(closing..<closing + 1, "\""))
        closing = -1
      }
      guard index < bytes.count else { return }
      switch bytes[index] {
      case UInt8(ascii: "&"), UInt8(ascii: "<"):
        if let remains = MarkupRemains(bytes, at: index) {
          edits.append(remains.edit)
          index = remains.end
        } else {
          index = bytes[index] == UInt8(ascii: "&") ? repairQuotation(at: index) : index + 1
        }
      case UInt8(ascii: "["): index = repairLink(at: index)
      case UInt8(ascii: "\\"): index = repairEscapedMarker(at: index)
      default: index = repairApostrophe(at: index)
      }
    }
  }

  /// The next place that may need a repair; the end if there is none.
  private static func nextPlace(_ bytes: [UInt8], from start: Int) -> Int {
    bytes.withUnsafeBufferPointer { buffer in
      buffer.firstOffset(from: start, before: buffer.count) { bytes, next in
        (bytes.has(UInt8(ascii: ","))
          .& (next.lies(from: UInt8(ascii: "a"), count: 26)
            .| next.lies(from: UInt8(ascii: "A"), count: 26)))
          .| bytes.has(UInt8(ascii: "[")) .| bytes.has(UInt8(ascii: "\\"))
          .| bytes.has(UInt8(ascii: "&")) .| bytes.has(UInt8(ascii: "<"))
      }
    }
  }

  /// `[1](#)` in front of a number or a letter is a paragraph marker, `[PREL](#)` is `PREL`.
  private mutating func repairLink(at start: Int) -> Int {
    let limit = min(bytes.count, start + 64)
    var close = start + 1
    while close < limit, bytes[close] != UInt8(ascii: "]"), bytes[close] != 0x0A { close += 1 }
    guard close + 2 < bytes.count, bytes[close] == UInt8(ascii: "]"), close > start + 1,
      bytes[close + 1] == UInt8(ascii: "("), bytes[close + 2] == UInt8(ascii: "#")
    else { return start + 1 }
    var end = close + 3
    let targetLimit = min(bytes.count, end + 64)
    while end < targetLimit, bytes[end] != UInt8(ascii: ")"), !bytes[end].isSpace { end += 1 }
    guard end < targetLimit, bytes[end] == UInt8(ascii: ")") else { return start + 1 }
    end += 1
    let isMarker =
      close == start + 2 && bytes[start + 1] == UInt8(ascii: "1") && end < bytes.count
      && (bytes[end].isWord || bytes[end].isBlank)
    if isMarker {
      edits.append(TextEdit(start..<end, "¶"))
    } else {
      edits.append(TextEdit(start..<start + 1))
      edits.append(TextEdit(close..<end))
    }
    return end
  }

  /// Reads the escaped marker of `\P 7.` as a pilcrow.
  private mutating func repairEscapedMarker(at start: Int) -> Int {
    guard start + 2 < bytes.count, bytes[start + 1] == UInt8(ascii: "P") else { return start + 1 }
    let digits = bytes.skippingBlanks(from: start + 2, before: min(bytes.count, start + 6))
    guard digits < bytes.count, bytes[digits].isDigit else { return start + 1 }
    edits.append(TextEdit(start..<digits, "¶"))
    return digits
  }

  /// `Allawi,s` is `Allawi's`, `don,t` is `don't`: between a letter and such an ending no sentence has a comma.
  private mutating func repairApostrophe(at start: Int) -> Int {
    if isPrefixOfName(before: start) {
      edits.append(TextEdit(start..<start + 1, "'"))
      return start + 1
    }
    // In capitals a letter alone may be one of a list.
    if bytes[start + 1].isCapital {
      guard start > 1, bytes[start - 1].isCapital, bytes[start - 2].isCapital else {
        return start + 1
      }
    }
    guard start > 1, bytes[start - 1].isLetter, let end = endOfEnding(at: start + 1),
      end >= bytes.count
        || !(bytes[end].isWord || bytes[end] == UInt8(ascii: "'") || bytes[end] >= 0x80)
    else { return start + 1 }
    edits.append(TextEdit(start..<start + 1, "'"))
    return end
  }

  /// Whether a comma stands in a name such as `O,BRIEN`, `D,ALEMA` or `N,DJAMENA`: behind one capital, in front of a
  /// word.
  private func isPrefixOfName(before comma: Int) -> Bool {
    guard comma > 0, bytes[comma + 1].isCapital, comma == 1 || !bytes[comma - 2].isWord else {
      return false
    }
    guard comma + 3 < bytes.count, bytes[comma + 2].isLetter, bytes[comma + 3].isLetter else {
      return false
    }
    let head = bytes[comma - 1]
    return head == UInt8(ascii: "O") || head == UInt8(ascii: "D") || head == UInt8(ascii: "N")
      || head == UInt8(ascii: "L") || head == UInt8(ascii: "M")
  }

  /// After `s`, `t` behind an n, `re`, `ve` or `ll`.
  private func endOfEnding(at start: Int) -> Int? {
    let limit = bytes.count
    switch bytes[start].capital {
    case UInt8(ascii: "S"): return start + 1
    case UInt8(ascii: "T"):
      return bytes[start - 2].capital == UInt8(ascii: "N") ? start + 1 : nil
    case UInt8(ascii: "R"): return bytes.has("RE", at: start, before: limit) ? start + 2 : nil
    case UInt8(ascii: "V"): return bytes.has("VE", at: start, before: limit) ? start + 2 : nil
    case UInt8(ascii: "L"): return bytes.has("LL", at: start, before: limit) ? start + 2 : nil
    default: return nil
    }
  }

  /// `&out of control8` is `"out of control"`, where the closing 8 hangs on a word and nothing else explains it.
  private mutating func repairQuotation(at start: Int) -> Int {
    guard start + 2 < bytes.count, bytes[start + 1].isLetter,
      start == 0 || bytes[start - 1].isSpace || bytes[start - 1] == UInt8(ascii: "(")
    else { return start + 1 }
    let limit = min(bytes.count - 1, start + 240)
    var index = start + 2
    while index <= limit, bytes[index] != UInt8(ascii: "&"), bytes[index] != UInt8(ascii: ";") {
      if bytes[index] == 0x0A, index + 1 < bytes.count, bytes[index + 1] == 0x0A { break }
      if bytes[index] == UInt8(ascii: "8"), closesQuotation(at: index) {
        edits.append(TextEdit(start..<start + 1, "\""))
        closing = index
        return start + 1
      }
      index += 1
    }
    return start + 1
  }

  private func closesQuotation(at index: Int) -> Bool {
    let before = bytes[index - 1]
    guard
      before.isSmall || before == UInt8(ascii: ".") || before == UInt8(ascii: ",")
        || (before.isCapital && bytes[index - 2].isCapital)
    else { return false }
    guard index + 1 < bytes.count else { return true }
    return !bytes[index + 1].isWord
  }
}
