/// A sequence that `ESC [` starts: parameters, intermediates and a final byte.
enum ControlSequence {
  /// Reads what follows the bracket.
  static func read(_ bytes: ArraySlice<UInt8>) -> InputSequence {
    guard let first = bytes.first else { return .incomplete }
    switch first {
    case UInt8(ascii: "M"): return oldMouse(bytes)
    case UInt8(ascii: "["): return consoleFunctionKey(bytes)
    default: break
    }
    let parameters = bytes.prefix { (0x30..<0x40).contains($0) }
    var rest = bytes.dropFirst(parameters.count)
    // rxvt ends sequences with Shift by a dollar sign, which elsewhere precedes the end.
    let isShifted = rest.first == UInt8(ascii: "$") && parameters.first != UInt8(ascii: "?")
    let intermediates = isShifted ? [] : rest.prefix { (0x20..<0x30).contains($0) }
    rest = rest.dropFirst(intermediates.count)
    guard let final = rest.first else { return .incomplete }
    let length = parameters.count + intermediates.count + 1
    guard (0x40..<0x7F).contains(final) || isShifted else {
      // Broken off: the byte that broke it starts something new.
      return .unknown(length: length - 1)
    }
    guard intermediates.isEmpty else { return .unknown(length: length) }
    return meaning(of: parameters, final: final, length: length)
  }

  /// The key of a letter that ends a sequence or follows `ESC O`.
  static func code(ofLetter letter: UInt8) -> Key.Code? {
    switch letter {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "P"): .function(1)
    case UInt8(ascii: "Q"): .function(2)
    case UInt8(ascii: "R"): .function(3)
    case UInt8(ascii: "S"): .function(4)
    default: nil
    }
  }

  private static func meaning(
    of parameters: ArraySlice<UInt8>, final: UInt8, length: Int
  ) -> InputSequence {
    let numbers = numbers(parameters)
    if parameters.first == UInt8(ascii: "<") {
      let isRelease = final == UInt8(ascii: "m")
      guard isRelease || final == UInt8(ascii: "M"), numbers.count == 3,
        let event = MouseEvent(
          code: numbers[0], column: numbers[1], row: numbers[2], isRelease: isRelease)
      else { return .unknown(length: length) }
      return .mouse(event, length: length)
    }
    if let first = parameters.first, first > UInt8(ascii: ";") { return .unknown(length: length) }
    if final == UInt8(ascii: "~"), numbers.first == 200 { return .pasteStart(length: length) }
    guard let key = key(numbers, final: final) else { return .unknown(length: length) }
    return .key(key, length: length)
  }

  private static func key(_ numbers: [Int], final: UInt8) -> Key? {
    let modifiers = Key.Modifiers(xtermParameter: numbers.count > 1 ? numbers[1] : 1)
    if let code = code(ofLetter: final) { return Key(code, modifiers: modifiers) }
    switch final {
    case UInt8(ascii: "Z"): return Key(.tab, modifiers: modifiers.union(.shift))
    // rxvt: arrows with Shift.
    case 0x61...0x64:
      let arrows: [Key.Code] = [.up, .down, .right, .left]
      return Key(arrows[Int(final - 0x61)], modifiers: .shift)
    case UInt8(ascii: "u"): return typed(numbers.first, modifiers: modifiers)
    case UInt8(ascii: "~"):
      if numbers.first == 27, numbers.count == 3 { return typed(numbers[2], modifiers: modifiers) }
      return code(ofNumber: numbers.first).map { Key($0, modifiers: modifiers) }
    case UInt8(ascii: "^"):
      return code(ofNumber: numbers.first).map { Key($0, modifiers: .control) }
    case UInt8(ascii: "$"):
      return code(ofNumber: numbers.first).map { Key($0, modifiers: .shift) }
    case UInt8(ascii: "@"):
      return code(ofNumber: numbers.first).map { Key($0, modifiers: [.control, .shift]) }
    default: return nil
    }
  }

  private static func code(ofNumber number: Int?) -> Key.Code? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case .some(let number) where (11...15).contains(number): .function(number - 10)
    case .some(let number) where (17...21).contains(number): .function(number - 11)
    case .some(let number) where (23...26).contains(number): .function(number - 12)
    case .some(let number) where (28...29).contains(number): .function(number - 13)
    case .some(let number) where (31...34).contains(number): .function(number - 14)
    default: nil
    }
  }

  /// The key of a terminal that reports characters by their number.
  private static func typed(_ number: Int?, modifiers: Key.Modifiers) -> Key? {
    switch number {
    case 8, 127: return Key(.backspace, modifiers: modifiers)
    case 9: return Key(.tab, modifiers: modifiers)
    case 13: return Key(.enter, modifiers: modifiers)
    case 27: return Key(.escape, modifiers: modifiers)
    // Above are the private codes of keys without a character.
    case .some(let number) where number >= 0x20 && !(0xE000..<0xF900).contains(number):
      guard let scalar = Unicode.Scalar(UInt32(clamping: number)) else { return nil }
      return Key(.character(Character(scalar)), modifiers: modifiers)
    default: return nil
    }
  }

  /// The numbers between semicolons; of a number with parts the first, of none 0.
  private static func numbers(_ parameters: ArraySlice<UInt8>) -> [Int] {
    parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { field in
      let digits = field.drop { $0 == UInt8(ascii: "<") }.prefix { (0x30..<0x3A).contains($0) }
      return digits.prefix(9).reduce(0) { $0 * 10 + Int($1) - 0x30 }
    }
  }

  /// The report of a terminal that knows no other: three bytes, each 32 more than it means.
  private static func oldMouse(_ bytes: ArraySlice<UInt8>) -> InputSequence {
    guard bytes.count >= 4 else { return .incomplete }
    let values = bytes.dropFirst().prefix(3).map { Int($0) - 32 }
    guard
      let event = MouseEvent(code: values[0], column: values[1], row: values[2], isRelease: false)
    else { return .unknown(length: 4) }
    return .mouse(event, length: 4)
  }

  /// F1 to F5 of the Linux console: a second bracket and a letter.
  private static func consoleFunctionKey(_ bytes: ArraySlice<UInt8>) -> InputSequence {
    guard let letter = bytes.dropFirst().first else { return .incomplete }
    guard (0x41...0x45).contains(letter) else { return .unknown(length: 2) }
    return .key(Key(.function(Int(letter) - 0x40)), length: 2)
  }
}
