public import Cables

/// What of a cable words are searched in: its subject, and its text from the first paragraph to the signature.
///
/// The transmission header, the REF block and the markers of paragraphs are not searched as words: what they
/// say is found through `from:`, `to:`, `tag:` and the rest. A text without paragraphs is searched as a whole.
public struct IndexedText: Sendable, Equatable {
  /// The subject; empty where there is none.
  public let subject: String
  /// The stretches of `text.clean` that are searched, ascending; a phrase lies within one of them.
  public let passages: [Range<Int>]

  /// Finds the searched text of a cable.
  public init(of cable: Cable) {
    subject = cable.subject ?? ""
    let all = 0..<cable.text.clean.count
    let blocks = cable.blocks.map { $0.range.clamped(to: all) }.filter { !$0.isEmpty }
    passages = blocks.isEmpty && !all.isEmpty ? [all] : blocks
  }

  /// Bytes of the passages.
  var count: Int { passages.reduce(0) { $0 + $1.count } }
}

/// The three columns of the index for one cable, as tokens with blanks between them.
struct IndexRow: Equatable {
  /// A token no text holds, which keeps phrases from running over the end of a passage.
  static let passageEnd = "\u{E000} "

  var subject: String
  var body: String
  var meta: String

  init(subject: String, body: String, meta: String) {
    self.subject = subject
    self.body = body
    self.meta = meta
  }

  init(of cable: Cable) {
    let indexed = IndexedText(of: cable)
    subject = TokenScanner.tokens(of: indexed.subject).joined(separator: " ")
    var writer = IndexTextWriter(capacity: indexed.count)
    cable.text.clean.withUnsafeBufferPointer { clean in
      for (index, passage) in indexed.passages.enumerated() {
        if index > 0 { writer.append(verbatim: Self.passageEnd.utf8) }
        writer.append(wordsOf: UnsafeBufferPointer(rebasing: clean[passage]))
      }
    }
    body = String(decoding: writer.bytes, as: UTF8.self)
    meta = FacetToken.all(of: cable).joined(separator: " ")
  }
}
