public import Cables

/// Where a cable was read: a file, and its place in it where the file holds several.
public struct SourceLocation: Sendable, Hashable {
  /// The path of the file as it was given or found.
  public var path: String
  /// The place among the cables of the file, from 0; nil where the file is one cable.
  public var index: Int?

  /// Creates a location.
  public init(path: String, index: Int? = nil) {
    self.path = path
    self.index = index
  }

  /// The name of the file without its folders.
  public var fileName: String {
    String(path.split(separator: "/", omittingEmptySubsequences: true).last ?? "")
  }
}

/// A parsed cable on its way into an archive.
public struct IncomingCable: Sendable {
  /// The cable; it must be what the parser makes of `cable.text.original` with `hints`.
  public var cable: Cable
  /// What the collection said besides the text; stored, so that the original can be parsed again.
  public var hints: CableHints
  /// Where it was read.
  public var source: SourceLocation

  /// Creates an incoming cable; without `hints` they hold the name of its file.
  public init(cable: Cable, hints: CableHints? = nil, source: SourceLocation) {
    self.cable = cable
    if let hints {
      self.hints = hints
    } else {
      self.hints = CableHints()
      self.hints.fileName = source.fileName
    }
    self.source = source
  }
}
