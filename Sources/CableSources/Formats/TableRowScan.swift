import Glibc

/// Finds the fields of one row, as far as its bytes are in memory, and goes on where it stopped when more are.
///
/// Quotes inside a field may be escaped by a backslash, doubled, or not escaped at all: a lone quote ends its field only where
/// the next one plainly begins, or the row ends and another row or nothing follows.
///
/// - Complexity: O(*n*) over the row, however it is cut into pieces.
struct TableRowScan {
  private typealias RowTest =
    @Sendable (UnsafeBufferPointer<UInt8>, Int) -> TableRowStart.Answer

  /// A field's content in bytes from the start of the row.
  struct Field: Equatable {
    var range: Range<Int>
    /// Whether the content holds escaped quotes or backslashes.
    var isEscaped = false
  }

  /// How the scan of a row ended.
  enum Outcome: Equatable {
    /// The row is not to be judged before more bytes are in memory.
    case needsMore
    /// The row ends properly; `next` is where what follows begins.
    case row(next: Int)
    /// The last quote is missing: another row, or the end of the file, stands at `next`.
    case unterminated(next: Int)
  }

  /// The columns of the table.
  static let columns = 8
  /// The first column of running text, in which a quote and a comma may stand by themselves.
  private static let freeTextColumn = 6
  /// What may follow the line on which the last field ends, the surest first.
  private static let rowTests: [RowTest] = [
    TableRowStart.isCertain, TableRowStart.isPlain, TableRowStart.isLikely,
    TableRowStart.isCutOff,
  ]

  private(set) var fields: [Field] = []
  private var position = 0
  private var fieldStart = 0
  private var isInField = false
  private var isQuoted = false
  private var isEscaped = false
  /// Whether fields without quotes were seen in this row, so that a comma behind a quote is enough.
  private var hasPlainField = false
  /// Where the next quote is, so that many backslashes before it do not search for it again and again.
  private var knownQuote = -1
  /// The last quote of the last field that stood at the end of a line, should the row turn out to have ended there.
  private var lastLineEnd: (end: Int, next: Int)?

  init() {
    fields.reserveCapacity(TableRowScan.columns)
  }

  private var isLastColumn: Bool { fields.count == TableRowScan.columns - 1 }

  /// Goes on with the row.
  ///
  /// - Parameters:
  ///   - bytes: the row from its start, as far as it is in memory, and what follows.
  ///   - isComplete: whether nothing more will come.
  /// - Returns: what came of it.
  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, isComplete: Bool) -> Outcome {
    while true {
      if !isInField {
        guard position < bytes.count || isComplete else { return .needsMore }
        isQuoted = position < bytes.count && bytes[position] == 0x22
        if isQuoted { position += 1 }
        fieldStart = position
        isInField = true
        isEscaped = false
        knownQuote = -1
      }
      let outcome =
        isQuoted
        ? scanQuoted(bytes, isComplete: isComplete) : scanPlain(bytes, isComplete: isComplete)
      if let outcome { return outcome }
    }
  }

  /// Nil where the field ended and another follows in the row.
  private mutating func scanPlain(
    _ bytes: UnsafeBufferPointer<UInt8>, isComplete: Bool
  ) -> Outcome? {
    while position < bytes.count {
      switch bytes[position] {
      case 0x2C where !isLastColumn:
        end(fieldAt: position, next: position + 1)
        return nil
      case 0x0A:
        let hasReturn = position > fieldStart && bytes[position - 1] == 0x0D
        end(fieldAt: hasReturn ? position - 1 : position, next: position + 1)
        return .row(next: position)
      default:
        position += 1
      }
    }
    guard isComplete else { return .needsMore }
    end(fieldAt: position, next: position)
    return .row(next: position)
  }

  /// Nil where the field ended and another follows in the row.
  private mutating func scanQuoted(
    _ bytes: UnsafeBufferPointer<UInt8>, isComplete: Bool
  ) -> Outcome? {
    while true {
      guard let quote = nextQuote(bytes) else {
        // A backslash at the very end may belong to the quote that comes next.
        position = skipEscapes(bytes, upTo: bytes.count, isComplete: isComplete)
        guard isComplete else { return .needsMore }
        return endWithoutQuote(at: bytes.count, next: bytes.count)
      }
      position = skipEscapes(bytes, upTo: quote, isComplete: isComplete)
      if position < quote { return .needsMore }
      if position > quote {
        // The quote was escaped, unless a row begins behind it: then it is the end and the text ends in a backslash.
        guard isLastColumn, position == quote + 1 else { continue }
        switch rowStart(
          bytes, afterLineEndAt: position, isComplete: isComplete, TableRowStart.isCertain)
        {
        case .unknown:
          position = quote - 1
          return .needsMore
        case .yes:
          end(fieldAt: quote, next: position)
          return .row(next: endOfLine(bytes, at: position))
        case .no:
          continue
        }
      }
      switch judge(quote, bytes, isComplete: isComplete) {
      case .unknown: return .needsMore
      case .literal(let next): position = next
      case .endsField:
        end(fieldAt: quote, next: quote + 2)
        return nil
      case .endsRow(let end, let next):
        self.end(fieldAt: end, next: next)
        return .row(next: next)
      case .startsNextRow:
        let hasReturn = quote >= fieldStart + 2 && bytes[quote - 2] == 0x0D
        return endWithoutQuote(at: quote - (hasReturn ? 2 : 1), next: quote)
      }
    }
  }

  private enum Judgement {
    case unknown
    case literal(next: Int)
    case endsField
    case endsRow(end: Int, next: Int)
    case startsNextRow
  }

  /// What an unescaped quote in a quoted field is.
  private mutating func judge(
    _ quote: Int, _ bytes: UnsafeBufferPointer<UInt8>, isComplete: Bool
  ) -> Judgement {
    let after = quote + 1
    guard after < bytes.count else {
      return isComplete ? .endsRow(end: quote, next: after) : .unknown
    }
    if quote > fieldStart, bytes[quote - 1] == 0x0A {
      switch ask(TableRowStart.isCertain, bytes, at: quote, isComplete: isComplete) {
      case .yes: return .startsNextRow
      case .unknown: return .unknown
      case .no: break
      }
    }
    switch bytes[after] {
    case 0x22:
      return judgePair(after, bytes, isComplete: isComplete)
    case 0x2C where fields.count < TableRowScan.freeTextColumn || hasPlainField:
      return isLastColumn ? .literal(next: after) : .endsField
    case 0x2C where !isLastColumn:
      guard after + 1 < bytes.count else { return isComplete ? .endsField : .unknown }
      return bytes[after + 1] == 0x22 ? .endsField : .literal(next: after)
    case 0x0A, 0x0D:
      return judgeLineEnd(after, bytes, isComplete: isComplete)
    default:
      return .literal(next: after)
    }
  }

  /// What two quotes in a row are: one of the text, unless a row or nothing follows and the second is the end.
  private mutating func judgePair(
    _ second: Int, _ bytes: UnsafeBufferPointer<UInt8>, isComplete: Bool
  ) -> Judgement {
    let test = TableRowStart.isCertain
    if isLastColumn {
      switch rowStart(bytes, afterLineEndAt: second + 1, isComplete: isComplete, test) {
      case .yes: return .endsRow(end: second, next: endOfLine(bytes, at: second + 1))
      case .unknown: return .unknown
      case .no: break
      }
    }
    isEscaped = true
    return .literal(next: second + 1)
  }

  /// What a quote at the end of a line is: the end of the row if a row or nothing follows.
  private mutating func judgeLineEnd(
    _ lineEnd: Int, _ bytes: UnsafeBufferPointer<UInt8>, isComplete: Bool
  ) -> Judgement {
    for test in TableRowScan.rowTests.prefix(isLastColumn ? 4 : 1) {
      switch rowStart(bytes, afterLineEndAt: lineEnd, isComplete: isComplete, test) {
      case .yes: return .endsRow(end: lineEnd - 1, next: endOfLine(bytes, at: lineEnd))
      case .unknown: return .unknown
      case .no: break
      }
    }
    if isLastColumn { lastLineEnd = (lineEnd - 1, endOfLine(bytes, at: lineEnd)) }
    return .literal(next: lineEnd)
  }

  private func ask(
    _ test: RowTest, _ bytes: UnsafeBufferPointer<UInt8>, at position: Int, isComplete: Bool
  ) -> TableRowStart.Answer {
    let answer = test(bytes, position)
    return answer == .unknown && isComplete ? .no : answer
  }

  /// Whether a row, or the end of the file, follows the line ends at `position`.
  private func rowStart(
    _ bytes: UnsafeBufferPointer<UInt8>, afterLineEndAt position: Int, isComplete: Bool,
    _ test: RowTest
  ) -> TableRowStart.Answer {
    var cursor = ByteCursor(bytes, at: position)
    guard cursor.takeLineEnds() else { return cursor.ranOut && !isComplete ? .unknown : .no }
    if cursor.peek() == nil { return isComplete ? .yes : .unknown }
    return ask(test, bytes, at: cursor.position, isComplete: isComplete)
  }

  private func endOfLine(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
    var cursor = ByteCursor(bytes, at: position)
    cursor.takeLineEnds()
    return cursor.position
  }

  private mutating func nextQuote(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    if knownQuote < position {
      knownQuote = TableRowScan.find(0x22, in: bytes, from: position, to: bytes.count) ?? -1
    }
    return knownQuote < 0 ? nil : knownQuote
  }

  /// Moves over backslashes and what they escape; the result is `limit`, one more if the byte there is escaped, or less if an
  /// escape is cut off by the end of what is in memory.
  private mutating func skipEscapes(
    _ bytes: UnsafeBufferPointer<UInt8>, upTo limit: Int, isComplete: Bool
  ) -> Int {
    var position = self.position
    while position < limit,
      let backslash = TableRowScan.find(0x5C, in: bytes, from: position, to: limit)
    {
      guard backslash + 1 < bytes.count else { return isComplete ? limit : backslash }
      let isEscape = bytes[backslash + 1] == 0x22 || bytes[backslash + 1] == 0x5C
      if isEscape { isEscaped = true }
      position = backslash + (isEscape ? 2 : 1)
    }
    return max(position, limit)
  }

  /// Ends a row whose last quote is missing, or stands before lines that are no part of it.
  private mutating func endWithoutQuote(at end: Int, next: Int) -> Outcome {
    if let lastLineEnd {
      self.end(fieldAt: lastLineEnd.end, next: lastLineEnd.next)
      return .row(next: lastLineEnd.next)
    }
    self.end(fieldAt: end, next: next)
    return .unterminated(next: next)
  }

  private mutating func end(fieldAt end: Int, next: Int) {
    fields.append(Field(range: fieldStart..<max(fieldStart, end), isEscaped: isEscaped))
    if !isQuoted { hasPlainField = true }
    position = next
    isInField = false
  }

  static func find(
    _ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Int? {
    guard let base = bytes.baseAddress, start < end,
      let found = memchr(base + start, Int32(byte), end - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
