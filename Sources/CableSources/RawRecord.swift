public import Cables

/// One cable as its collection holds it: the text's bytes, untouched, and what else the collection says of it.
public struct RawRecord: Sendable, Equatable {
  /// The text, in whatever encoding it came.
  public var bytes: [UInt8]
  /// What file name, columns or metadata say about the cable.
  public var hints: CableHints
  /// Where the record was read.
  public var location: RecordLocation

  /// Creates a record.
  public init(bytes: [UInt8], hints: CableHints = CableHints(), location: RecordLocation) {
    self.bytes = bytes
    self.hints = hints
    self.location = location
  }
}
