import Cables

/// Brings text in the encodings that circulate into UTF-8 without NUL bytes, for what reads nothing else.
enum PlainUTF8 {
  /// The characters of Windows-1252 from 0x80 to 0x9F; the five it leaves open stand for themselves.
  private static let windows: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  /// The text as UTF-8: from UTF-16 where it is that; otherwise bytes that are no UTF-8 count as Windows-1252.
  static func bytes(of text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    if let order = UTF16Order(text) {
      return utf16(text.dropFirst(UTF16Order.markLength(text)), isBigEndian: order == .big)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var position = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var copied = position
    while position < text.count {
      let length = sequenceLength(text, position)
      if length == 0 {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<position]))
        append(text[position], to: &bytes)
        copied = position + 1
      }
      position += max(1, length)
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied...]))
    return bytes
  }

  /// The length of the well-formed sequence at a position; 0 for a NUL byte and where there is none.
  private static func sequenceLength(_ text: UnsafeBufferPointer<UInt8>, _ position: Int) -> Int {
    func isContinuation(_ offset: Int) -> Bool {
      position + offset < text.count && text[position + offset] & 0xC0 == 0x80
    }
    let second = position + 1 < text.count ? text[position + 1] : 0
    switch text[position] {
    case 0x01..<0x80: return 1
    case 0xC2..<0xE0: return isContinuation(1) ? 2 : 0
    case 0xE0: return second >= 0xA0 && isContinuation(1) && isContinuation(2) ? 3 : 0
    case 0xED: return second < 0xA0 && isContinuation(1) && isContinuation(2) ? 3 : 0
    case 0xE1..<0xF0: return isContinuation(1) && isContinuation(2) ? 3 : 0
    case 0xF0..<0xF5:
      let isInRange =
        (0xF0...0xF4).contains(text[position])
        && (text[position] != 0xF0 || second >= 0x90) && (text[position] != 0xF4 || second < 0x90)
      return isInRange && isContinuation(1) && isContinuation(2) && isContinuation(3) ? 4 : 0
    default: return 0
    }
  }

  private static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case 0: bytes.append(0x20)
    case 0x80..<0xA0:
      let scalar = Unicode.Scalar(windows[Int(byte) - 0x80]) ?? "\u{FFFD}"
      bytes.append(contentsOf: String(Character(scalar)).utf8)
    default: bytes.append(contentsOf: [0xC0 | byte >> 6, 0x80 | byte & 0x3F])
    }
  }

  private static func utf16(_ text: Slice<UnsafeBufferPointer<UInt8>>, isBigEndian: Bool) -> [UInt8]
  {
    var units: [UInt16] = []
    units.reserveCapacity(text.count / 2)
    var first: UInt8?
    for byte in text {
      guard let high = first else {
        first = byte
        continue
      }
      let unit = isBigEndian ? UInt16(high) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(high)
      units.append(unit == 0 ? 0x20 : unit)
      first = nil
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
