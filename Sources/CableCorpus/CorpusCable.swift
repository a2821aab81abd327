import Cables

/// A generated cable: what it means, and the parts it is written from.
public struct CorpusCable: Sendable {
  /// Its place in the collection, which is in the order of time.
  public let index: Int
  /// What it was meant to say.
  public let truth: CorpusTruth

  let station: Station
  let time: CivilTime
  let body: CableBody
  let citations: [Citation]
  let isInCapitals: Bool
  let classifier: Classifier?
  /// The words behind `E.O.`, `12958: DECL: 04/15/2013`.
  let executiveOrder: String
  /// Years from the date to the declassification; nil where that is no date.
  let secrecyYears: Int?
  /// The name of a TAG's person, by the TAG.
  let attention: String?
  let transmission: Transmission
}

/// Who classified a cable, as the line under the REF block says.
struct Classifier: Sendable {
  /// Office and name.
  var person: String
  /// `1.4 (b) and (d)`.
  var reasons: String
}

/// The parts of a transmission header that the truth has no field for.
struct Transmission: Sendable {
  /// The routing indicators of the second line.
  var routes: [String]
  /// The letters and digits behind `VZCZC`.
  var id: String
  /// How many sections the telegram was cut into for sending.
  var sections: Int
}
