extension UInt8 {
  /// Whether the byte is an ASCII digit.
  @inline(__always) var isDigit: Bool { self &- 0x30 < 10 }
  /// Whether the byte is an ASCII letter.
  @inline(__always) var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  /// Whether the byte is an ASCII capital.
  @inline(__always) var isCapital: Bool { self &- 0x41 < 26 }
  /// Whether the byte is an ASCII small letter.
  @inline(__always) var isSmall: Bool { self &- 0x61 < 26 }
  /// Whether the byte is an ASCII letter or digit.
  @inline(__always) var isWord: Bool { isLetter || isDigit }
  /// Whether the byte is a space or a tab.
  @inline(__always) var isBlank: Bool { self == 0x20 || self == 0x09 }
  /// Whether the byte is a blank or a line end.
  @inline(__always) var isSpace: Bool { isBlank || self == 0x0A }
  /// The byte with an ASCII small letter made a capital.
  @inline(__always) var capital: UInt8 { isSmall ? self &- 0x20 : self }
  /// Whether the byte ends a sentence.
  @inline(__always) var endsSentence: Bool {
    self == UInt8(ascii: ".") || self == UInt8(ascii: "!") || self == UInt8(ascii: "?")
  }
}
