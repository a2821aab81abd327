/// A stretch of a cable's body that is set as one piece: a paragraph, a heading, a table.
public struct Block: Sendable, Equatable {
  /// What a block is, which decides how it is set.
  public enum Kind: String, Sendable, CaseIterable {
    /// The start of a numbered paragraph; its range excludes the marker, number and portion mark.
    case paragraph
    /// Running text without a number: a continuation, or a body that has no numbers.
    case text
    /// A sub-point (`--`, `-`, `a.`, `(1)`); the range includes its bullet.
    case item
    /// A heading; rules above and below are not part of the range.
    case heading
    /// Lines whose columns must stay as they are.
    case table
    /// The name under the text.
    case signature
  }

  /// What the block is.
  public var kind: Kind
  /// Where it stands in the clean text, in bytes; single `\n` inside are soft line ends except in a table.
  public var range: Range<Int>
  /// The number, of a paragraph only.
  public var number: Int?
  /// The portion mark without parentheses (`C`, `S//NF`), of paragraphs, items and headings.
  public var portion: String?

  /// Creates a block.
  public init(kind: Kind, range: Range<Int>, number: Int? = nil, portion: String? = nil) {
    self.kind = kind
    self.range = range
    self.number = number
    self.portion = portion
  }
}

/// A numbered paragraph with everything that belongs to it: continuations, sub-points, tables.
public struct Paragraph: Sendable, Equatable {
  /// The number as corrected for damage, from 1.
  public var number: Int
  /// The portion mark without parentheses, as written in upper case: `C`, `S/NF`, `U//FOUO`.
  public var portion: String?
  /// From after the portion mark to the end of the last block, in bytes of the clean text.
  public var range: Range<Int>

  /// Creates a paragraph.
  public init(number: Int, portion: String?, range: Range<Int>) {
    self.number = number
    self.portion = portion
    self.range = range
  }
}
