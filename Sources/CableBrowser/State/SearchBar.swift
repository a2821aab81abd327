import CableArchive
import TerminalUI

/// The search bar while it is being typed into.
struct SearchBar: Sendable {
  /// What Esc brings back.
  struct Restore: Sendable {
    var list: ListState
    var place: History.Place?
    var followsList: Bool
  }

  var editor: LineEditor
  var restore: Restore
  /// What is wrong with the words, if anything; the last good result stays.
  var error: QueryError?
}
