import CableArchive
import TerminalUI

/// What a search found while it was typed, when its last word was the beginning of one.
struct TypedResult: Sendable {
  /// The generation of the search for whole words.
  var generation: Int
  /// What the query would be to find the same; nil where it can't be written.
  var text: String?
  /// Cables that were found; nil where that was not known yet.
  var count: Int?
  /// The cable that was selected.
  var row: ListRow?

  /// Takes down what a list shows of a query as it is typed.
  init?(_ list: ListState, isSettled: Bool, text: String, generation: Int) {
    guard !text.isEmpty, list.query.isTyped else { return nil }
    self.generation = generation
    if text.last.map({ $0.isLetter || $0.isNumber }) == true { self.text = text + "*" }
    count = isSettled && list.isCountKnown ? list.knownCount : nil
    row = list.selectedRow
  }

  /// What is to be said of the whole words' result; nil where nothing has changed for the reader.
  func remark(on list: ListState) -> String? {
    guard let count, count != list.knownCount else { return nil }
    let word = text.flatMap { Narrowing.pieces(of: $0).last } ?? "its beginning"
    var remark = "Whole words: \(list.knownCount.grouped); \(word) finds \(count.grouped)"
    if let row, list.rank(of: row.rowID) == nil { remark += "; \(row.name) is not among them" }
    return remark
  }
}

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
