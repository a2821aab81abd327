import CableArchive
import Cables

/// The keys of a bibliography, each given once.
struct BibliographyKeys {
  private var previous: CableID?
  /// How many cables without an id have come with a name; there are few of these.
  private var nameless: [String: Int] = [:]

  /// The key of a cable; nil for another text of the cable before, which has its entry.
  mutating func key(of cable: Cable, _ row: ListRow) -> String? {
    guard let id = cable.id else {
      previous = nil
      let letters = BibliographyEntry.keyLetters(row.name)
      let count = nameless[letters, default: 0] + 1
      nameless[letters] = count
      return count == 1 ? row.name : "\(row.name)-\(count)"
    }
    defer { previous = id }
    return id == previous ? nil : row.name
  }
}
