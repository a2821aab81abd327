/// What a reader can choose beside the keys.
struct Settings: Sendable, Equatable {
  /// How the panes share the room.
  var panes = PaneChoice()
  /// The look of the screen.
  var theme = Theme.Name.terminal
  /// What stands in a row of the list, from left to right.
  var columns = ListColumn.standard
  /// Whether each cable that was searched for has its best passage under it.
  var showsPassages = false
  /// Whether the browser takes the mouse; if not, the terminal selects text with it.
  var isMouseEnabled = true
  /// The widest that text is set, in columns; nil for as wide as the pane.
  var textColumns: Int?
}

/// What a row of the list can show of a cable.
enum ListColumn: String, Sendable, CaseIterable {
  /// What the reader keeps of it: `*` a bookmark, `r` read, `#` a label, `n` a note.
  case marks
  case date
  case classification = "class"
  case id
  case post
  case subject
  case tags
  /// How many cables cite it.
  case cited

  /// What is shown where nothing else was chosen.
  static let standard: [ListColumn] = [.marks, .date, .classification, .id, .subject]
}
