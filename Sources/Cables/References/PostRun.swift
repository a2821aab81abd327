/// One to four words that name a known post, read backwards from the number behind them.
struct PostRun {
  /// Where the words stand.
  var range: Range<Int>
  /// The name its cables are filed under, `STATE` for `SECSTATE WASHDC`.
  var filedAs: String
  /// The post's place in the table.
  var post: Int
  /// How many letters the spelling has.
  var letterCount: Int

  /// Finds the longest run of words that ends at an offset and names a post; nil if none does.
  ///
  /// Words are of letters; blanks, one line end, points, hyphens and apostrophes may stand between them.
  init?(endingAt end: Int, in bytes: [UInt8], from limit: Int, acceptsCutNames: Bool = false) {
    var starts = (0, 0, 0, 0)
    var count = 0
    var index = end
    while count < 4 {
      let wordEnd = index
      while index > limit, bytes[index - 1].isLetter { index -= 1 }
      guard index < wordEnd else { break }
      switch count {
      case 0: starts.0 = index
      case 1: starts.1 = index
      case 2: starts.2 = index
      default: starts.3 = index
      }
      count += 1
      let gapEnd = index
      while index > limit, gapEnd - index < 6, Self.joins(bytes[index - 1]) { index -= 1 }
      if index > limit, bytes[index - 1] == 0x99, gapEnd == index {
        // A typographic apostrophe, as in N’DJAMENA.
        if index - 3 >= limit, bytes[index - 3] == 0xE2 { index -= 3 }
      }
    }
    let table = PostTable.standard
    while count > 0 {
      let start = [starts.0, starts.1, starts.2, starts.3][count - 1]
      let name =
        table.name(in: bytes, range: start..<end)
        ?? (acceptsCutNames && end - start >= 5
          ? table.cutName(in: bytes, range: start..<end) : nil)
      if let name {
        // A zero in front is a reader's O, as in 0TTAWA.
        let hasZero =
          start > limit && bytes[start - 1] == 0x30
          && (start - 1 == limit || !bytes[start - 2].isWord)
        range = (hasZero ? start - 1 : start)..<end
        filedAs = name.filedAs
        post = name.post
        letterCount = name.spelling.utf8.count
        return
      }
      count -= 1
    }
    return nil
  }

  @inline(__always)
  private static func joins(_ byte: UInt8) -> Bool {
    byte.isSpace || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "'")
  }
}
