import TerminalUI

/// The choice among all commands while it is open.
struct CommandPalette: Sendable {
  /// What narrows the choice.
  var filter = LineEditor()
  /// The chosen row among those that the filter leaves.
  var selected = 0
  /// Where the keys went before.
  var context: Command.Context
}

/// Help while it is open.
struct HelpPage: Sendable {
  /// Shows only the commands whose name, text or key holds its words.
  var filter = LineEditor()
  /// Whether the filter is being typed into.
  var isTyping = false
  /// The first row shown.
  var top = 0
  /// Where the keys went before; its keys come first.
  var context: Command.Context
}

extension Command {
  /// Tells whether every word stands in the name, the summary, or a key.
  func holds(_ words: [String], keys: [String]) -> Bool {
    let text = ([summary, group.rawValue] + names).joined(separator: " ").lowercased()
    return words.allSatisfy { word in
      text.contains(word.lowercased())
        || keys.contains {
          $0 == word || word.count > 1 && $0.lowercased().contains(word.lowercased())
        }
    }
  }
}
