internal import CableSources
internal import Cables

/// How far a load has read its files, for going on from there.
public struct ReadingMarks: Sendable {
  /// What was read of a file.
  struct Mark: Sendable {
    /// As the file was when it was read.
    var stamp: FileStamp
    var items = 0
    var isComplete = false
  }

  var files: [String: Mark] = [:]
  /// Bytes of text read.
  var size = 0

  /// Creates the marks of a load that has read nothing.
  public init() {}

  /// Decides about a file: what is complete and unchanged is passed over, and the rest goes on behind what was read.
  mutating func choose(_ path: String, _ stamp: FileStamp) -> FileChoice {
    if let mark = files[path], mark.stamp == stamp {
      return mark.isComplete ? .pass : .read(after: mark.items)
    }
    files[path] = Mark(stamp: stamp)
    return .read(after: 0)
  }

  /// Takes note of what is delivered.
  mutating func take(_ item: ParsedItem) {
    switch item {
    case .cable(let cable, let location, _):
      files[location.path]?.items += 1
      size += cable.text.original.count
    case .problem(let problem): files[problem.location.path]?.items += 1
    case .end(let path): files[path]?.isComplete = true
    }
  }
}
