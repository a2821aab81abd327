import Cables

/// Text in UTF-16, with a byte order mark or without, handed out as UTF-8 while it is read.
final class UTF16Input: ByteInput {
  private let window: InputWindow
  private let isBigEndian: Bool
  /// What was decoded and did not fit.
  private var pending: ArraySlice<UInt8> = []
  private let pieceSize: Int

  init(_ window: InputWindow, pieceSize: Int) {
    self.window = window
    self.pieceSize = pieceSize
    isBigEndian = UTF16Order(window.bytes) == .big
    window.consume(UTF16Order.markLength(window.bytes))
  }

  var expectedSize: Int? { nil }

  var canSeek: Bool { false }

  func seek(to offset: Int) -> Bool { false }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
    while pending.isEmpty {
      guard window.fill(2) else { break }
      decode()
    }
    if pending.isEmpty, let failure = window.failure { throw failure }
    let count = min(buffer.count, pending.count)
    buffer.copyBytes(from: pending.prefix(count))
    pending.removeFirst(count)
    return count
  }

  /// Decodes what is in memory, but for half a character at its end.
  private func decode() {
    var count = min(window.count, max(4, pieceSize)) & ~1
    if count > 2, isHighSurrogate(at: count - 2) { count -= 2 }
    if count == 2, isHighSurrogate(at: 0), window.fill(4) { count = 4 }
    let units = stride(from: 0, to: count, by: 2).map { unit(at: $0) }
    pending = Array(String(decoding: units, as: UTF16.self).utf8)[...]
    window.consume(count)
  }

  private func unit(at position: Int) -> UInt16 {
    let first = UInt16(window.bytes[position])
    let second = UInt16(window.bytes[position + 1])
    return isBigEndian ? first << 8 | second : second << 8 | first
  }

  private func isHighSurrogate(at position: Int) -> Bool {
    (0xD800..<0xDC00).contains(unit(at: position))
  }
}
