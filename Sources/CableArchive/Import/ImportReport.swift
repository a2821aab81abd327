public import CableSources

/// What an import did.
public struct ImportReport: Sendable, Codable, Equatable {
  /// How an import ended.
  public enum Ending: String, Sendable, Codable {
    /// Everything was read.
    case complete
    /// It was stopped; the next import of the same paths goes on.
    case stopped
  }

  /// What became of the files.
  public struct Files: Sendable, Codable, Equatable {
    /// Read from their beginning, the changed ones included.
    public var read = 0
    /// Read from where an earlier import had stopped.
    public var continued = 0
    /// Of those read or continued, the ones that a stop left before their end.
    public var incomplete = 0
    /// Passed over, since they are as they were.
    public var unchanged = 0
    /// Read again, since they are different now.
    public var changed = 0
    /// Imported earlier and no longer there; their cables stay in the archive.
    public var removed = 0
  }

  /// How it ended.
  public var ending = Ending.complete
  /// The files.
  public var files = Files()
  /// Cables that the archive did not hold before.
  public var cables = 0
  /// Further texts of cables that the archive holds.
  public var versions = 0
  /// Texts that the archive held already, byte by byte, met in another place.
  public var copies = 0
  /// Cables that the archive holds now.
  public var cablesInArchive = 0
  /// Cables that are referred to and not in the archive.
  public var absentCables = 0
  /// Bytes read.
  public var bytes = 0
  /// What was not taken at its word in cables, by kind.
  public var warnings = WarningReport()
  /// What could not be read, by kind.
  public var refusedByKind = WarningReport()
  /// How much of it earlier imports met, in files that were not read again.
  public var refusedEarlier = 0
  /// What could not be read, one by one; the first ``refusedLimit`` of them.
  public var refused: [Refusal] = []
  /// Files that were imported earlier and are no longer there; the first ``refusedLimit`` of them.
  public var removed: [String] = []

  /// Something that could not be read, and why.
  public struct Refusal: Sendable, Codable, Equatable {
    /// The place in a reader's words.
    public var file: String
    /// The stable name of the kind of problem.
    public var kind: String
    /// A sentence that says what is wrong and what to do.
    public var message: String
    /// How often it was met in the file; problems of an earlier import are told once for each file and kind, with the first place.
    public var count = 1
    /// Whether an earlier import met it, in a file that was not read again.
    public var isFromEarlier = false
  }

  /// How much a report lists one by one, so that it stays in bounds whatever the input.
  public static let refusedLimit = 10_000

  /// Creates the report of an import that did nothing.
  public init() {}

  /// Tells what an earlier import refused.
  mutating func refuse(_ refusal: NotedRefusal) {
    refusedByKind.add(
      refusal.count, kind: refusal.kind, file: refusal.place, message: refusal.message)
    refusedEarlier += refusal.count
    guard refused.count < Self.refusedLimit else { return }
    refused.append(
      Refusal(
        file: refusal.place, kind: refusal.kind, message: refusal.message, count: refusal.count,
        isFromEarlier: true))
  }

  mutating func refuse(_ problem: SourceProblem) {
    refusedByKind.add(problem)
    guard refused.count < Self.refusedLimit else { return }
    refused.append(
      Refusal(
        file: problem.location.description, kind: problem.kind.rawValue, message: problem.message))
  }
}
