/// The text of a cable twice: as it came, and cleaned for reading, with a map between the two.
///
/// `clean` is valid UTF-8 with `\n` line ends, one paragraph marker (`¶`), and without continuation headers,
/// repeated `SIPDIS` lines and the like. Nothing is ever removed from `original`.
public struct CableText: Sendable, Equatable {
  /// A stretch of clean text that was copied from one place of the original.
  public struct Segment: Sendable, Equatable {
    /// Offset of the stretch in the clean text, in bytes.
    public var clean: Int
    /// Offset of its source in the original, in bytes.
    public var original: Int
    /// Bytes of the original the stretch stands for.
    public var originalCount: Int

    /// Creates a segment.
    public init(clean: Int, original: Int, originalCount: Int) {
      self.clean = clean
      self.original = original
      self.originalCount = originalCount
    }
  }

  /// The bytes exactly as they came.
  public let original: [UInt8]
  /// The cleaned text, valid UTF-8.
  public let clean: [UInt8]
  /// Where the clean text came from, ascending in both offsets, first segment at clean offset 0.
  public let segments: [Segment]

  /// Creates a text; segments must ascend.
  public init(original: [UInt8], clean: [UInt8], segments: [Segment]) {
    self.original = original
    self.clean = clean
    self.segments = segments
  }
}
