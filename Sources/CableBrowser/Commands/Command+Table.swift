extension Command {
  private static let panes: Set<Context> = [.list, .detail]
  private static let scrolling: Set<Context> = [.list, .detail, .overlay, .picker]
  private static let everywhere = Set(Context.allCases)

  private static func row(
    _ id: ID, _ group: Group, _ keys: [String], _ contexts: Set<Context>, _ summary: String,
    hint: String? = nil
  ) -> Command {
    Command(id: id, group: group, summary: summary, hint: hint, contexts: contexts, keys: keys)
  }

  /// Every command, in the order of help.
  public static let all: [Command] = [
    row(.down, .move, ["j", "<Down>"], scrolling, "Go down one row"),
    row(.up, .move, ["k", "<Up>"], scrolling, "Go up one row"),
    row(.pageDown, .move, ["<Space>", "<C-f>", "<PgDn>"], scrolling, "Go down one page"),
    row(.pageUp, .move, ["<C-b>", "<PgUp>"], scrolling, "Go up one page"),
    row(.halfPageDown, .move, ["<C-d>"], scrolling, "Go down half a page"),
    row(.halfPageUp, .move, ["<C-u>"], scrolling, "Go up half a page"),
    row(.top, .move, ["gg", "<Home>"], scrolling, "Go to the top, or to the row of the count"),
    row(.bottom, .move, ["G", "<End>"], scrolling, "Go to the end, or to the row of the count"),

    row(.open, .read, ["<Enter>"], [.list], "Read the selected cable", hint: "read"),
    row(.nextCable, .read, ["J"], panes, "Show the next cable of the list"),
    row(.previousCable, .read, ["K"], panes, "Show the previous cable of the list"),
    row(
      .original, .read, ["r"], panes, "Show the text as it came, or as it reads again",
      hint: "original"),
    row(.warnings, .read, ["w"], panes, "Show what the parser could not take at its word"),

    row(.versions, .read, ["V"], panes, "Choose among the texts the archive holds of this cable"),

    row(
      .search, .search, ["/"], panes, "Search all cables; the list narrows while you type",
      hint: "search"),
    row(.nextHit, .search, ["n"], panes, "Go to the next hit, on to the next cable after the last"),
    row(.previousHit, .search, ["N"], panes, "Go to the hit before"),
    row(.keepSearch, .search, ["<Enter>"], [.search], "Keep the result", hint: "keep"),
    row(
      .restoreSearch, .search, ["<Esc>", "<C-c>"], [.search], "Go back to what was shown before",
      hint: "restore"),
    row(.earlierSearch, .search, ["<Up>", "<C-p>"], [.search], "Recall the search before"),
    row(.laterSearch, .search, ["<Down>", "<C-n>"], [.search], "Recall the search after"),

    row(.nextLink, .links, ["<Tab>"], panes, "Select the next link of the cable", hint: "link"),
    row(.previousLink, .links, ["<S-Tab>"], panes, "Select the link before"),
    row(.follow, .links, ["<Enter>"], [.detail], "Follow the selected link", hint: "follow"),
    row(.links, .links, ["f"], panes, "Choose among the links of the cable"),
    row(
      .back, .links, ["[", "<A-Left>", "<BS>"], panes, "Go back to where you were", hint: "back"),
    row(.forward, .links, ["]", "<A-Right>"], panes, "Go forward again"),
    row(.choose, .links, ["<Enter>"], [.picker], "Go to the chosen cable", hint: "go"),

    row(.focusList, .panes, ["h", "<Left>"], panes, "Go to the list"),
    row(.focusDetail, .panes, ["l", "<Right>"], panes, "Go to the cable"),
    row(.switchPane, .panes, ["<C-w>"], panes, "Go to the other pane"),
    row(.stack, .panes, ["o"], panes, "Set the panes side by side or one above the other"),
    row(.maximise, .panes, ["O"], panes, "Give the pane all the room, or share it again"),
    row(.widen, .panes, ["+"], panes, "Give the list more room"),
    row(.narrow, .panes, ["-"], panes, "Give the list less room"),

    row(.help, .application, ["?", "<F1>"], panes, "Show this help", hint: "help"),
    row(.redraw, .application, ["<C-l>"], everywhere, "Draw the screen anew"),
    row(
      .mouse, .application, ["M"], panes,
      "Take the mouse, or leave it to the terminal for selecting text"),
    row(.suspend, .application, ["<C-z>"], everywhere, "Suspend; the shell's fg comes back"),
    row(
      .interrupt, .application, ["<C-c>"], [.list, .detail, .overlay, .picker],
      "Stop reading files, or close what is open"),
    row(
      .peel, .application, ["<Esc>"], scrolling,
      "Leave one thing: a choice, the link, the search, the cable"),
    row(
      .close, .application, ["q"], scrolling, "Close what is open; in the list, quit",
      hint: "close"),
    row(.quit, .application, ["Q"], scrolling, "Quit"),
  ]

  /// The command of a name.
  public static subscript(id: ID) -> Command? { byID[id] }

  private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
}
