/// What reading an input yields, one after the other: a record, a reason why there is none, or the end of a file.
public enum SourceItem: Sendable, Equatable {
  /// A cable's text.
  case record(RawRecord)
  /// Something that could not be read.
  case problem(SourceProblem)
  /// The end of a file that was read; handed on only by readings that choose their files.
  case end(path: String)
}
