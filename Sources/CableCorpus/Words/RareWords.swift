/// The long tail of the vocabulary: two million words put together of syllables, rarer as their rank grows.
///
/// A rank is drawn with a probability that falls as its inverse, so that the number of different words of a
/// collection goes on growing with its size as it does in real text.
struct RareWords: Sendable {
  private static let rankBits = 21
  private let first: WordList
  private let second: WordList
  private let endings: WordList

  init() {
    let starts = Array(
      "b c d f g h j k l m n p r s t v w z ch st br tr pl gr kr sh dr cl fl th sk sw".split(
        separator: " "))
    let vowels = Array("a e i o u ai ou ea".split(separator: " "))
    let closings = Array("l n r s t nd m rk".split(separator: " "))
    var first: [[UInt8]] = []
    var second: [[UInt8]] = []
    for index in 0..<256 {
      let start = starts[index % starts.count]
      let vowel = vowels[(index / 3) % vowels.count]
      first.append(Array((start + vowel + closings[(index / 5) % closings.count]).utf8))
      second.append(Array((starts[(index * 7) % starts.count] + vowels[index / starts.count]).utf8))
    }
    self.first = WordList(first)
    self.second = WordList(second)
    endings = WordList(
      """
      n r l s t ration ment ling tor ver nia rist dic lor mak sen than bury stan dov rek vil gard \
      tano lini mar rez kis ssen gal bari wick
      """)
  }

  /// Appends a rare word.
  func put(_ bits: UInt64, to text: inout [UInt8]) {
    // Each octave of ranks is as likely as the next, each rank in an octave as likely as its neighbour.
    let octave = 10 + Int(UInt32(truncatingIfNeeded: bits) % UInt32(RareWords.rankBits - 10))
    let rank = 1 << octave | Int(bits >> 32) & (1 << octave - 1)
    put(rank: rank, to: &text)
  }

  /// Appends the word of a rank; different ranks give different combinations.
  func put(rank: Int, to text: inout [UInt8]) {
    let mask = 1 << RareWords.rankBits - 1
    var code = rank &* 0x9E37_79B1 & mask
    code ^= code >> 11
    text.append(contentsOf: first[code & 255])
    text.append(contentsOf: second[(code >> 8) & 255])
    text.append(contentsOf: endings[(code >> 16) & 31])
  }
}
