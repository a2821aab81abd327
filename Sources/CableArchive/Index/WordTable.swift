/// Numbers the words of a batch in the order in which they are first met.
struct WordTable {
  /// The words, one after the other.
  private var bytes: [UInt8] = []
  /// Where each word ends in ``bytes``.
  private var ends: [Int] = []
  private var hashes: [UInt32] = []
  /// A number and one more, 0 where free; a word is found at the first place from its hash on.
  private var places: [UInt32]

  init() {
    places = [UInt32](repeating: 0, count: 1 << 16)
    ends.reserveCapacity(1 << 15)
    hashes.reserveCapacity(1 << 15)
    bytes.reserveCapacity(1 << 18)
  }

  /// How many words there are.
  var count: Int { ends.count }

  /// Looks a word up, and gives it a number where it has none.
  ///
  /// - Parameters:
  ///   - word: The word.
  ///   - hash: The same for the same word.
  /// - Returns: Its number.
  mutating func number(of word: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int {
    let mask = places.count - 1
    var place = Int(hash ^ hash >> 16) & mask
    while places[place] != 0 {
      let number = Int(places[place]) - 1
      if hashes[number] == hash, isEqual(number, word) { return number }
      place = (place + 1) & mask
    }
    bytes += word
    ends.append(bytes.count)
    hashes.append(hash)
    places[place] = UInt32(ends.count)
    if 2 * ends.count > places.count { grow() }
    return ends.count - 1
  }

  private func isEqual(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = number > 0 ? ends[number - 1] : 0
    guard ends[number] - start == word.count else { return false }
    var index = 0
    while index < word.count, bytes[start + index] == word[index] { index += 1 }
    return index == word.count
  }

  private mutating func grow() {
    places = [UInt32](repeating: 0, count: 2 * places.count)
    let mask = places.count - 1
    for (number, hash) in hashes.enumerated() {
      var place = Int(hash ^ hash >> 16) & mask
      while places[place] != 0 { place = (place + 1) & mask }
      places[place] = UInt32(number + 1)
    }
  }

  /// The bytes of a word.
  func word(_ number: Int) -> ArraySlice<UInt8> {
    bytes[(number > 0 ? ends[number - 1] : 0)..<ends[number]]
  }

  /// The numbers of all words, in the order of their bytes.
  var sorted: [Int] {
    var keys = (0..<count).map { number in
      // Eight bytes decide nearly always.
      var key: UInt64 = 0
      let word = word(number)
      for byte in word.prefix(8) { key = key << 8 | UInt64(byte) }
      return (key: key << UInt64(8 * max(0, 8 - word.count)), number: number)
    }
    keys.sort { left, right in
      if left.key != right.key { return left.key < right.key }
      return word(left.number).lexicographicallyPrecedes(word(right.number))
    }
    return keys.map(\.number)
  }
}
