/// A word at the start of a line, its letters spaced or not, with one letter wrong, missing, too many or swapped, or with
/// digits for letters that look like them.
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
    var hasDigit = false
    while matched < word.count, let place = letter(from: index), at(place) == word[matched] {
      if !bytes[place].isLetter { hasDigit = true }
      index = place + 1
      matched += 1
    }
    guard matched < word.count else {
      if hasDigit, index >= limit || !bytes[index].isLetter { end = index }
      return
    }
    let place = letter(from: index)
    // The last letter may be missing, at the end of the line or in front of another word.
    if matched == word.count - 1, matched >= 4, place.map({ beginsWord($0, after: index) }) ?? true
    {
      end = index
      return
    }
    guard let place else { return }
    end =
      rest(matched + 1, from: place + 1) ?? rest(matched + 1, from: place)
      ?? rest(matched, from: place + 1) ?? swapped(matched, at: place)
  }

  /// After the rest of the word, if exactly that stands from an offset on and no letter follows.
  private func rest(_ start: Int, from offset: Int) -> Int? {
    var index = offset
    for matched in start..<Swift.max(start, word.count) {
      guard let place = letter(from: index), at(place) == word[matched] else { return nil }
      index = place + 1
    }
    guard start <= word.count, index >= limit || !bytes[index].isLetter else { return nil }
    return index
  }

  private func swapped(_ matched: Int, at place: Int) -> Int? {
    guard matched + 1 < word.count, at(place) == word[matched + 1],
      let next = letter(from: place + 1), at(next) == word[matched]
    else { return nil }
    return rest(matched + 2, from: next + 1)
  }

  private func at(_ index: Int) -> UInt8? { LevelWord.letter(bytes[index]) }

  /// Whether a word of two letters or more begins at an offset behind a gap.
  private func beginsWord(_ place: Int, after end: Int) -> Bool {
    place > end && place + 1 < limit && bytes[place].isLetter && bytes[place + 1].isLetter
  }

  /// The next letter behind a gap.
  private func letter(from offset: Int) -> Int? {
    var index = offset
    while index < limit, LevelWord.isGap(bytes[index]) { index += 1 }
    return index < limit && LevelWord.letter(bytes[index]) != nil ? index : nil
  }
}
