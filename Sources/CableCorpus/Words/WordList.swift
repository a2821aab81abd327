/// Words with falling shares, kept as bytes so that a text can be put together without strings.
struct WordList: Sendable {
  private let bytes: [UInt8]
  private let ends: [Int32]
  private let odds: Odds

  /// Takes words separated by white space, the most frequent first; `_` stands for a blank inside one.
  ///
  /// - Complexity: O(n).
  init(_ text: String, offset: Double = 6) {
    self.init(
      text.split(whereSeparator: \.isWhitespace).map { Array($0.utf8.map { $0 == 95 ? 32 : $0 }) },
      offset: offset)
  }

  /// Takes words, the most frequent first.
  init(_ words: [[UInt8]], offset: Double = 6) {
    var bytes: [UInt8] = []
    var ends: [Int32] = []
    for word in words {
      bytes.append(contentsOf: word)
      ends.append(Int32(bytes.count))
    }
    self.bytes = bytes
    self.ends = ends
    odds = Odds.zipf(words.count, offset: offset)
  }

  /// How many words there are.
  var count: Int { ends.count }

  /// A word by its place.
  subscript(index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])]
  }

  /// Appends a word chosen by 16 random bits.
  func put(_ bits: UInt16, to text: inout [UInt8]) {
    let index = odds.index(bits)
    let start = index == 0 ? 0 : Int(ends[index - 1])
    let end = Int(ends[index])
    bytes.withUnsafeBufferPointer { text.append(contentsOf: $0[start..<end]) }
  }

  /// The words with the ending of the plural.
  var plurals: WordList {
    WordList(
      (0..<count).map { index -> [UInt8] in
        let word = Array(self[index])
        let ending = word.suffix(2).map { $0 | 32 }
        if ending.last == UInt8(ascii: "y"), let before = ending.first,
          !"aeiou".utf8.contains(before)
        {
          return word.dropLast() + Array("ies".utf8)
        }
        if let last = ending.last, "sxz".utf8.contains(last) || ending == Array("ch".utf8) {
          return word + Array("es".utf8)
        }
        return word + [UInt8(ascii: "s")]
      })
  }
}
