public import Cables

/// What a pipeline delivers: a parsed cable and where it was read, or a reason why there is none.
public enum ParsedItem: Sendable, Equatable {
  /// A cable and its place.
  case cable(Cable, RecordLocation)
  /// Something that could not be read.
  case problem(SourceProblem)
}
