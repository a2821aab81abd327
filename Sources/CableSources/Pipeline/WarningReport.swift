public import Cables

/// What could not be read or not be taken at its word, by kind, with the first cables concerned.
public struct WarningReport: Sendable, Codable, Equatable {
  /// A kind of warning or problem.
  public struct Entry: Sendable, Codable, Equatable {
    /// The stable name of the kind.
    public let kind: String
    /// How often it was met.
    public internal(set) var count = 0
    /// The first of them.
    public internal(set) var examples: [Example] = []
  }

  /// One cable or file a kind concerns.
  public struct Example: Sendable, Codable, Equatable {
    /// The place in a reader's words.
    public let file: String
    /// A sentence.
    public let message: String
  }

  fileprivate static let exampleCount = 3

  private var entries: [String: Entry] = [:]

  /// Creates an empty report.
  public init() {}

  /// Whether there is nothing to report.
  public var isEmpty: Bool { entries.isEmpty }

  /// How much there is to report.
  public var count: Int { entries.values.reduce(0) { $0 + $1.count } }

  /// Counts the warnings of a cable.
  public mutating func add(_ cable: Cable, _ location: RecordLocation) {
    for warning in cable.warnings {
      add(kind: warning.kind.rawValue, file: location.description, message: warning.message)
    }
  }

  /// Counts something that could not be read.
  public mutating func add(_ problem: SourceProblem) {
    add(
      kind: problem.kind.rawValue, file: problem.location.description, message: problem.message)
  }

  /// Counts something of a kind, as often as it was met.
  package mutating func add(_ count: Int = 1, kind: String, file: String, message: String) {
    entries[kind, default: Entry(kind: kind)].add(count, Example(file: file, message: message))
  }

  /// The kinds, the most frequent first.
  public var sorted: [Entry] {
    entries.values.sorted { ($1.count, $0.kind) < ($0.count, $1.kind) }
  }

  /// Writes the kinds as an array, the most frequent first.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(sorted)
  }

  /// Reads what ``encode(to:)`` writes.
  public init(from decoder: any Decoder) throws {
    for entry in try decoder.singleValueContainer().decode([Entry].self) {
      entries[entry.kind] = entry
    }
  }
}

extension WarningReport.Entry {
  fileprivate mutating func add(_ count: Int, _ example: WarningReport.Example) {
    self.count += count
    if examples.count < WarningReport.exampleCount { examples.append(example) }
  }
}
