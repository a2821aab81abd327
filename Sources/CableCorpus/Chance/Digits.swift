extension Int {
  /// The number in decimal digits with leading zeros up to a width.
  func digits(_ width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }
}

extension [UInt8] {
  /// Appends text as UTF-8.
  mutating func put(_ text: String) { append(contentsOf: text.utf8) }

  /// Appends a number in decimal digits.
  mutating func put(_ number: Int) { append(contentsOf: String(number).utf8) }
}
