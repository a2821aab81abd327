import CableArchive
import TerminalUI

/// The bottom row: a message, where the selected link leads, or the keys to go on with.
struct StatusLine {
  let state: BrowserState
  let theme: Theme

  func draw(_ rect: Rect, _ surface: inout Surface) {
    // The longest remark that leaves room for a few keys.
    let remarks = remarks
    let right =
      remarks.first { rect.columns - TextWidth.columns(of: $0) - 3 > 20 } ?? remarks.last ?? ""
    let rightColumns = TextWidth.columns(of: right)
    var room = rect.columns - rightColumns - 3
    // A message that needs the whole row has it.
    if let message = state.message, state.searchBar?.error == nil,
      TextWidth.columns(of: message.text) > room
    {
      room = 0
    }
    let start = Point(column: 1, row: rect.row)
    if room > 20 {
      surface.write(
        right, at: Point(column: rect.columns - rightColumns - 1, row: rect.row), style: theme.dim)
    }
    let left = room > 20 ? room : rect.columns - 2
    if let error = state.searchBar?.error {
      surface.writeTruncated(error.message, at: start, columns: left, style: theme.error)
    } else if let message = state.message {
      draw(message, rect, left, &surface)
    } else if let awaited = state.console.awaited {
      surface.writeTruncated(
        "\(awaited) \(awaited.missing?.name ?? ""): press a key", at: start, columns: left,
        style: theme.key)
    } else if !state.pendingKeys.isEmpty || state.count != nil {
      drawPending(start, left, &surface)
    } else if state.overlay == nil, state.searchBar == nil, state.focus == .detail,
      let link = state.selectedLink
    {
      surface.writeTruncated("→ " + link.preview, at: start, columns: left)
    } else {
      drawHints(start, left, &surface)
    }
  }

  /// Writes a message; one that is too long for the row says where all of it is.
  private func draw(
    _ message: BrowserState.Message, _ rect: Rect, _ columns: Int, _ surface: inout Surface
  ) {
    let style = message.kind == .error ? theme.error : theme.plain
    let start = Point(column: 1, row: rect.row)
    let more = " :messages"
    guard TextWidth.columns(of: message.text) > columns, !message.text.contains(more),
      columns > 40
    else {
      surface.writeTruncated(message.text, at: start, columns: columns, style: style)
      return
    }
    let used = surface.writeTruncated(
      message.text, at: start, columns: columns - more.count, style: style)
    surface.write(more, at: Point(column: 1 + used, row: rect.row), style: theme.dim)
  }

  /// What is under way, or what the cables are of; the longest way to say it first.
  private var remarks: [String] {
    let count = state.cableCount.grouped
    if state.isDelayed {
      let stop = state.keymap.keys(of: .interrupt, in: state.context).first.map { " · \($0) stops" }
      return [(state.isSearching ? "searching…" : "counting…") + (stop ?? "")]
    }
    if let (written, total) = state.exporting {
      return ["writing \(written.grouped) of \(total.grouped)"]
    }
    let importing = state.importing
    if let importing, importing.isUnderWay { return importing.remarks }
    if importing?.stage == .incomplete {
      return ["import not complete · :import goes on", "import not complete"]
    }
    if state.loading.isCancelled {
      return (state.canGoOnReading ? ["only \(count) were read · :reload goes on"] : [])
        + ["only \(count) were read"]
    }
    if !state.loading.isDone { return ["reading \(count)…"] }
    if state.archive != nil { return ["archive \(count)"] }
    if importing != nil { return ["imported · :archive opens it", "imported"] }
    return [state.loading.isLimited ? "only the first \(count)" : "cables \(count)"]
  }

  /// The keys typed so far, and how they can go on.
  private func drawPending(_ start: Point, _ columns: Int, _ surface: inout Surface) {
    let typed = (state.count.map(String.init) ?? "") + state.pendingKeys.map(\.description).joined()
    let continuations = state.keymap.continuations(of: state.pendingKeys, in: state.context)
    var text = typed
    if !state.pendingKeys.isEmpty {
      for (key, invocation) in continuations {
        text += "   \(key) \(invocation)"
      }
    }
    surface.writeTruncated(text, at: start, columns: columns, style: theme.key)
  }

  /// The keys to go on with, as many as fit: those of this place alone come first, the one of help always fits.
  private func drawHints(_ start: Point, _ columns: Int, _ surface: inout Surface) {
    let isOwn = { (command: Command) in command.contexts == [state.context] }
    let hints = (Command.all.filter(isOwn) + Command.all.filter { !isOwn($0) })
      .compactMap { hint(of: $0) }
    let help = Command[.help].flatMap { hint(of: $0) }
    var room = columns - (help.map { width(of: $0) + 2 } ?? 0)
    var column = start.column
    func draw(_ hint: (key: String, text: String), _ surface: inout Surface) {
      let used = surface.write(
        hint.key, at: Point(column: column, row: start.row), style: theme.key)
      surface.write(
        hint.text, at: Point(column: column + used + 1, row: start.row), style: theme.dim)
      column += width(of: hint) + 2
      room -= width(of: hint) + 2
    }
    for hint in hints where hint != help ?? ("", "") {
      guard width(of: hint) <= room else { break }
      draw(hint, &surface)
    }
    if let help, start.column + columns >= column + width(of: help) { draw(help, &surface) }
  }

  /// The shortest key of a command here, and its word for the footer.
  private func hint(of command: Command) -> (key: String, text: String)? {
    guard let text = command.hint,
      let key = state.keymap.shortestKey(of: command.id, in: state.context),
      // Room is for keys that act at once; a sequence shows how it goes on after its first key.
      key.count == 1 || key.first?.isUppercase == true
    else { return nil }
    return (key, text)
  }

  private func width(of hint: (key: String, text: String)) -> Int {
    TextWidth.columns(of: hint.key) + 1 + TextWidth.columns(of: hint.text)
  }
}

extension String {
  /// A key notation as a reader knows it: `<Enter>` as `Enter`, `<C-l>` as `Ctrl-L`.
  public var readableKey: String {
    guard count > 2, hasPrefix("<"), hasSuffix(">") else { return self }
    let name = dropFirst().dropLast()
    if name.hasPrefix("C-") { return "Ctrl-" + name.dropFirst(2).uppercased() }
    if name.hasPrefix("A-") { return "Alt-" + name.dropFirst(2) }
    if name.hasPrefix("S-") { return "Shift-" + name.dropFirst(2) }
    return String(name)
  }
}
