public import CableArchive

/// What a reader takes along to another collection: the place at hand, what was said, keys and settings as they are.
public struct Departure: Sendable {
  /// Where the reader goes.
  public let collection: CableCollection
  let place: SavedSession
  let importing: ImportState?
  let console: Console
  let configuration: Configuration
  let pastFinds: [String]

  /// Leaves for an archive with the same cables, which stand in other rows there.
  ///
  /// - Throws: A sentence where the archive can't be opened, or holds no cables yet.
  init(
    _ state: BrowserState, from archive: Archive, to path: String
  ) throws(ArchiveError) {
    let target = try Archive.open(path: path)
    guard try target.cableCount > 0 else {
      throw ArchiveError(reason: .missing, sentence: "\(path) holds no cables yet.")
    }
    collection = .archive(path)
    place = try SavedSession(state).moved(from: archive, to: target)
    importing = state.importing
    console = state.console
    configuration = state.configuration
    pastFinds = state.pastFinds
  }
}

extension SavedSession {
  /// The same places in another archive; those whose cable it does not hold are left out.
  func moved(from: Archive, to: Archive) throws(ArchiveError) -> SavedSession {
    let places = [place].compactMap { $0 } + back + forward
    let rowIDs = Set(places.flatMap { [$0.row, $0.listRow].compactMap { $0 } })
    var counterparts: [Int64: Int64] = [:]
    for row in try from.rows(rowIDs.sorted()) {
      let found = if let id = row.id { try to.find(id) } else { try to.find(typed: row.name) }
      counterparts[row.rowID] =
        (found.first { $0.id == row.id && $0.subject == row.subject }
        ?? found.first { $0.id == row.id })?.rowID
    }
    func moved(_ place: Place) -> Place? {
      var place = place
      if let row = place.row {
        guard let counterpart = counterparts[row] else { return nil }
        place.row = counterpart
      }
      place.listRow = place.listRow.flatMap { counterparts[$0] }
      return place
    }
    var session = self
    session.place = place.flatMap(moved)
    session.back = back.compactMap(moved)
    session.forward = forward.compactMap(moved)
    return session
  }
}

extension BrowserState {
  /// Takes over what is browsed.
  ///
  /// - Parameters:
  ///   - collection: What it is.
  ///   - home: The archive that files are imported into where the reader names none.
  mutating func adopt(_ collection: CableCollection, home: String) {
    switch collection {
    case .files(let paths): files = (paths, home)
    case .archive(let path): archive = path
    }
  }

  /// Goes on where the reader left another collection.
  mutating func arrive(from departure: Departure) -> [Effect] {
    adopt(departure.configuration)
    let effects = restore(departure.place)
    importing = departure.importing
    console = departure.console
    pastFinds = departure.pastFinds
    message = nil
    if let archive { say("This is \(ConfigurationReading.shortened(archive))") }
    return effects
  }
}
