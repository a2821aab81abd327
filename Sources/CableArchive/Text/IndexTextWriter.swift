/// Writes the words of texts, folded, with a blank after each: what the index is given.
///
/// The words are those of ``TokenScanner``. Those of ASCII alone, nearly all, are folded straight into the result.
struct IndexTextWriter {
  /// What has been written, UTF-8.
  private(set) var bytes: [UInt8] = []

  /// Creates a writer with room for the words of so many bytes of text.
  init(capacity: Int) {
    bytes.reserveCapacity(capacity + capacity / 8 + 64)
  }

  /// Appends bytes as they are.
  mutating func append(verbatim text: some Sequence<UInt8>) {
    bytes += text
  }

  /// Appends the words of a text.
  mutating func append(wordsOf text: UnsafeBufferPointer<UInt8>) {
    var rest = text
    while !rest.isEmpty {
      let piece = UnsafeBufferPointer(rebasing: rest.prefix(Self.stretch))
      let taken = append(plainWordsOf: piece, isWhole: piece.count == rest.count)
      rest = UnsafeBufferPointer(rebasing: rest.dropFirst(taken))
      guard !rest.isEmpty else { break }
      // What stopped the fast way is one token, or signs before it, for the scanner.
      var scanner = TokenScanner(rest)
      guard let range = scanner.next() else { break }
      bytes += scanner.token
      bytes.append(0x20)
      rest = UnsafeBufferPointer(rebasing: rest.dropFirst(range.upperBound))
    }
  }

  /// Bytes that are written at once.
  private static let stretch = 4096

  /// Appends words until one needs the scanner or the piece ends, and returns how many bytes are done with.
  private mutating func append(
    plainWordsOf text: UnsafeBufferPointer<UInt8>, isWhole: Bool
  ) -> Int {
    let fold = Self.fold
    var done = 0
    // A byte of text never gives more than itself and a blank.
    let added = [UInt8](unsafeUninitializedCapacity: 2 * text.count + 2) { output, count in
      fold.withUnsafeBufferPointer { fold in
        var position = 0
        var used = 0
        while true {
          while position < text.count, fold[Int(text[position])] == 0 { position += 1 }
          done = position
          guard position < text.count else { break }
          let start = used
          // A leading zero may have to go, and a letter beyond ASCII has to be folded.
          if text[position] == 0x30 { break }
          var folded = fold[Int(text[position])]
          while folded > 1 {
            output[used] = folded
            used += 1
            position += 1
            guard position < text.count else { break }
            folded = fold[Int(text[position])]
          }
          let isCut = position == text.count && !isWhole
          if folded == 1 || isCut || used - start > TokenScanner.longestToken {
            used = start
            break
          }
          output[used] = 0x20
          used += 1
          done = position
        }
        count = used
      }
    }
    bytes += added
    return done
  }

  /// The folded form of each byte of ASCII words, 0 for what separates them, 1 for bytes beyond ASCII.
  private static let fold: [UInt8] = TokenScanner.asciiFold + [UInt8](repeating: 1, count: 128)
}
