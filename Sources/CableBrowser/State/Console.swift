import TerminalUI

/// What is typed to the browser itself, and what it has said.
struct Console: Sendable {
  /// The command line, while it is being typed into.
  var line: CommandEntry?
  /// Lines carried out, latest last.
  var past: [String] = []
  /// A command whose key was pressed and that waits for a key to be given.
  var awaited: Invocation?
  /// Everything said.
  var log = MessageLog()

  /// Remembers a line for Up.
  mutating func remember(_ line: String) {
    guard !line.isEmpty else { return }
    past.removeAll { $0 == line }
    past.append(line)
    if past.count > 500 { past.removeFirst(past.count - 500) }
  }
}

/// The command line while it is being typed into.
struct CommandEntry: Sendable {
  /// Ways to go on that are shown.
  struct Choice: Sendable {
    /// What stands before them.
    var start: String
    var candidates: [String]
    /// The one that stands in the line.
    var selected: Int?
  }

  var editor: LineEditor
  /// What is asked of the line as long as it is this text.
  var question: (text: String, message: BrowserState.Message)?
  /// Shown from Tab to the next key.
  var choice: Choice?
}
