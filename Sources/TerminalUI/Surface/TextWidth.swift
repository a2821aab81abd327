/// The columns that text takes on a screen, as `Surface` draws it.
///
/// The unit is the cluster: a glyph of one or two columns with all that rides on it. Widths add
/// up: the width of a text is the sum of the widths of its parts, as long as no cluster is cut.
public enum TextWidth {
  /// Returns the cluster that starts at a byte of UTF-8 text: its bytes and its columns.
  ///
  /// A tab is one cluster of several columns. A control character, a byte that is not UTF-8 and
  /// the like is one cluster of one column, the mark that is drawn for it. Marks with nothing to
  /// ride on (at the start of the buffer) are a cluster of no column.
  ///
  /// - Parameters:
  ///   - utf8: The text.
  ///   - index: A place inside of the buffer, before its end.
  /// - Returns: The bytes of the cluster, at least one, and its columns. At the end of the buffer
  ///   or past it, both are zero.
  /// - Complexity: O(1) for ASCII, else O(the bytes of the cluster).
  @inlinable
  public static func next(
    in utf8: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (length: Int, columns: Int) {
    if index >= 0, index < utf8.count {
      let byte = utf8[index]
      if byte >= 0x20, byte < 0x7F, index + 1 >= utf8.count || utf8[index + 1] < 0x80 {
        return (1, 1)
      }
    }
    return nextCluster(in: utf8, at: index)
  }

  /// Returns the columns of a text.
  ///
  /// - Complexity: O(n) in the bytes of the text.
  public static func columns(of text: some StringProtocol) -> Int {
    withUTF8(text) { columns(of: $0) }
  }

  /// Returns the columns of one character, which can be more than two for joined emoji.
  public static func columns(of character: Character) -> Int {
    columns(of: String(character))
  }

  /// Returns the columns of UTF-8 text.
  ///
  /// - Complexity: O(n) in the bytes of the text.
  public static func columns(of utf8: UnsafeBufferPointer<UInt8>) -> Int {
    var columns = 0
    var index = 0
    while index < utf8.count {
      let step = next(in: utf8, at: index)
      index += step.length
      columns += step.columns
    }
    return columns
  }

  /// Steps over a cluster that may be anything.
  @usableFromInline
  static func nextCluster(
    in utf8: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (length: Int, columns: Int) {
    let cluster = Cluster(in: utf8, at: index)
    return (cluster.length, cluster.base.columns)
  }

  /// Calls a body with the bytes of a text, copying only where they do not lie in one piece.
  static func withUTF8<R>(
    _ text: some StringProtocol, _ body: (UnsafeBufferPointer<UInt8>) -> R
  ) -> R {
    if let result = text.utf8.withContiguousStorageIfAvailable(body) { return result }
    var copy = String(text)
    return copy.withUTF8(body)
  }
}
