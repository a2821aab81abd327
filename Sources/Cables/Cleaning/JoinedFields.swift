/// Finds the places at which header lines that lost their line ends begin: `… 000088 SIPDIS E.O. 12958: DECL: … TAGS: …`.
///
/// It is asked for one line of a header after the other and remembers which fields it met, for none comes twice.
struct JoinedFields {
  private var hasOrder = false
  private var hasTags = false
  private var hasSubject = false
  private var hasReferences = false
  private var hasClassifiedBy = false

  /// Whether the last line that was asked for has the first paragraph in it.
  private(set) var endsHeader = false

  /// The longest line that is looked at, and how much of a longer one.
  private static let longest = 8192

  /// Where lines begin inside a line; the first byte of each.
  ///
  /// - Complexity: O(n) over the line.
  mutating func starts(_ bytes: [UInt8], in line: Line) -> [Int] {
    let limit = Swift.min(line.end, line.first + Self.longest)
    var starts: [Int] = []
    if let field = HeaderField(bytes, line: line) { remember(field.kind) }
    if beginsParagraph(bytes, line) {
      endsHeader = true
      return []
    }
    var index = line.first + 1
    while index < limit {
      if Self.mayBegin(bytes[index]), let found = begins(bytes, at: index, line, before: limit) {
        starts.append(index)
        if found == nil {
          endsHeader = true
          break
        }
      }
      index += 1
    }
    return starts
  }

  private func beginsParagraph(_ bytes: [UInt8], _ line: Line) -> Bool {
    if bytes.has("[1](#)", at: line.first, before: line.end) {
      return line.first + 6 < line.end && bytes[line.first + 6].isDigit
    }
    guard let marker = ParagraphMarker(bytes, at: line.first, before: line.end) else {
      return false
    }
    return marker.isExplicit || marker.portion != nil
  }

  @inline(__always)
  private static func mayBegin(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "E"), UInt8(ascii: "T"), UInt8(ascii: "S"), UInt8(ascii: "R"),
      UInt8(ascii: "C"), UInt8(ascii: "1"), UInt8(ascii: "["), 0xC2:
      true
    default: false
    }
  }

  /// The field that begins at an offset, nil in it for a first paragraph; nil where the line goes on.
  private mutating func begins(
    _ bytes: [UInt8], at index: Int, _ line: Line, before limit: Int
  ) -> HeaderField.Kind?? {
    let before = bytes[index - 1]
    if bytes[index] == 0xC2 || bytes[index] == UInt8(ascii: "[") || bytes[index].isDigit {
      return hasSubject && isFirstParagraph(bytes, at: index, before: limit) ? .some(nil) : nil
    }
    guard before != 0x28, before != UInt8(ascii: "\""), before != UInt8(ascii: "/"),
      before != UInt8(ascii: "-"),
      let field = HeaderField(bytes, at: index, before: limit), mayFollow(field, bytes, index, line)
    else { return nil }
    remember(field.kind)
    return .some(field.kind)
  }

  private func mayFollow(
    _ field: HeaderField, _ bytes: [UInt8], _ index: Int, _ line: Line
  ) -> Bool {
    let isGlued = bytes[index - 1].isWord
    switch field.kind {
    case .executiveOrder:
      // Who classified a cable may name the order, too.
      return !hasOrder && !hasTags && !hasSubject && !hasClassifiedBy && field.order != nil
        && (!isGlued || bytes[index + 1] == 0x2E)
    case .tags:
      return !hasTags && !hasSubject && (field.hasColon || !isGlued || bytes[index - 1].isDigit)
    case .subject: return !hasSubject && (hasTags || hasOrder) && field.hasColon
    case .references:
      guard hasSubject, !hasReferences, !hasClassifiedBy, !isGlued || field.hasColon else {
        return false
      }
      return field.hasColon
        || ReferenceBullets.bullet(bytes, at: field.valueStart, before: line.end)?.isMarked == true
    case .classifiedBy: return hasSubject && !hasClassifiedBy
    case .reason, .declassify, .derivedFrom: return false
    }
  }

  /// Whether paragraph 1 begins at an offset: its marker has a pilcrow or a portion mark.
  private func isFirstParagraph(_ bytes: [UInt8], at index: Int, before limit: Int) -> Bool {
    if bytes[index] == UInt8(ascii: "[") {
      return bytes.has("[1](#)1", at: index, before: limit)
        && !bytes[Swift.min(index + 7, limit - 1)].isDigit
    }
    guard bytes[index - 1] != 0x2E, bytes[index - 1] < 0x80, bytes[index - 1] != 0x28,
      let marker = ParagraphMarker(bytes, at: index, before: limit), marker.number == 1
    else { return false }
    if marker.isExplicit { return true }
    guard bytes[index + 1] == 0x2E else { return false }
    let text = bytes.skippingBlanks(from: index + 2, before: limit)
    guard text < limit else { return false }
    if marker.portion != nil { return bytes[text] == 0x28 }
    // Without a mark only behind the number or the parenthesis that ends a reference, and in front of words.
    return hasReferences && bytes[index - 1].isBlank && text > index + 2 && bytes[text].isCapital
      && endsReference(bytes, before: index)
      && !ReferenceBlock.beginsItem(bytes, at: text, before: limit)
  }

  private func endsReference(_ bytes: [UInt8], before index: Int) -> Bool {
    var end = index
    while end > 0, bytes[end - 1].isBlank { end -= 1 }
    return end > 0 && (bytes[end - 1].isDigit || bytes[end - 1] == 0x29)
  }

  private mutating func remember(_ kind: HeaderField.Kind) {
    switch kind {
    case .executiveOrder: hasOrder = true
    case .tags: hasTags = true
    case .subject: hasSubject = true
    case .references: hasReferences = true
    case .classifiedBy: hasClassifiedBy = true
    case .reason, .declassify, .derivedFrom: break
    }
  }
}
