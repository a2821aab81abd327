import TerminalUI

/// Which pane the keys go to.
enum Focus: Sendable, Equatable {
  case list
  case detail
}

/// How the reader wants the panes.
struct PaneChoice: Sendable, Equatable {
  enum Arrangement: String, Sendable {
    /// Side by side where there is room, else stacked.
    case automatic = "auto"
    case sideBySide = "side"
    case stacked
  }

  var arrangement = Arrangement.automatic
  /// Whether the focused pane has all the room.
  var isMaximised = false
  /// The list's share of the room, in percent; nil for the default of the arrangement.
  var listShare: Int?
}

/// Where everything stands on the screen.
struct PaneLayout: Sendable, Equatable {
  /// The smallest screen that is worked on.
  static let smallest = Size(columns: 40, rows: 8)

  /// Screens from this width on have the panes side by side.
  static let sideBySideColumns = 80

  private static let empty = Rect(column: 0, row: 0, columns: 0, rows: 0)

  let size: Size
  var searchBar = empty
  var listTitle = empty
  var list = empty
  var detailTitle = empty
  var detail = empty
  var status = empty
  /// The column of the line between panes that stand side by side.
  var divider: Int?
  var isSideBySide = false
  /// The screen is too small to work on.
  var isTooSmall = false

  /// Places the panes on a screen.
  init(size: Size, choice: PaneChoice, focus: Focus) {
    self.size = size
    guard size.columns >= Self.smallest.columns, size.rows >= Self.smallest.rows else {
      isTooSmall = true
      return
    }
    searchBar = Rect(column: 0, row: 0, columns: size.columns, rows: 1)
    status = Rect(column: 0, row: size.rows - 1, columns: size.columns, rows: 1)
    isSideBySide =
      switch choice.arrangement {
      case .automatic: size.columns >= Self.sideBySideColumns
      case .sideBySide: true
      case .stacked: false
      }
    if choice.isMaximised {
      placeAlone(focus)
    } else if isSideBySide {
      placeSideBySide(choice)
    } else {
      placeStacked(choice)
    }
  }

  private mutating func placeAlone(_ focus: Focus) {
    let title = Rect(column: 0, row: 1, columns: size.columns, rows: 1)
    let body = Rect(column: 0, row: 2, columns: size.columns, rows: size.rows - 3)
    switch focus {
    case .list: (listTitle, list) = (title, body)
    case .detail: (detailTitle, detail) = (title, body)
    }
  }

  private mutating func placeSideBySide(_ choice: PaneChoice) {
    let share = choice.listShare ?? 46
    let listColumns = max(16, min(size.columns * share / 100, size.columns - 22))
    let rows = size.rows - 3
    divider = listColumns
    listTitle = Rect(column: 0, row: 1, columns: listColumns, rows: 1)
    list = Rect(column: 0, row: 2, columns: listColumns, rows: rows)
    let rest = size.columns - listColumns - 1
    detailTitle = Rect(column: listColumns + 1, row: 1, columns: rest, rows: 1)
    detail = Rect(column: listColumns + 2, row: 2, columns: rest - 1, rows: rows)
  }

  private mutating func placeStacked(_ choice: PaneChoice) {
    let rows = size.rows - 4
    let share = choice.listShare ?? 33
    let listRows = max(1, min(max(2, rows * share / 100), rows - 1))
    listTitle = Rect(column: 0, row: 1, columns: size.columns, rows: 1)
    list = Rect(column: 0, row: 2, columns: size.columns, rows: listRows)
    detailTitle = Rect(column: 0, row: 2 + listRows, columns: size.columns, rows: 1)
    detail = Rect(column: 0, row: 3 + listRows, columns: size.columns, rows: rows - listRows)
  }
}
