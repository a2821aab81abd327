/// The bytes that a terminal sends for a key, where they are its own.
package struct KeySequence: Hashable, Sendable {
  /// Escape and what follows it.
  package var bytes: [UInt8]
  /// The key they stand for.
  package var key: Key

  /// Creates an entry.
  package init(bytes: [UInt8], key: Key) {
    self.bytes = bytes
    self.key = key
  }

  /// The keys that terminfo has names for, each with the name of its capability.
  private static let capabilities: [(name: String, key: Key)] = {
    var all: [(name: String, key: Key)] = [
      ("kcuu1", Key(.up)), ("kcud1", Key(.down)), ("kcub1", Key(.left)), ("kcuf1", Key(.right)),
      ("khome", Key(.home)), ("kend", Key(.end)), ("kpp", Key(.pageUp)), ("knp", Key(.pageDown)),
      ("kich1", Key(.insert)), ("kdch1", Key(.delete)), ("kent", Key(.enter)),
      ("kcbt", Key(.tab, modifiers: .shift)),
      ("kri", Key(.up, modifiers: .shift)), ("kind", Key(.down, modifiers: .shift)),
    ]
    all += (1...20).map { ("kf\($0)", Key(.function($0))) }
    let shifted: [(String, Key.Code)] = [
      ("UP", .up), ("DN", .down), ("LFT", .left), ("RIT", .right), ("HOM", .home), ("END", .end),
      ("PRV", .pageUp), ("NXT", .pageDown), ("IC", .insert), ("DC", .delete),
    ]
    for (name, code) in shifted {
      all += (3...8).map {
        ("k\(name)\($0)", Key(code, modifiers: Key.Modifiers(xtermParameter: $0)))
      }
    }
    return all
  }()

  /// Returns the sequences of a terminal.
  ///
  /// - Parameter string: Gives the value of a capability, nil where the terminal lacks it.
  /// - Returns: Those that start with Escape; other bytes would shadow what a user types.
  static func all(_ string: (String) -> [UInt8]?) -> [KeySequence] {
    capabilities.compactMap { name, key in
      guard let bytes = string(name), bytes.count > 1, bytes[0] == 0x1B else { return nil }
      return KeySequence(bytes: bytes, key: key)
    }
  }
}

extension Key.Modifiers {
  /// Creates the set from the number in xterm's sequences: one more than its bits.
  init(xtermParameter parameter: Int) {
    let bits = UInt8(truncatingIfNeeded: max(0, parameter - 1))
    self.init(rawValue: bits & 7)
    // Meta is Alt to everyone but a keyboard that has both.
    if bits & 8 != 0 { insert(.alt) }
  }
}
