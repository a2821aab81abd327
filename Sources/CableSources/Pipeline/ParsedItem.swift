public import Cables

/// What a pipeline delivers: a parsed cable and where it was read, or a reason why there is none.
public enum ParsedItem: Sendable, Equatable {
  /// A cable, its place, and what the collection said about it.
  case cable(Cable, RecordLocation, CableHints)
  /// Something that could not be read.
  case problem(SourceProblem)
  /// The end of a file; delivered only by readings that choose their files, behind all that the file holds.
  case end(path: String)
}
