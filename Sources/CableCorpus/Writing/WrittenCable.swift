/// A cable as written: its bytes and what a reader can find in them.
public struct WrittenCable: Sendable {
  /// The text.
  public var bytes: [UInt8]
  /// What the text says; fields that the style leaves out are nil or empty.
  public var truth: CorpusTruth
  /// Where the class line begins; what stands before it is the transmission header.
  public var bodyStart: Int
}
