/// What reading an input yields, one after the other: a record, or a reason why there is none.
public enum SourceItem: Sendable, Equatable {
  /// A cable's text.
  case record(RawRecord)
  /// Something that could not be read.
  case problem(SourceProblem)
}
