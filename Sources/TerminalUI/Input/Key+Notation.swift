extension Key: CustomStringConvertible {
  /// The names of keys without a character, the one that is printed first.
  private static let names: [(Code, [String])] = [
    (.enter, ["Enter", "CR", "Return"]),
    (.escape, ["Esc", "Escape"]),
    (.tab, ["Tab"]),
    (.backspace, ["BS", "Backspace"]),
    (.delete, ["Del", "Delete"]),
    (.insert, ["Ins", "Insert"]),
    (.up, ["Up"]),
    (.down, ["Down"]),
    (.left, ["Left"]),
    (.right, ["Right"]),
    (.home, ["Home"]),
    (.end, ["End"]),
    (.pageUp, ["PgUp", "PageUp"]),
    (.pageDown, ["PgDn", "PageDown"]),
    (.character(" "), ["Space"]),
    (.character("<"), ["lt"]),
    (.character(">"), ["gt"]),
  ]

  private static let byName: [String: Code] = {
    var table: [String: Code] = [:]
    for (code, all) in names {
      for name in all { table[name.lowercased()] = code }
    }
    return table
  }()

  /// Reads keys: characters as they are, other keys in angle brackets.
  ///
  ///     try Key.parse("/libya<Enter><C-l>")  // nine keys
  ///
  /// Names and modifiers are read in any case; `CR`, `Return`, `Escape`, `Delete` and the like and
  /// the modifier `M-` for Alt are understood too. A `>` may stand alone.
  ///
  /// - Throws: What is wrong, and where.
  public static func parse(_ notation: String) throws(KeyNotationError) -> [Key] {
    let characters = Array(notation)
    var keys: [Key] = []
    var index = 0
    while index < characters.count {
      guard characters[index] == "<" else {
        keys.append(typed(characters[index]))
        index += 1
        continue
      }
      guard let close = closing(of: characters, from: index) else {
        throw KeyNotationError(
          reason: .unclosed, text: String(characters[index...]), position: index)
      }
      keys.append(try bracketed(characters[index...close]))
      index = close + 1
    }
    return keys
  }

  /// The key in the notation that `parse(_:)` reads.
  public var description: String {
    let name = plainName
    if case .character(let character) = code, modifiers.isEmpty {
      return name.count == 1 && character != "<" ? name : "<\(name)>"
    }
    var prefix = ""
    if modifiers.contains(.control) { prefix += "C-" }
    if modifiers.contains(.alt) { prefix += "A-" }
    if modifiers.contains(.shift) { prefix += "S-" }
    return "<\(prefix)\(name)>"
  }

  private var plainName: String {
    switch code {
    case .function(let number): "F\(number)"
    case .character(">"): ">"
    case .character(let character):
      Self.names.first { $0.0 == code }?.1.first ?? String(character)
    default: Self.names.first { $0.0 == code }?.1.first ?? ""
    }
  }

  /// The key of a character that stands for itself; a line feed or a tab in a text is its key.
  private static func typed(_ character: Character) -> Key {
    switch character {
    case "\n", "\r", "\r\n": Key(.enter)
    case "\t": Key(.tab)
    case "\u{1B}": Key(.escape)
    default: Key(character)
    }
  }

  /// The place of the bracket that closes the one at an index; `<C->>` is Control with `>`.
  private static func closing(of characters: [Character], from start: Int) -> Int? {
    guard let close = characters[start...].firstIndex(of: ">") else { return nil }
    let isItself =
      characters[close - 1] == "-" && close + 1 < characters.count
      && characters[close + 1] == ">" && close - start > 2
    return isItself ? close + 1 : close
  }

  private static func bracketed(_ text: ArraySlice<Character>) throws(KeyNotationError) -> Key {
    func error(_ reason: KeyNotationError.Reason) -> KeyNotationError {
      KeyNotationError(reason: reason, text: String(text), position: text.startIndex)
    }
    var name = text.dropFirst().dropLast()
    var modifiers: Modifiers = []
    while name.count > 2, name[name.startIndex + 1] == "-" {
      switch name[name.startIndex] {
      case "C", "c": modifiers.insert(.control)
      case "A", "a", "M", "m": modifiers.insert(.alt)
      case "S", "s": modifiers.insert(.shift)
      default: throw error(.unknownModifier)
      }
      name = name.dropFirst(2)
    }
    guard let first = name.first, !(name.count == 2 && name.last == "-") else {
      throw error(.empty)
    }
    if name.count == 1 { return Key(.character(first), modifiers: modifiers) }
    let lowered = String(name).lowercased()
    if let code = byName[lowered] { return Key(code, modifiers: modifiers) }
    if lowered.first == "f", let number = Int(lowered.dropFirst()), (1...63).contains(number) {
      return Key(.function(number), modifiers: modifiers)
    }
    throw error(.unknownKey)
  }
}
