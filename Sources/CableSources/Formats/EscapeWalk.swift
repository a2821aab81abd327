/// Finds the backslashes and quotes of a field that stand for the byte behind them.
struct EscapeWalk {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let end: Int
  /// The next of each kind at or behind the last place that was asked for; `end` if there is none.
  private var backslash: Int
  private var quote: Int

  /// Makes a walk over a field; `backslashes` says whether they escape anything.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, backslashes: Bool) {
    self.bytes = bytes
    end = range.upperBound
    backslash = backslashes ? -1 : range.upperBound
    quote = -1
  }

  /// The next one at or behind a position.
  mutating func next(from start: Int) -> Int? {
    var position = start
    while true {
      if backslash < position { backslash = find(0x5C, from: position) }
      if quote < position { quote = find(0x22, from: position) }
      let place = min(backslash, quote)
      guard place + 1 < end else { return nil }
      let after = bytes[place + 1]
      if after == 0x22 || (after == 0x5C && place == backslash) { return place }
      position = place + 1
    }
  }

  private func find(_ byte: UInt8, from start: Int) -> Int {
    TableRowScan.find(byte, in: bytes, from: start, to: end) ?? end
  }
}
