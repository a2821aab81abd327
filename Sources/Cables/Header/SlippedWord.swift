/// A word at the start of a line, its letters spaced or not, with one letter wrong, missing, too many or swapped.
struct SlippedWord {
  /// After the word's last letter; nil if the line does not begin with it, or has no slip in it.
  private(set) var end: Int?

  private let word: [UInt8]
  private let bytes: [UInt8]
  private let limit: Int

  /// Compares the start of a line with a word of capitals.
  init(_ word: [UInt8], _ bytes: [UInt8], _ line: Range<Int>) {
    self.word = word
    self.bytes = bytes
    limit = line.upperBound
    var index = line.lowerBound
    var matched = 0
    while matched < word.count, let place = letter(from: index),
      bytes[place].capital == word[matched]
    {
      index = place + 1
      matched += 1
    }
    guard matched < word.count else { return }
    let place = letter(from: index)
    // The last letter may be missing.
    if matched == word.count - 1, matched >= 4, place == nil { end = index }
    guard let place else { return }
    end =
      rest(matched + 1, from: place + 1) ?? rest(matched + 1, from: place)
      ?? rest(matched, from: place + 1) ?? swapped(matched, at: place)
  }

  /// After the rest of the word, if exactly that stands from an offset on and no letter follows.
  private func rest(_ start: Int, from offset: Int) -> Int? {
    var index = offset
    for matched in start..<Swift.max(start, word.count) {
      guard let place = letter(from: index), bytes[place].capital == word[matched] else {
        return nil
      }
      index = place + 1
    }
    guard start <= word.count, index >= limit || !bytes[index].isLetter else { return nil }
    return index
  }

  private func swapped(_ matched: Int, at place: Int) -> Int? {
    guard matched + 1 < word.count, bytes[place].capital == word[matched + 1],
      let next = letter(from: place + 1), bytes[next].capital == word[matched]
    else { return nil }
    return rest(matched + 2, from: next + 1)
  }

  /// The next letter behind blanks.
  private func letter(from offset: Int) -> Int? {
    let index = bytes.skippingBlanks(from: offset, before: limit)
    return index < limit && bytes[index].isLetter ? index : nil
  }
}
