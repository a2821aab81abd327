import TerminalUI

/// How the line typed so far can go on.
struct CommandCompletion: Sendable, Equatable {
  /// Where ways to go on come from.
  enum Source: Sendable, Equatable {
    /// They are known.
    case words([String])
    /// Labels that the reader has given.
    case labels
    /// Names of saved searches.
    case searches
    /// Ids of the archive that begin in a way.
    case ids(String)
    /// Files that begin in a way.
    case files(String)
  }

  /// What stands before the word that is completed.
  var start: String
  /// The word as typed so far.
  var typed: String
  /// Where its ways to go on come from.
  var source: Source
  /// Whether something follows the word once it is whole.
  var goesOn: Bool

  /// Looks at a line as it is typed; nil where there is nothing to complete.
  init?(line: String) {
    let blanks = line.prefix { $0 == " " || $0.isASCII && $0.isNumber }
    self.init(before: String(blanks), command: String(line.dropFirst(blanks.count)))
  }

  private init?(before: String, command line: String) {
    guard let blank = line.firstIndex(of: " ") else {
      self.init(command: line, start: before)
      return
    }
    let name = line[..<blank]
    guard let id = try? Invocation.command(named: String(name)), let command = Command[id] else {
      return nil
    }
    var rest = line[line.index(after: blank)...]
    var start = before + line[...blank]
    for (index, argument) in command.arguments.enumerated() {
      let isLast = index == command.arguments.count - 1
      guard !isLast, let blank = rest.firstIndex(of: " ") else {
        self.init(
          argument, rest: String(rest), start: start, goesOn: !isLast,
          setting: Self.word(1, of: line))
        return
      }
      start += rest[...blank]
      rest = rest[rest.index(after: blank)...]
    }
    return nil
  }

  /// Completes the name of a command; an alias only where no name begins so.
  private init(command typed: String, start: String) {
    let names = Command.all.map(\.id.rawValue).sorted()
    let isName = names.contains { $0.hasPrefix(typed) }
    self.init(
      start: start, typed: typed,
      source: .words(isName ? names : Command.all.flatMap(\.aliases).sorted()), goesOn: true)
  }

  private init(start: String, typed: String, source: Source, goesOn: Bool) {
    self.start = start
    self.typed = typed
    self.source = source
    self.goesOn = goesOn
  }

  /// Completes an argument.
  private init?(
    _ argument: Command.Argument, rest: String, start: String, goesOn: Bool, setting: String?
  ) {
    if argument.kind == .command {
      self.init(before: start, command: rest)
      return
    }
    // What may be several words is completed by its last.
    var before = ""
    if [.look, .query, .value, .label].contains(argument.kind), let blank = rest.lastIndex(of: " ")
    {
      before = String(rest[...blank])
    } else if argument.kind == .context, let comma = rest.lastIndex(of: ",") {
      before = String(rest[...comma])
    }
    var typed = String(rest.dropFirst(before.count))
    if argument.kind == .label, typed.hasPrefix("-") {
      before += "-"
      typed.removeFirst()
    }
    if argument.kind == .query {
      let (kept, source) = QueryCompletion.source(of: typed)
      typed.removeFirst(kept.count)
      self.init(start: start + before + kept, typed: typed, source: source, goesOn: goesOn)
      return
    }
    let source = Self.source(of: argument.kind, typed: typed, setting: setting)
    guard let source else { return nil }
    self.init(start: start + before, typed: typed, source: source, goesOn: goesOn)
  }

  private static func source(
    of kind: Command.Argument.Kind, typed: String, setting: String?
  ) -> Source? {
    switch kind {
    case .id: .ids(typed)
    case .file: .files(typed)
    case .setting: .words(Setting.all.map(\.name))
    case .value: .words(setting.flatMap { Setting[$0]?.words } ?? [])
    case .key: .words(keyNames)
    case .context: .words(["all"] + Command.Context.allCases.map(\.rawValue))
    case .role: .words(Theme.Part.allCases.map(\.rawValue))
    case .look: .words(Style.lookWords)
    case .words(let words): .words(words)
    case .label: .labels
    case .search: .searches
    case .text, .command, .query: nil
    }
  }

  /// The ways to go on, of those that its source has; small and capital letters are the same.
  func candidates(among words: [String]) -> [String] {
    let wanted = typed.lowercased()
    return words.filter { $0.lowercased().hasPrefix(wanted) }
  }

  private static func word(_ index: Int, of line: String) -> String? {
    let words = line.split(separator: " ")
    return words.indices.contains(index) ? String(words[index]) : nil
  }

  private static let keyNames = [
    "<Enter>", "<Esc>", "<Tab>", "<S-Tab>", "<Space>", "<BS>", "<Del>", "<Ins>", "<Up>", "<Down>",
    "<Left>", "<Right>", "<Home>", "<End>", "<PgUp>", "<PgDn>", "<C-", "<A-", "<F1>",
  ]
}

extension [String] {
  /// The longest beginning that all have.
  var commonBeginning: String {
    guard var common = first else { return "" }
    for word in dropFirst() { common = String(zip(common, word).prefix { $0 == $1 }.map(\.0)) }
    return common
  }
}
