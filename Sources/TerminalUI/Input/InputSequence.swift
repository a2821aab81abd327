/// What the bytes at the start of some input mean.
enum InputSequence: Equatable {
  /// A key, and the bytes it took.
  case key(Key, length: Int)
  /// Something done with the mouse, and the bytes it took.
  case mouse(MouseEvent, length: Int)
  /// The start of pasted text.
  case pasteStart(length: Int)
  /// Something to swallow.
  case unknown(length: Int)
  /// More bytes are needed to tell.
  case incomplete

  /// Reads the first sequence of bytes that are not empty.
  static func first(of bytes: ArraySlice<UInt8>, keys: [KeySequence]) -> InputSequence {
    guard let first = bytes.first, first == 0x1B else { return character(bytes) }
    if let known = keys.first(where: { bytes.starts(with: $0.bytes) }) {
      return .key(known.key, length: known.bytes.count)
    }
    if keys.contains(where: { $0.bytes.starts(with: bytes) }) { return .incomplete }
    return escape(bytes, keys: keys)
  }

  /// The same meaning with more bytes in front.
  private func after(_ count: Int) -> InputSequence {
    switch self {
    case .key(let key, let length): .key(key, length: length + count)
    case .mouse(let event, let length): .mouse(event, length: length + count)
    case .pasteStart(let length): .pasteStart(length: length + count)
    case .unknown(let length): .unknown(length: length + count)
    case .incomplete: .incomplete
    }
  }

  /// The same meaning with Alt held down, and one more byte in front.
  private func withAlt() -> InputSequence {
    guard case .key(let key, let length) = self else { return after(1) }
    return .key(Key(key.code, modifiers: key.modifiers.union(.alt)), length: length + 1)
  }

  // MARK: - Characters

  private static func character(_ bytes: ArraySlice<UInt8>) -> InputSequence {
    guard let first = bytes.first else { return .incomplete }
    switch first {
    case 0x00..<0x20, 0x7F: return .key(control(first), length: 1)
    case 0x20..<0x7F: return .key(Key(Character(Unicode.Scalar(first))), length: 1)
    default: break
    }
    let length =
      switch first {
      case 0xC2..<0xE0: 2
      case 0xE0..<0xF0: 3
      case 0xF0..<0xF5: 4
      default: 0
      }
    guard length > 0 else { return .unknown(length: 1) }
    let sent = bytes.prefix(length)
    let valid = sent.dropFirst().prefix { $0 & 0xC0 == 0x80 }.count + 1
    guard valid == sent.count else { return .unknown(length: valid) }
    guard sent.count == length else { return .incomplete }
    let text = String(decoding: sent, as: UTF8.self)
    guard let character = text.first, text.count == 1, character != "\u{FFFD}",
      !(0x80..<0xA0).contains(text.unicodeScalars.first?.value ?? 0)
    else { return .unknown(length: length) }
    return .key(Key(character), length: length)
  }

  private static func control(_ byte: UInt8) -> Key {
    switch byte {
    case 0x00: Key(.character(" "), modifiers: .control)
    case 0x08, 0x7F: Key(.backspace)
    case 0x09: Key(.tab)
    case 0x0A, 0x0D: Key(.enter)
    case 0x1B: Key(.escape)
    default: Key(.character(Character(Unicode.Scalar(byte | 0x40))), modifiers: .control)
    }
  }

  // MARK: - Escape

  private static func escape(_ bytes: ArraySlice<UInt8>, keys: [KeySequence]) -> InputSequence {
    let rest = bytes.dropFirst()
    guard let second = rest.first else { return .incomplete }
    switch second {
    case UInt8(ascii: "["): return ControlSequence.read(rest.dropFirst()).after(2)
    case UInt8(ascii: "O"): return applicationKey(rest.dropFirst())
    case 0x1B:
      guard let third = rest.dropFirst().first else { return .incomplete }
      if third == UInt8(ascii: "[") || third == UInt8(ascii: "O") {
        return first(of: rest, keys: keys).withAlt()
      }
      return .key(Key(.escape), length: 1)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"):
      return text(rest)
    default: return character(rest).withAlt()
    }
  }

  /// Keys in application mode: `ESC O` and a letter, in some terminals with a modifier between.
  private static func applicationKey(_ bytes: ArraySlice<UInt8>) -> InputSequence {
    guard let first = bytes.first else { return .incomplete }
    if (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(first) {
      guard let letter = bytes.dropFirst().first else { return .incomplete }
      let modifiers = Key.Modifiers(xtermParameter: Int(first) - 0x30)
      guard let code = ControlSequence.code(ofLetter: letter) else { return .unknown(length: 4) }
      return .key(Key(code, modifiers: modifiers), length: 4)
    }
    if let code = ControlSequence.code(ofLetter: first) { return .key(Key(code), length: 3) }
    switch first {
    case UInt8(ascii: "M"): return .key(Key(.enter), length: 3)
    // The keypad: operators and digits are their characters with another column of the table.
    case 0x6A...0x79: return .key(Key(Character(Unicode.Scalar(first - 0x40))), length: 3)
    // rxvt: arrows with Control.
    case 0x61...0x64:
      let arrows: [Key.Code] = [.up, .down, .right, .left]
      return .key(Key(arrows[Int(first - 0x61)], modifiers: .control), length: 3)
    case 0x20..<0x7F: return .unknown(length: 3)
    default: return .key(Key(.character("O"), modifiers: .alt), length: 2)
    }
  }

  /// Answers of the terminal that are text up to a terminator; else Alt and the character.
  private static func text(_ bytes: ArraySlice<UInt8>) -> InputSequence {
    guard let opener = bytes.first, let next = bytes.dropFirst().first else { return .incomplete }
    let startsText =
      switch opener {
      case UInt8(ascii: "]"): (0x30..<0x3A).contains(next)
      case UInt8(ascii: "P"): (0x30..<0x3A).contains(next) || "!$+=>".utf8.contains(next)
      default: next == UInt8(ascii: "G")
      }
    guard startsText else { return character(bytes).withAlt() }
    let body = bytes.dropFirst()
    guard let end = body.firstIndex(where: { $0 == 0x07 || $0 == 0x1B }) else {
      return .incomplete
    }
    let isBell = bytes[end] == 0x07
    if isBell { return .unknown(length: end - bytes.startIndex + 2) }
    guard end + 1 < bytes.endIndex else { return .incomplete }
    let isEnd = bytes[end + 1] == UInt8(ascii: "\\")
    return .unknown(length: end - bytes.startIndex + (isEnd ? 3 : 1))
  }
}
