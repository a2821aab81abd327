/// What a generated collection is like on the whole.
public struct CorpusOptions: Sendable, Equatable {
  /// The share of cited cables that the collection has.
  public var resolvedShare = 0.73
  /// The share of cables with a REF block.
  public var citingShare = 0.55
  /// The share of REF items that are no cables: mails, reports, memos.
  public var nonCableShare = 0.05
  /// The share of REF items that list several numbers of one post.
  public var listShare = 0.04
  /// The share of cables written in capitals throughout.
  public var capitalsShare = 0.2
  /// The median length of a cable's text, in bytes; 8,872 in a sample of published cables.
  public var medianBytes = 8_872
  /// The longest body, in bytes.
  public var longestBytes = 66_390

  /// Creates the options that fit a sample of published cables.
  public init() {}
}
