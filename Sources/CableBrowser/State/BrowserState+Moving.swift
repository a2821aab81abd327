import CableArchive
import TerminalUI

extension BrowserState {
  /// Rows of the part that moves, less one, so that a page keeps a row of the one before.
  var pageRows: Int { max(1, movingRows - 1) }

  private var movingRows: Int {
    if case .ends(let comparison) = overlay { return endRows(comparison.focus) }
    if overlay != nil { return OverlayScreen.textRows(in: size) }
    return focus == .list ? visibleRows : layout.detail.rows
  }

  /// Moves by rows in whatever has the keys.
  mutating func move(by rows: Int) -> [Effect] {
    switch overlay {
    case .text(let title, let document, let top):
      return scrollOverlay(title, document, to: top + rows)
    case .picker(var picker):
      picker.selected = max(0, min(picker.selected + rows, picker.entries.count - 1))
      overlay = .picker(picker)
      return []
    case .palette, .help: return moveInCommands(by: rows)
    case .facets(let panel): return moveInNarrowing(to: panel.selected + rows)
    case .chart(let panel): return moveInNarrowing(to: panel.selected + rows)
    case .ends(let comparison): return scrollEnd(comparison.focus, by: rows)
    case nil: break
    }
    switch focus {
    case .list: return select(list.selected + rows)
    case .detail:
      let visible = layout.detail.rows
      detail.scroll(
        toLine: detail.topLine(visibleRows: visible) + rows, visibleRows: visible)
      return []
    }
  }

  /// Moves to a row, from 0, clamped.
  mutating func move(to row: Int) -> [Effect] {
    switch overlay {
    case .text(let title, let document, _): return scrollOverlay(title, document, to: row)
    case .picker(var picker):
      picker.selected = max(0, min(row, picker.entries.count - 1))
      overlay = .picker(picker)
      return []
    case .palette, .help: return moveInCommands(to: row)
    case .facets, .chart: return moveInNarrowing(to: row)
    case .ends(let comparison): return scrollEnd(comparison.focus, to: row)
    case nil: break
    }
    switch focus {
    case .list: return select(row)
    case .detail:
      detail.scroll(toLine: row, visibleRows: layout.detail.rows)
      return []
    }
  }

  /// Moves to a place in percent of all rows.
  mutating func move(toPercent percent: Int) -> [Effect] {
    let rows =
      switch overlay {
      case .text(_, let document, _): OverlayScreen.lines(of: document, in: size).count
      case .picker(let picker): picker.entries.count
      case .palette(let palette): self.rows(of: palette).count
      case .help(let help): OverlayScreen.lines(of: document(of: help), in: size).count
      case .facets(let panel): panel.counts?.count ?? 0
      case .chart(let panel): chart(of: panel).bars.count
      case .ends(let comparison): comparison.focused.layout.lines.count
      case nil: focus == .list ? list.knownCount : detail.layout.lines.count
      }
    return move(to: max(0, rows - 1) * min(percent, 100) / 100)
  }

  private mutating func moveInCommands(by rows: Int) -> [Effect] {
    switch overlay {
    case .palette(let palette): return moveInCommands(to: palette.selected + rows)
    case .help(let help): return moveInCommands(to: help.top + rows)
    default: return []
    }
  }

  private mutating func moveInCommands(to row: Int) -> [Effect] {
    switch overlay {
    case .palette(var palette):
      palette.selected = max(0, min(row, self.rows(of: palette).count - 1))
      overlay = .palette(palette)
    case .help(var help):
      let lines = OverlayScreen.lines(of: document(of: help), in: size).count
      help.top = max(0, min(row, lines - OverlayScreen.textRows(in: size)))
      overlay = .help(help)
    default: break
    }
    return []
  }

  /// The text of help.
  func document(of help: HelpPage) -> Document {
    Document(help: keymap, for: help.context, filter: help.filter.text)
  }

  private mutating func scrollOverlay(
    _ title: String, _ document: Document, to top: Int
  ) -> [Effect] {
    let lines = OverlayScreen.lines(of: document, in: size)
    let last = max(0, lines.count - OverlayScreen.textRows(in: size))
    overlay = .text(title: title, document: document, top: max(0, min(top, last)))
    return []
  }

  /// Selects a row of the list and shows its cable.
  mutating func select(_ rank: Int) -> [Effect] {
    guard !list.isEmpty else { return [] }
    let before = list.selected
    list.select(rank, visibleRows: visibleRows)
    if list.selected == before { return [] }
    followsList = true
    return fetchMissing() + previewSelection()
  }

  /// Shows another cable of the list without leaving the pane.
  mutating func stepCable(by step: Int, _ arrival: Arrival) -> [Effect] {
    let rank = list.selected + step
    guard rank >= 0, rank < list.knownCount else {
      say(step > 0 ? "This is the last cable of the list" : "This is the first cable of the list")
      return []
    }
    list.select(rank, visibleRows: visibleRows)
    let effects = fetchMissing()
    guard let row = list.selectedRow else { return effects }
    return effects + open(.row(row.rowID), arrival)
  }

  /// Gives the keys to a pane.
  mutating func focus(_ pane: Focus) -> [Effect] {
    guard pane != focus else { return [] }
    if pane == .detail, detail.page == nil { return [] }
    focus = pane
    rearrange()
    return []
  }

  /// Gives the keys to the pane, or the end of a reference, that a command names.
  mutating func changeFocus(_ id: Command.ID) -> [Effect] {
    if case .ends = overlay {
      switch id {
      case .focusList: focusEnd(.citing)
      case .focusDetail: focusEnd(.cited)
      default: switchEnds()
      }
      return []
    }
    switch id {
    case .focusList: return focus(.list)
    case .focusDetail: return focus(.detail)
    default: return focus(focus == .list ? .detail : .list)
    }
  }

  /// Changes how the panes share the room.
  mutating func arrange(_ id: Command.ID) -> [Effect] {
    let isSideBySide = layout.isSideBySide
    switch id {
    case .stack: choice.arrangement = isSideBySide ? .stacked : .sideBySide
    case .maximise: choice.isMaximised.toggle()
    case .widen, .narrow:
      let share = choice.listShare ?? (isSideBySide ? 46 : 33)
      choice.listShare = max(10, min(share + (id == .widen ? 5 : -5), 90))
    default: break
    }
    rearrange()
    return fetchMissing()
  }
}
