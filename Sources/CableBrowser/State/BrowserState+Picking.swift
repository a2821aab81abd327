import CableArchive
import CableNotebook
import TerminalUI

// Picking cables of the list, for a command to act on all of them.
extension BrowserState {
  /// The names of picked cables, the newest first.
  var pickedNames: [String] {
    picked.sorted { $0.key > $1.key }.map(\.value)
  }

  /// Picks the selected cable, or lets it go again, and goes on to the next; of several rows likewise.
  mutating func pick(rows: Int) -> [Effect] {
    guard let first = list.selectedRow else { return [] }
    let isPicked = picked[first.rowID] == nil
    let end = min(list.knownCount, list.selected + max(1, rows))
    var rank = list.selected
    while rank < end, let row = list.rows[rank] {
      picked[row.rowID] = isPicked ? row.name : nil
      rank += 1
    }
    say(picked.isEmpty ? "None picked" : "\(picked.count.grouped) picked; Esc lets go of them")
    return select(min(rank, list.knownCount - 1))
  }

  /// Picks the listed cables that have been looked up, or lets all go.
  mutating func pickAll() -> [Effect] {
    guard picked.isEmpty else {
      picked = [:]
      say("None picked")
      return []
    }
    for row in list.rows.values { picked[row.rowID] = row.name }
    let isWhole = list.isCountKnown && picked.count == list.knownCount
    say(
      "\(picked.count.grouped) picked\(isWhole ? "" : ", those of the list that have been shown")")
    return []
  }
}
