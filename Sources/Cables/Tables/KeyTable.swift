/// A hash table from short ASCII keys to small numbers that is asked with bytes, without making strings.
///
/// A parser asks it for every word before a number, so neither allocation nor hashing of Unicode may stand in the way.
struct KeyTable: Sendable {
  private var slots: [Int32]
  private var keys: [UInt8] = []
  private var starts: [Int32] = [0]
  private var values: [Int32] = []

  /// Makes room for a number of keys.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 3 { size *= 2 }
    slots = Array(repeating: -1, count: size)
  }

  /// Adds a key that is not yet there.
  mutating func insert(_ key: some Collection<UInt8>, value: Int) {
    guard !key.isEmpty, values.count * 2 < slots.count else { return }
    var hash = Self.seed
    for byte in key { hash = Self.mix(hash, byte) }
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      let stored = keys[Int(starts[index])..<Int(starts[index + 1])]
      if stored.elementsEqual(key) { return }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(values.count)
    keys.append(contentsOf: key)
    starts.append(Int32(keys.count))
    values.append(Int32(value))
  }

  /// The value of a key.
  func value(of key: some Collection<UInt8>) -> Int? {
    var hash = Self.seed
    for byte in key { hash = Self.mix(hash, byte) }
    return find(hash: hash, count: key.count) { keys, start in
      keys[start..<start + key.count].elementsEqual(key)
    }
  }

  /// The value of the key that is the letters and digits of a range, in capitals.
  func value(in bytes: [UInt8], range: Range<Int>) -> Int? {
    var hash = Self.seed
    var length = 0
    for index in range where bytes[index].isWord {
      hash = Self.mix(hash, bytes[index].capital)
      length += 1
    }
    guard length > 0 else { return nil }
    return find(hash: hash, count: length) { keys, start in
      var place = start
      for index in range where bytes[index].isWord {
        if keys[place] != bytes[index].capital { return false }
        place += 1
      }
      return true
    }
  }

  /// The value of the key that is a range in capitals, blanks and marks included.
  func value(spelled bytes: [UInt8], range: Range<Int>) -> Int? {
    var hash = Self.seed
    for index in range { hash = Self.mix(hash, bytes[index].capital) }
    return find(hash: hash, count: range.count) { keys, start in
      for offset in 0..<range.count
      where keys[start + offset] != bytes[range.lowerBound + offset].capital {
        return false
      }
      return true
    }
  }

  private func find(hash: UInt32, count: Int, isEqual: ([UInt8], Int) -> Bool) -> Int? {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      let start = Int(starts[index])
      if Int(starts[index + 1]) - start == count, isEqual(keys, start) { return Int(values[index]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private static let seed: UInt32 = 2_166_136_261

  @inline(__always)
  private static func mix(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
    let mixed = (hash ^ UInt32(byte)) &* 16_777_619
    return mixed ^ (mixed >> 15)
  }
}
