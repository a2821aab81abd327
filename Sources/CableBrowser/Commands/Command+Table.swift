import CableArchive

extension Command {
  private static let panes: Set<Context> = [.list, .detail]
  private static let scrolling: Set<Context> = [.list, .detail, .overlay, .picker, .facets, .ends]
  private static let reading: Set<Context> = [.list, .detail, .overlay, .ends]
  private static let everywhere = Set(Context.allCases)

  private static let texts: Set<Context> = [.command, .filter, .find]

  /// A row of the table.
  ///
  /// A key may be followed by a blank and what the command is given; `also` are keys of further contexts.
  private static func row(
    _ id: ID, _ group: Group, _ keys: [String], _ contexts: Set<Context>, _ summary: String,
    hint: String? = nil, aliases: [String] = [], _ arguments: [Argument] = [],
    also: [Context: [String]] = [:]
  ) -> Command {
    func binding(_ text: String, _ contexts: Set<Context>) -> Binding {
      let parts = text.split(separator: " ", maxSplits: 1)
      return Binding(
        contexts: contexts, key: parts.first.map(String.init) ?? "",
        arguments: parts.count > 1 ? String(parts[1]) : "")
    }
    var bindings = keys.map { binding($0, contexts) }
    for context in Context.allCases {
      bindings += (also[context] ?? []).map { binding($0, [context]) }
    }
    return Command(
      id: id, aliases: aliases, group: group, summary: summary, hint: hint,
      contexts: contexts.union(also.keys), arguments: arguments, bindings: bindings)
  }

  /// Every command, in the order of help.
  public static let all: [Command] = [
    row(
      .down, .move, ["j", "<Down>"], scrolling, "Go down one row",
      also: [.filter: ["<Down>", "<C-n>"], .chart: ["l", "<Right>", "j", "<Down>"]]),
    row(
      .up, .move, ["k", "<Up>"], scrolling, "Go up one row",
      also: [.filter: ["<Up>", "<C-p>"], .chart: ["h", "<Left>", "k", "<Up>"]]),
    row(
      .pageDown, .move, ["<Space>", "<C-f>", "<PgDn>"], scrolling.subtracting([.facets]),
      "Go down one page", also: [.filter: ["<PgDn>"], .facets: ["<C-f>", "<PgDn>"]]),
    row(
      .pageUp, .move, ["<C-b>", "<PgUp>"], scrolling, "Go up one page", also: [.filter: ["<PgUp>"]]),
    row(.halfPageDown, .move, ["<C-d>"], scrolling, "Go down half a page"),
    row(.halfPageUp, .move, ["<C-u>"], scrolling, "Go up half a page"),
    row(
      .top, .move, ["gg", "<Home>"], scrolling.union([.chart]),
      "Go to the top, or to the row of the count"),
    row(
      .bottom, .move, ["G", "<End>"], scrolling.union([.chart]),
      "Go to the end, or to the row of the count"),
    row(.percent, .move, ["%"], scrolling, "Go to a place in percent: 50%"),

    row(
      .open, .read, ["<Enter>"], [.list], "Read the selected cable", hint: "read",
      also: [.ends: ["<Enter>"]]),
    row(.nextCable, .read, ["J"], panes, "Show the next cable of the list"),
    row(.previousCable, .read, ["K"], panes, "Show the previous cable of the list"),
    row(
      .original, .read, ["r"], panes, "Show the text as it came, or as it reads again",
      hint: "original"),
    row(.warnings, .read, ["w"], panes, "Show what the parser could not take at its word"),

    row(
      .explain, .read, ["a"], panes, "Explain the abbreviations, marks and TAGS of the cable"),
    row(.versions, .read, ["V"], panes, "Choose among the texts the archive holds of this cable"),

    row(
      .search, .search, ["g/", "gb is:bookmarked"], panes,
      "Search all cables; the list narrows while you type",
      hint: "search", [.optional("QUERY", .query)], also: [.list: ["/"]]),
    row(
      .find, .search, [], panes,
      "Find words in the cable; \\v or Ctrl-R takes a regular expression", hint: "find",
      [.optional("WORDS", .text)], also: [.detail: ["/"]]),
    row(
      .toggleExpression, .search, ["<C-r>"], [.find],
      "Take what is typed as a regular expression, or as words", hint: "regular expression"),
    row(
      .nextHit, .search, ["n"], panes.union([.ends]),
      "Go to the next hit, on to the next cable after the last"),
    row(.previousHit, .search, ["N"], panes.union([.ends]), "Go to the hit before"),
    row(.keepSearch, .search, ["<Enter>"], [.search], "Keep the result", hint: "keep"),
    row(
      .restoreSearch, .search, ["<Esc>", "<C-c>"], [.search], "Go back to what was shown before",
      hint: "restore"),
    row(.earlierSearch, .search, ["<Up>", "<C-p>"], [.search], "Recall the search before"),
    row(.laterSearch, .search, ["<Down>", "<C-n>"], [.search], "Recall the search after"),

    row(
      .facets, .narrow, ["F"], panes, "Narrow by class, post, TAGS, year, month or label",
      hint: "facets",
      [.optional("FACET", .words(Facet.allCases.map(\.rawValue)))]),
    row(.chart, .narrow, ["H"], panes, "Show the months of the result as bars; one narrows it"),
    row(
      .include, .narrow, ["<Space>", "+"], [.facets], "Let the value in, or let it go again",
      hint: "include"),
    row(
      .exclude, .narrow, ["x", "-"], [.facets], "Keep the value out, or let it go again",
      hint: "exclude"),
    row(
      .nextFacet, .narrow, ["<Tab>", "l", "<Right>"], [.facets], "Show the next facet",
      hint: "facet"),
    row(.previousFacet, .narrow, ["<S-Tab>", "h", "<Left>"], [.facets], "Show the facet before"),
    row(
      .narrowToChoice, .narrow, ["<Enter>"], [.facets, .chart],
      "Narrow to what is chosen, and close", hint: "narrow"),
    row(
      .clearNarrowing, .narrow, ["\\"], [.list, .detail, .facets],
      "Take everything out of the query that facets put there"),
    row(
      .sort, .narrow, ["S"], panes, "Sort the list the next way, or as said",
      [.optional("ORDER", .words(SortOrder.allCases.map { $0.name }))]),
    row(
      .passages, .narrow, ["P"], panes, "Show the best passage under each cable of a search, or not"
    ),
    row(
      .date, .narrow, ["gd"], panes, "Go to the first cable of a date: 2003-10",
      [.required("DATE", .text)]),

    row(.nextLink, .links, ["<Tab>"], panes, "Select the next link of the cable", hint: "link"),
    row(.previousLink, .links, ["<S-Tab>"], panes, "Select the link before"),
    row(.follow, .links, ["<Enter>"], [.detail], "Follow the selected link", hint: "follow"),
    row(.links, .links, ["f"], panes, "Choose among the links of the cable"),
    row(
      .back, .links, ["[", "<A-Left>", "<BS>"], panes, "Go back to where you were", hint: "back"),
    row(.forward, .links, ["]", "<A-Right>"], panes, "Go forward again"),
    row(.choose, .links, ["<Enter>"], [.picker], "Go to the chosen cable", hint: "go"),
    row(
      .nextTab, .links, ["<Tab>"], [.picker], "Show the next kind: cited by, TAGS and posts",
      hint: "kind"),
    row(.previousTab, .links, ["<S-Tab>"], [.picker], "Show the kind before"),
    row(
      .goTo, .links, ["gr"], panes, "Go to a cable by its id in any spelling; Tab completes",
      aliases: ["open-id"], [.required("ID", .id)]),
    row(.peek, .links, ["p"], panes, "Look at where the selected link leads without going there"),
    row(
      .searchSelected, .links, ["*"], panes, "Search for the selected link, or the hit at hand"),
    row(.history, .links, ["gh"], panes, "Choose among the places of the history"),
    row(.mark, .links, ["m"], panes, "Give the place a letter", [.required("LETTER", .key)]),
    row(
      .goToMark, .links, ["'"], panes, "Go to the place of a letter; '' to the place before",
      [.required("LETTER", .key)]),
    row(.tree, .links, ["R"], panes, "Show the tree of references, in both directions"),
    row(
      .compare, .links, ["c"], panes, "Show both ends of the selected reference side by side",
      also: [.picker: ["c", "="]]),

    row(.bookmark, .keeping, ["b"], panes, "Bookmark the cable or the picked ones, or no longer"),
    row(
      .label, .keeping, ["t"], panes, "Give the cable labels of your own; -word takes one away",
      aliases: ["tag"], [.optional("LABELS", .label)]),
    row(
      .note, .keeping, ["e"], panes, "Write a note on the cable in $EDITOR, or the text at once",
      [.optional("TEXT", .text)]),
    row(
      .unread, .keeping, ["U"], panes, "Count the cable as unread, or as read", aliases: ["read"]),
    row(
      .pick, .keeping, ["."], [.list], "Pick the cable for what is done next, or let it go again"),
    row(.pickAll, .keeping, ["g."], panes, "Pick the cables that are listed, or let all go"),
    row(
      .kept, .keeping, ["gB"], panes, "Choose among all you keep, cables that are not here, too"),
    row(
      .saveSearch, .keeping, ["gS"], panes, "Save the search at hand under a name",
      [.required("NAME", .search)]),
    row(
      .searches, .keeping, ["gs"], panes, "Choose among saved searches and those before"),
    row(
      .forgetSearch, .keeping, [], panes, "Forget a saved search", [.optional("NAME", .search)],
      also: [.picker: ["D", "<Del>"]]),

    row(.pager, .outside, ["v"], panes, "Show the text in $PAGER"),
    row(.editor, .outside, ["E"], panes, "Open a copy of the text in $EDITOR, for reading"),
    row(
      .pipe, .outside, ["|"], panes, "Give the text to a command of the shell",
      [.required("COMMAND", .text)]),
    row(
      .save, .outside, ["s"], panes, "Save the text to a file, or into a folder",
      [.optional("FILE", .file)]),
    row(
      .saveOver, .outside, [], panes, "Save the text in place of a file", aliases: ["save!"],
      [.required("FILE", .file)]),
    row(
      .export, .outside, ["x"], panes,
      "Write the listed cables to a file: csv, jsonl, txt, md, bib or json",
      [.optional("FILE", .file)]),
    row(
      .exportOver, .outside, [], panes, "Write the listed cables in place of a file",
      aliases: ["export!"], [.required("FILE", .file)]),
    row(
      .copy, .outside, ["yi id", "yc citation", "yl link", "yp paragraph", "ya cable"], panes,
      "Copy the id, a citation, the selected link's id, a paragraph or the whole text",
      aliases: ["yank"], [.optional("WHAT", .words(CopiedPart.allCases.map(\.rawValue)))]),

    row(.focusList, .panes, ["h", "<Left>"], panes.union([.ends]), "Go to the list"),
    row(.focusDetail, .panes, ["l", "<Right>"], panes.union([.ends]), "Go to the cable"),
    row(
      .switchPane, .panes, ["<C-w>"], panes, "Go to the other pane",
      also: [.ends: ["<Tab>", "<S-Tab>", "<C-w>"]]),
    row(.stack, .panes, ["o"], panes, "Set the panes side by side or one above the other"),
    row(.maximise, .panes, ["O"], panes, "Give the pane all the room, or share it again"),
    row(.widen, .panes, ["+"], panes, "Give the list more room"),
    row(.narrow, .panes, ["-"], panes, "Give the list less room"),

    row(
      .help, .application, ["?", "<F1>"], panes, "Show keys and commands", hint: "help",
      aliases: ["h"], [.optional("WORDS", .text)]),
    row(
      .filter, .application, ["/"], [.overlay, .picker], "Show only what holds some words",
      hint: "filter"),
    row(
      .commandLine, .application, [":"], reading, "Type a command",
      [.optional("COMMAND", .command)]),
    row(.palette, .application, ["<C-p>"], reading, "Choose a command from all"),
    row(
      .accept, .application, ["<Enter>"], texts, "Carry out the line, or take what is chosen",
      hint: "do it"),
    row(
      .cancel, .application, ["<Esc>", "<C-c>"], texts, "Leave the line", hint: "leave"),
    row(
      .complete, .application, ["<Tab>"], [.command], "Complete the word, then the next way to",
      hint: "complete"),
    row(
      .completeBack, .application, ["<S-Tab>"], [.command],
      "Complete the word the way before"),
    row(
      .earlierLine, .application, ["<Up>", "<C-p>"], [.command, .find], "Recall the line before"),
    row(
      .laterLine, .application, ["<Down>", "<C-n>"], [.command, .find], "Recall the line after"),
    row(
      .messages, .application, [], reading, "Show what has been said so far", aliases: ["log"]),
    row(.redraw, .application, ["<C-l>"], everywhere, "Draw the screen anew"),
    row(
      .mouse, .application, ["M"], panes,
      "Take the mouse, or leave it to the terminal for selecting text",
      [.optional("on|off", .words(["on", "off"]))]),
    row(
      .importFiles, .application, [], panes,
      "Import the files at hand into an archive, yours or the one named, while you read on",
      [.optional("ARCHIVE", .file)]),
    row(
      .archive, .application, [], panes,
      "Browse the archive that import has made, from the place at hand"),
    row(
      .stop, .application, [], panes,
      "Stop what is under way: a search, reading files, writing a result, an import"),
    row(
      .resetSession, .application, ["gR"], panes,
      "Begin anew: all cables, no history, the panes as they come"),
    row(.suspend, .application, ["<C-z>"], everywhere, "Suspend; the shell's fg comes back"),
    row(
      .interrupt, .application, ["<C-c>"],
      [.list, .detail, .overlay, .picker, .facets, .chart, .ends],
      "Stop what is under way, or close what is open"),
    row(
      .peel, .application, ["<Esc>"], scrolling.union([.chart]),
      "Leave one thing: a choice, the link, the search, the cable"),
    row(
      .close, .application, ["q"], scrolling.union([.chart]),
      "Close what is open; in the list, quit",
      hint: "close"),
    row(.quit, .application, ["Q"], scrolling.union([.chart]), "Quit", aliases: ["q", "exit"]),

    row(
      .set, .configuration, [], panes, "Change a setting, or show what it is",
      [.optional("NAME", .setting), .optional("VALUE", .value)]),
    row(
      .bind, .configuration, [], panes, "Give a key a command", aliases: ["map"],
      [.required("CONTEXT", .context), .required("KEY", .key), .required("COMMAND", .command)]),
    row(
      .unbind, .configuration, [], panes, "Take a key its command", aliases: ["unmap"],
      [.required("CONTEXT", .context), .required("KEY", .key)]),
    row(
      .color, .configuration, [], panes, "Change the look of a part of the screen",
      aliases: ["colour"], [.required("PART", .role), .optional("LOOK", .look)]),
    row(
      .source, .configuration, [], panes, "Carry out the lines of a configuration file",
      [.required("FILE", .file)]),
    row(.reload, .configuration, [], panes, "Read the configuration anew"),
  ]

  /// The command of a name.
  public static subscript(id: ID) -> Command? { byID[id] }

  private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
}
