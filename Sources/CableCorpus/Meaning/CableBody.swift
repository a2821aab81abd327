import Cables

/// The text of a generated cable, in pieces that each style sets in its own way.
struct CableBody: Sendable {
  /// A stretch of the text that is set as one.
  struct Piece: Sendable {
    /// How it is set.
    enum Kind: Sendable {
      /// A line above paragraphs; the rules around it differ.
      case heading(Rules)
      /// The beginning of a numbered paragraph.
      case paragraph
      /// Running text that continues a paragraph.
      case continuation
      /// A sub-point with its bullet.
      case item
      /// A line of a table.
      case tableLine
    }

    /// What stands above and below a heading.
    enum Rules: Sendable {
      case none
      case below
      case both
    }

    var kind: Kind
    var range: Range<Int>
    var number = 0
    var portion: String?
  }

  /// A mention in the text, by its place.
  struct MentionMark: Sendable {
    var kind: Mention.Kind
    var range: Range<Int>
    /// The items of the REF block that are meant.
    var citations: [Int]
    /// The cable meant, where it is named by post and number.
    var target: CableID?
  }

  /// The words of all pieces, one blank between words, no line ends.
  var bytes: [UInt8] = []
  /// The pieces in reading order.
  var pieces: [Piece] = []
  /// The mentions in reading order.
  var mentions: [MentionMark] = []
  /// Where the summary's text is, heading and end mark left out; several stretches where paragraphs part it.
  var summary: [Range<Int>] = []
}
