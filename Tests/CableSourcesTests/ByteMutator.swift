import TestSupport

/// Damages bytes in the ways files are damaged, and in some they are not.
struct ByteMutator {
  private var random: SeededGenerator
  private let samples: [[UInt8]]
  private static let tokens = [
    "\"", "\\", "\"\"", "\",\"", "\n", "\r\n", "\0", "\u{FEFF}", "<pre>", "</pre>", "<table>",
    "&#x0;",
    "&#x110000;", "{\"original\":\"", "}", "\\ud800", "\"7\",\"1/2/2003 4:05\",\"", "<!--",
    "\u{1F}\u{8B}",
    "PK\u{3}\u{4}", "NaN", "9999999999999999999999", "Fri Feb 23 00:00:00 +0100 2001\n",
  ].map { Array($0.utf8) }

  init(seed: UInt64, samples: [[UInt8]]) {
    random = SeededGenerator(seed: seed)
    self.samples = samples
  }

  /// A size for the pieces in which bytes arrive.
  mutating func pieceSize() -> Int {
    Int.random(in: 1...200, using: &random)
  }

  /// The bytes after one to six accidents.
  mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, place + Int.random(in: 0...64, using: &random))
      switch Int.random(in: 0..<8, using: &random) {
      case 0, 1: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &random) }
      case 2:
        if place < bytes.count { bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random) }
      case 3: bytes.removeSubrange(place..<end)
      case 4: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 5:
        bytes.insert(
          contentsOf: ByteMutator.tokens.randomElement(using: &random) ?? [], at: place)
      case 6: bytes.removeSubrange(place...)
      default:
        let other = samples.randomElement(using: &random) ?? []
        let start = Int.random(in: 0...other.count, using: &random)
        bytes.insert(contentsOf: other[start..<min(other.count, start + 200)], at: place)
      }
    }
    return bytes
  }
}
