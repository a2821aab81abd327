public import Cables

/// How well parsed cables agree with what they were meant to say, field by field.
public struct TruthScore: Sendable {
  /// A field that is compared.
  public enum Field: String, CaseIterable, Sendable {
    case id
    case date
    case classification
    case captions
    case origin
    case subject
    case subjectPortion = "subject portion"
    case tags
    case tagNames = "TAG names"
    case references
    case referenceKinds = "reference kinds"
    case referenceLabels = "reference labels"
    case referenceNotes = "reference notes"
    case inferredYears = "inferred years"
    case mentions
    case transmissionID = "transmission id"
    case precedences
    case from
    case to
    case info
    case classifiedBy = "classified by"
    case reasons
    case declassifyOn = "declassify on"
    case summary
    case signers
    case paragraphMarks = "paragraph marks"
    case paragraphText = "paragraph text"
    case partial
  }

  /// What agreed and what did not.
  public struct Tally: Sendable, Equatable {
    /// Values that were meant and found.
    public var right = 0
    /// Values that were meant and not found.
    public var missing = 0
    /// Values that were found and not meant.
    public var extra = 0

    /// The harmonic mean of recall and precision, which for a single value is the share that is right; 1 for no values.
    public var f1: Double {
      let all = 2 * right + missing + extra
      return all == 0 ? 1 : Double(2 * right) / Double(all)
    }
  }

  /// A value that did not agree.
  public struct Miss: Sendable {
    /// The field.
    public var field: Field
    /// The cable.
    public var id: CableID
    /// What was meant.
    public var expected: String
    /// What was found.
    public var found: String
  }

  /// The tallies by field.
  public private(set) var tallies: [Field: Tally] = [:]
  /// The first values that did not agree.
  public private(set) var misses: [Miss] = []
  private let missLimit: Int

  /// Creates a score without cables that keeps so many misses a field.
  public init(missLimit: Int = 3) {
    self.missLimit = missLimit
  }

  /// The share of a field that agreed, as F1.
  public subscript(field: Field) -> Double { tallies[field, default: Tally()].f1 }

  /// Adds the tallies of another score.
  public mutating func add(_ other: TruthScore) {
    for (field, tally) in other.tallies {
      tallies[field, default: Tally()].right += tally.right
      tallies[field, default: Tally()].missing += tally.missing
      tallies[field, default: Tally()].extra += tally.extra
    }
    for miss in other.misses { keep(miss) }
  }

  private mutating func keep(_ miss: Miss) {
    if misses.count(where: { $0.field == miss.field }) < missLimit { misses.append(miss) }
  }

  /// Counts a single value.
  mutating func value(_ field: Field, _ id: CableID, meant: String?, found: String?) {
    if meant == found {
      // Nothing meant and nothing found says nothing.
      if meant != nil { tallies[field, default: Tally()].right += 1 }
      return
    }
    if meant != nil { tallies[field, default: Tally()].missing += 1 }
    if found != nil { tallies[field, default: Tally()].extra += 1 }
    keep(Miss(field: field, id: id, expected: meant ?? "nil", found: found ?? "nil"))
  }

  /// Counts several values, each as often as it occurs.
  mutating func values(_ field: Field, _ id: CableID, meant: [String], found: [String]) {
    var left = found
    var missing = 0
    for value in meant {
      if let place = left.firstIndex(of: value) {
        left.remove(at: place)
        tallies[field, default: Tally()].right += 1
      } else {
        missing += 1
      }
    }
    guard missing > 0 || !left.isEmpty else { return }
    tallies[field, default: Tally()].missing += missing
    tallies[field, default: Tally()].extra += left.count
    keep(
      Miss(
        field: field, id: id, expected: meant.joined(separator: " | "),
        found: found.joined(separator: " | ")))
  }
}
