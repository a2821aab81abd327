public import Cables

/// A collection of generated cables with known truth: the same seed and count give the same bytes everywhere.
///
/// A cable is made when it is asked for, from its place alone. Numbers ascend within a post and year, and cables cite
/// older ones, so that following references works as in a real collection.
public struct CableCorpus: Sendable {
  /// The seed all choices come from.
  public let seed: UInt64
  /// How many cables there are.
  public let count: Int
  /// What the collection is like on the whole.
  public let options: CorpusOptions
  let drafter: CableDrafter

  /// Lays out a collection; its cables are made later.
  ///
  /// - Complexity: O(n) over the count, about 14 bytes a cable.
  public init(seed: UInt64, count: Int, options: CorpusOptions = CorpusOptions()) {
    self.seed = seed
    self.count = max(0, count)
    self.options = options
    let stations = StationList()
    drafter = CableDrafter(
      seed: seed, options: options, stations: stations,
      schedule: Schedule(seed: seed, count: max(0, count), stations: stations))
  }

  /// The cable at a place, which must be below the count; places are in the order of time.
  ///
  /// - Complexity: O(n) over its text, whatever the place.
  public func cable(at index: Int) -> CorpusCable {
    drafter.cable(at: index)
  }

  /// The id of the cable at a place.
  public func id(at index: Int) -> CableID {
    let entry = drafter.schedule[index]
    return CableID(
      year: entry.time.year, post: drafter.stations.stations[entry.station].post.key,
      number: entry.number)
  }

  /// The place of a cable, if the collection has it.
  ///
  /// - Complexity: O(log n).
  public func index(of id: CableID) -> Int? {
    guard let station = drafter.stations.indices[id.post] else { return nil }
    return drafter.schedule.index(station: station, year: id.year, number: id.number)
  }

  /// The text of a cable in a style, with damages.
  public func write(
    _ cable: CorpusCable, style: WritingStyle, damages: Set<WritingDamage> = []
  ) -> [UInt8] {
    written(cable, style: style, damages: damages).bytes
  }

  /// The text of a cable in a style, with what a reader can find in it.
  public func written(
    _ cable: CorpusCable, style: WritingStyle, damages: Set<WritingDamage> = []
  ) -> WrittenCable {
    CableTypist(cable, style: style, damages: damages, seed: seed).written()
  }
}
