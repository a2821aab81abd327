import TerminalUI

/// The line in which a reader types what to find in the cable.
struct FindEntry: Sendable {
  /// What Esc brings back.
  struct Restore: Sendable {
    var pattern: FindPattern?
    var current: Int?
    var place: Int
  }

  var editor: LineEditor
  var restore: Restore
  /// What is wrong with the pattern; the last good one stays.
  var error: FindError?
}

/// The way through the list for the next cable with a hit.
struct FindScan: Sendable {
  var pattern: FindPattern
  var view: DetailState.View
  /// 1 on, -1 back.
  var step: Int
  /// Row ids in the order they are looked through.
  var rowIDs: [Int64]
}
