import TerminalUI

// The palette, and the filter of help.
extension BrowserState {
  /// A row of the palette.
  struct PaletteRow: Sendable {
    var command: Command
    /// Its keys where the palette was opened, or anywhere.
    var keys: [String]
    /// Why it can't be carried out.
    var obstacle: String?
  }

  /// Opens the choice among all commands.
  mutating func openPalette() -> [Effect] {
    overlay = .palette(CommandPalette(context: context))
    return []
  }

  /// The commands that the filter leaves: those that can be carried out first, and names before other words.
  func rows(of palette: CommandPalette) -> [PaletteRow] {
    var state = self
    state.overlay = nil
    let words = palette.filter.text.split(separator: " ").map(String.init)
    let rows = Command.all.compactMap { command -> PaletteRow? in
      let here = keymap.keys(of: command.id, in: palette.context)
      let keys = here.isEmpty ? keymap.keys(of: command.id) : here
      guard command.holds(words, keys: keys) else { return nil }
      return PaletteRow(command: command, keys: keys, obstacle: state.obstacle(to: command.id))
    }
    func rank(_ row: PaletteRow) -> Int {
      if row.command.names.contains(palette.filter.text) { return 0 }
      let isNamed = words.first.map { word in row.command.names.contains { $0.hasPrefix(word) } }
      return (row.obstacle == nil ? 1 : 3) + (isNamed == true ? 0 : 1)
    }
    return rows.enumerated().sorted {
      (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
    }
    .map(\.element)
  }

  /// Carries out the chosen command; one that needs more opens the command line.
  mutating func choose(in palette: CommandPalette) -> [Effect] {
    let rows = rows(of: palette)
    guard rows.indices.contains(palette.selected) else {
      say("No command holds these words; Esc leaves")
      return []
    }
    overlay = nil
    return carryOut(Invocation(rows[palette.selected].command.id))
  }

  /// Carries out the command clicked; a click beside the palette leaves it.
  mutating func press(_ palette: CommandPalette, at point: Point) -> [Effect] {
    let frame = OverlayScreen.frame(in: size)
    guard frame.contains(point) else { return cancel() }
    let rows = rows(of: palette)
    var palette = palette
    // Inside the border the filter comes first.
    palette.selected =
      PaletteView.top(of: palette, rows: rows.count, in: size) + point.row - frame.row - 2
    guard point.row > frame.row + 1, point.row < frame.row + frame.rows - 1,
      rows.indices.contains(palette.selected)
    else { return [] }
    return choose(in: palette)
  }

  /// Takes a key while a filter is typed into.
  mutating func handleInFilter(_ key: Key) -> [Effect] {
    if case .command(let invocation) = keymap.meaning(of: [key], in: .filter) {
      if invocation.isMeant(for: .filter) { return perform(invocation) }
      overlay = nil
      return carryOut(invocation)
    }
    return editFilter { editor in editor.handle(key) }
  }

  /// Changes the filter at hand; the choice begins anew.
  mutating func editFilter(_ edit: (inout LineEditor) -> Bool) -> [Effect] {
    var isTaken = true
    switch overlay {
    case .palette(var palette):
      let before = palette.filter.text
      isTaken = edit(&palette.filter)
      if palette.filter.text != before { palette.selected = 0 }
      overlay = .palette(palette)
    case .help(var help):
      let before = help.filter.text
      isTaken = edit(&help.filter)
      if help.filter.text != before { help.top = 0 }
      overlay = .help(help)
    case .picker(var picker):
      isTaken = picker.edit(edit)
      overlay = .picker(picker)
    case .text, .facets, .chart, .ends, nil: break
    }
    if !isTaken { say("That key means nothing here; Esc leaves") }
    return []
  }

  /// Lets the filter of help be typed into.
  mutating func openFilter() -> [Effect] {
    if case .picker(var picker) = overlay {
      picker.isTyping = true
      overlay = .picker(picker)
      return []
    }
    guard case .help(var help) = overlay else {
      say("Only help has a filter")
      return []
    }
    help.isTyping = true
    overlay = .help(help)
    return []
  }

  /// Shows another kind of links.
  mutating func stepTab(by step: Int) -> [Effect] {
    guard case .picker(var picker) = overlay else { return [] }
    picker.step(by: step)
    overlay = .picker(picker)
    return []
  }
}
