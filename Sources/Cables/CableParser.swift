/// Reads the text of one cable.
public struct CableParser: Sendable {
  /// Creates a parser with the built-in tables of posts and TAGS.
  public init() {}

  /// Parses one cable; any bytes yield a value, and what is wrong with them is in its warnings.
  ///
  /// - Complexity: O(n) over the bytes.
  public func parse(_ bytes: [UInt8], hints: CableHints = CableHints()) -> Cable {
    Cable(text: CableText(original: bytes, clean: [], segments: []))
  }
}
