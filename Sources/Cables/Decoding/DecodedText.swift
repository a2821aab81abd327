/// The text of a file as UTF-8 with `\n` line ends and without control characters, and where each byte came from.
///
/// Nothing is refused: bytes that are no UTF-8 are read as Windows-1252, or replaced by U+FFFD where the rest of the
/// text is evidently UTF-8.
struct DecodedText: Sendable {
  private(set) var bytes: [UInt8]
  private(set) var segments: [CableText.Segment]
  /// How many bytes were read as another encoding or replaced.
  private(set) var repairedCount = 0
  /// How many control characters were dropped.
  private(set) var controlCount = 0
  /// The encoding where it is not UTF-8.
  private(set) var encoding: String?

  /// Decodes the bytes of a file.
  init(_ original: [UInt8]) {
    bytes = original
    segments = [CableText.Segment(clean: 0, original: 0, originalCount: original.count)]
    if original.isEmpty { segments = [] }
    guard !Self.isPlain(original) else { return }
    if let order = UTF16Order(original) {
      self.decodeUTF16(original, isLittleEndian: order == .little)
    } else {
      self.decodeBytes(original)
    }
  }

  /// Whether a text is ASCII of line ends, tabs and printable characters.
  private static func isPlain(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      var start = 0
      while start < buffer.count {
        let end = min(start + 4096, buffer.count)
        var strange: UInt8 = 0
        for index in start..<end {
          let byte = buffer[index]
          let isPrintable = byte &- 0x20 < 0x5F
          strange |= (isPrintable ? 0 : 1) & (byte == 0x0A || byte == 0x09 ? 0 : 1)
        }
        if strange != 0 { return false }
        start = end
      }
      return true
    }
  }

  private mutating func decodeBytes(_ original: [UInt8]) {
    let census = UTF8Census(original)
    if census.isClean { return }
    let isUTF8 = census.validCount > 0 && census.validCount >= census.invalidCount
    if census.invalidCount > 0 && !isUTF8 { encoding = "Windows-1252" }
    var output = SegmentedBytes(capacity: original.count + original.count / 16)
    var index = original.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var runStart = index
    let count = original.count
    while index < count {
      let byte = original[index]
      if byte &- 0x20 < 0x5F || byte == 0x0A || byte == 0x09 {
        index += 1
        continue
      }
      let step = Self.step(original, at: index, isUTF8: isUTF8)
      if case .keep = step.action {
        index += step.length
        continue
      }
      output.copy(original, runStart..<index)
      switch step.action {
      case .keep, .drop: break
      case .dropControl: controlCount += 1
      case .replace(let scalar): output.append(scalar, standingFor: index..<index + step.length)
      case .repair(let scalar):
        repairedCount += 1
        output.append(scalar, standingFor: index..<index + step.length)
      }
      index += step.length
      runStart = index
    }
    output.copy(original, runStart..<count)
    bytes = output.bytes
    segments = output.segments
  }

  private enum Action {
    case keep
    case drop
    case dropControl
    case replace(Unicode.Scalar)
    case repair(Unicode.Scalar)
  }

  /// What becomes of the bytes at an offset that are not plain ASCII.
  private static func step(
    _ bytes: [UInt8], at index: Int, isUTF8: Bool
  ) -> (action: Action, length: Int) {
    let byte = bytes[index]
    if byte < 0x80 { return controlStep(bytes, at: index) }
    let length = UTF8Census.sequenceLength(bytes, at: index)
    guard length > 0 else {
      return (.repair(isUTF8 ? "\u{FFFD}" : Windows1252.scalar(of: byte)), 1)
    }
    if byte == 0xC2 {
      let second = bytes[index + 1]
      // Typists' no-break spaces would hide words from every rule about blanks.
      if second == 0xA0 { return (.replace(" "), 2) }
      // C1 controls are Windows-1252 that somebody took for Latin-1.
      if second < 0xA0 { return (.repair(Windows1252.scalar(of: second)), 2) }
      if second == 0xAD { return (.drop, 2) }
    }
    if byte == 0xC3, bytes[index + 1] == 0x82, index + 3 < bytes.count, bytes[index + 2] == 0xC2,
      bytes[index + 3] == 0xB6
    {
      return (.repair("¶"), 4)
    }
    if byte == 0xE2, bytes[index + 1] == 0x80 {
      let third = bytes[index + 2]
      if third == 0xA8 || third == 0xA9 { return (.replace("\n"), 3) }
      if third == 0x8B { return (.drop, 3) }
      if third == 0x89 || third == 0xAF { return (.replace(" "), 3) }
    }
    if byte == 0xEF, bytes[index + 1] == 0xBB, bytes[index + 2] == 0xBF { return (.drop, 3) }
    return (.keep, length)
  }

  private static func controlStep(
    _ bytes: [UInt8], at index: Int
  ) -> (action: Action, length: Int) {
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    switch bytes[index] {
    case 0x0D: return next == 0x0A ? (.drop, 1) : (.replace("\n"), 1)
    case 0x0B, 0x0C: return (.replace("\n"), 1)
    case 0x1B where next == UInt8(ascii: "["):
      // A terminal's control sequence goes as a whole; what it would leave behind is not text.
      var end = index + 2
      let limit = min(bytes.count, index + 32)
      while end < limit, bytes[end] &- 0x20 < 0x20 { end += 1 }
      guard end < limit, bytes[end] &- 0x40 < 0x3F else { return (.dropControl, 1) }
      return (.dropControl, end + 1 - index)
    case 0x1B where next == UInt8(ascii: "]"):
      // So does an order to the terminal's window, up to its end on the same line: a bell, or ESC \.
      let limit = min(bytes.count, index + 256)
      for end in index + 2..<max(index + 2, limit) {
        switch bytes[end] {
        case 0x07: return (.dropControl, end + 1 - index)
        case 0x1B where end + 1 < bytes.count && bytes[end + 1] == UInt8(ascii: "\\"):
          return (.dropControl, end + 2 - index)
        case 0..<0x20: return (.dropControl, 1)
        default: break
        }
      }
      return (.dropControl, 1)
    default: return (.dropControl, 1)
    }
  }

  private mutating func decodeUTF16(_ original: [UInt8], isLittleEndian: Bool) {
    encoding = "UTF-16"
    func unit(_ index: Int) -> UInt32 {
      let (first, second) = (UInt32(original[index]), UInt32(original[index + 1]))
      return isLittleEndian ? second << 8 | first : first << 8 | second
    }
    var output = SegmentedBytes(capacity: original.count / 2 + 16)
    var index = UTF16Order.markLength(original)
    while index + 1 < original.count {
      let first = unit(index)
      var length = 2
      var scalar = Unicode.Scalar(first)
      if first & 0xFC00 == 0xD800, index + 3 < original.count, unit(index + 2) & 0xFC00 == 0xDC00 {
        scalar = Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + unit(index + 2) & 0x3FF)
        length = 4
      }
      let range = index..<index + length
      index += length
      guard let scalar else {
        repairedCount += 1
        output.append("\u{FFFD}", standingFor: range)
        continue
      }
      switch scalar.value {
      case 0x0D:
        if index + 1 < original.count, unit(index) == 0x0A { continue }
        output.append("\n", standingFor: range)
      case 0x0A, 0x09: output.append(scalar, standingFor: range)
      case 0..<0x20, 0x7F..<0xA0: controlCount += 1
      case 0xA0: output.append(" ", standingFor: range)
      case 0xFEFF: continue
      default: output.append(scalar, standingFor: range)
      }
    }
    if index < original.count { repairedCount += 1 }
    bytes = output.bytes
    segments = output.segments
  }
}
