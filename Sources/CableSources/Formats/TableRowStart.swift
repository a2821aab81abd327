/// Tells by its first bytes whether a row of the table begins somewhere.
///
/// A quoted field cannot hold `"12","4/15/2003 10:20"` by right, since its quotes would be escaped: where that stands at the
/// start of a line a row begins, whatever came before.
enum TableRowStart {
  /// An answer that may have to wait for more bytes.
  enum Answer {
    case yes
    case no
    case unknown
  }

  /// Whether number and date stand at `position`, both quoted.
  static func isCertain(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Answer {
    var cursor = ByteCursor(bytes, at: position)
    let isStart =
      cursor.take("\"") && cursor.takeNumber(digits: 1...9) != nil && cursor.take("\"")
      && cursor.take(",") && cursor.take("\"") && DateText.takeSlashDate(&cursor) != nil
      && cursor.take("\"")
    return answer(isStart, cursor)
  }

  /// Whether number and date stand at `position`, with any of their quotes missing.
  static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Answer {
    var cursor = ByteCursor(bytes, at: position)
    _ = cursor.take("\"")
    guard cursor.takeNumber(digits: 1...9) != nil else { return answer(false, cursor) }
    _ = cursor.take("\"")
    guard cursor.take(",") else { return answer(false, cursor) }
    _ = cursor.take("\"")
    guard DateText.takeSlashDate(&cursor) != nil else { return answer(false, cursor) }
    _ = cursor.take("\"")
    return answer(cursor.take(","), cursor)
  }

  /// Whether a short quoted field stands at `position` and another quoted one follows, as in a row with a damaged number.
  static func isLikely(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Answer {
    var cursor = ByteCursor(bytes, at: position)
    guard cursor.take("\"") else { return answer(false, cursor) }
    while cursor.position - position < 20, let byte = cursor.peek(), byte != 0x22, byte != 0x0A {
      cursor.position += 1
    }
    return answer(cursor.take("\"") && cursor.take(",") && cursor.take("\""), cursor)
  }

  /// Whether a line at `position` holds no more than a quoted number, as of a row that was cut off there.
  static func isCutOff(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Answer {
    var cursor = ByteCursor(bytes, at: position)
    guard cursor.take("\"") else { return answer(false, cursor) }
    _ = cursor.takeNumber(digits: 1...9)
    _ = cursor.take("\"")
    _ = cursor.take(",")
    return answer(cursor.takeLineEnds(), cursor)
  }

  private static func answer(_ isStart: Bool, _ cursor: ByteCursor) -> Answer {
    if isStart { return .yes }
    return cursor.ranOut ? .unknown : .no
  }
}
