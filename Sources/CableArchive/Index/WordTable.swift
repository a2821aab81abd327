/// Numbers the words of a segment in the order in which they are first met.
///
/// A word is found by its first eight bytes, which lie in the table itself: most words are no longer, so that one look at memory answers.
struct WordTable {
  /// A place of the table; a word is found at the first place from its hash on.
  private struct Entry {
    /// The first eight bytes of the word, zeros behind a shorter one.
    var beginning: UInt64 = 0
    var length: UInt32 = 0
    /// The number and one more, 0 where the place is free.
    var number: UInt32 = 0
  }

  /// The words, one after the other.
  private var bytes: [UInt8] = []
  /// Where each word ends in ``bytes``.
  private var ends: [Int] = []
  private var hashes: [UInt64] = []
  private var entries: [Entry]

  init() {
    entries = [Entry](repeating: Entry(), count: 1 << 12)
  }

  /// How many words there are.
  var count: Int { ends.count }

  /// Calls `body` with the number of each word of a text, in its order; words that were not met before get one.
  ///
  /// - Parameters:
  ///   - text: Words with blanks between them.
  ///   - body: Takes the number of a word.
  mutating func number(wordsOf text: UnsafeBufferPointer<UInt8>, _ body: (UInt32) -> Void) {
    var position = 0
    while position < text.count {
      if text[position] == Self.blank {
        position += 1
        continue
      }
      let start = position
      let first = Self.eightBytes(text, at: position)
      let beginning: UInt64
      var hash: UInt64
      if let length = Self.lengthOfWord(in: first) {
        beginning = first & (1 << UInt64(8 * length) - 1)
        position += length
        hash = beginning
      } else {
        beginning = first
        hash = first
        position += 8
        while position < text.count, text[position] != Self.blank {
          hash = (hash ^ UInt64(text[position])) &* 0x0000_0100_0000_01B3
          position += 1
        }
      }
      hash = (hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15
      body(
        number(
          of: UnsafeBufferPointer(rebasing: text[start..<position]), beginning, hash ^ hash >> 29))
    }
  }

  private static let blank = UInt8(ascii: " ")

  /// Eight bytes of a text, the first one lowest, blanks behind its end.
  private static func eightBytes(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> UInt64 {
    if text.count - position >= 8 {
      return UInt64(
        littleEndian: UnsafeRawBufferPointer(text).loadUnaligned(
          fromByteOffset: position, as: UInt64.self))
    }
    var bytes: UInt64 = 0x2020_2020_2020_2020
    for index in position..<text.count {
      let shift = UInt64(8 * (index - position))
      bytes ^= UInt64(text[index] ^ blank) << shift
    }
    return bytes
  }

  /// Where the first blank is among eight bytes; nil for none.
  private static func lengthOfWord(in bytes: UInt64) -> Int? {
    let zeroWhereBlank = bytes ^ 0x2020_2020_2020_2020
    let marks =
      (zeroWhereBlank &- 0x0101_0101_0101_0101) & ~zeroWhereBlank & 0x8080_8080_8080_8080
    return marks == 0 ? nil : marks.trailingZeroBitCount / 8
  }

  private mutating func number(
    of word: UnsafeBufferPointer<UInt8>, _ beginning: UInt64, _ hash: UInt64
  ) -> UInt32 {
    let mask = entries.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while entries[place].number != 0 {
      let entry = entries[place]
      if entry.beginning == beginning, entry.length == UInt32(truncatingIfNeeded: word.count),
        word.count <= 8 || isEqual(Int(entry.number) - 1, word)
      {
        return entry.number - 1
      }
      place = (place + 1) & mask
    }
    bytes += word
    ends.append(bytes.count)
    hashes.append(hash)
    entries[place] = Entry(
      beginning: beginning, length: UInt32(truncatingIfNeeded: word.count),
      number: UInt32(truncatingIfNeeded: ends.count))
    if 2 * ends.count > entries.count { grow() }
    return UInt32(truncatingIfNeeded: ends.count - 1)
  }

  /// Compares what is behind the first eight bytes.
  private func isEqual(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = number > 0 ? ends[number - 1] : 0
    var index = 8
    while index < word.count, bytes[start + index] == word[index] { index += 1 }
    return index == word.count
  }

  private mutating func grow() {
    let old = entries
    entries = [Entry](repeating: Entry(), count: 2 * old.count)
    let mask = entries.count - 1
    for entry in old where entry.number != 0 {
      var place = Int(truncatingIfNeeded: hashes[Int(entry.number) - 1]) & mask
      while entries[place].number != 0 { place = (place + 1) & mask }
      entries[place] = entry
    }
  }

  /// The bytes of a word.
  func word(_ number: Int) -> ArraySlice<UInt8> {
    bytes[(number > 0 ? ends[number - 1] : 0)..<ends[number]]
  }

  /// The numbers of all words, in the order of their bytes.
  var sorted: [Int] {
    // Eight bytes decide nearly always.
    var keys = entries.compactMap { entry in
      entry.number == 0 ? nil : (key: entry.beginning.byteSwapped, number: Int(entry.number) - 1)
    }
    keys.sort { left, right in
      if left.key != right.key { return left.key < right.key }
      return word(left.number).lexicographicallyPrecedes(word(right.number))
    }
    return keys.map(\.number)
  }
}
