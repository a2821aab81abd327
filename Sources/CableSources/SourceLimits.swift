/// The sizes a reading works with; tests make them tiny to meet every boundary.
package struct SourceLimits: Sendable, Equatable {
  /// Bytes asked of the system at a time.
  package var pieceSize = 1 << 18
  /// Bytes looked at to tell the format.
  package var prefixSize = 1 << 14
  /// The longest text of one cable; the longest seen among 1,295 is 66 KB.
  package var textSize = 1 << 26
  /// The longest row of a table or line of an export.
  package var rowSize = 1 << 26
  /// How many archives may lie within each other.
  package var nesting = 3
  /// How many times its own size an archive may unpack to; text seldom packs below a twentieth.
  package var expansion = 400
  /// What an archive may unpack to whatever its size.
  package var freeExpansion = 1 << 28

  /// Creates the limits of everyday use.
  package init() {}
}
