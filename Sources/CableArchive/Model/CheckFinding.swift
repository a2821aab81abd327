/// Something that is not as it should be in an archive.
public struct CheckFinding: Sendable, Equatable {
  /// What is wrong; the raw value is the stable name in reports.
  public enum Kind: String, Sendable, CaseIterable {
    /// The database's own structure is damaged.
    case storage
    /// The stored text of a cable is missing or is not what was stored.
    case original
    /// A version is listed under a cable that is not there.
    case version
    /// The text index is damaged, or holds other cables than those listed.
    case index
    /// A reference or TAG belongs to a cable that is not listed, or a refusal to a file that is not noted.
    case derived
    /// A stored text reads differently with this version of the program than when it was indexed.
    case reading
  }

  /// What is wrong.
  public var kind: Kind
  /// A sentence for the reader.
  public var sentence: String

  /// Creates a finding.
  public init(kind: Kind, sentence: String) {
    self.kind = kind
    self.sentence = sentence
  }

  /// Whether ``Archive/rebuildIndex(_:)`` puts it right: what is wrong is derived from the stored texts.
  public var isRepairable: Bool {
    switch kind {
    case .index, .derived, .reading: true
    case .storage, .original, .version: false
    }
  }
}
