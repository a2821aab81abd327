import TerminalUI

// The command line.
extension BrowserState {
  /// Opens the command line with some text in it.
  mutating func openCommandLine(_ text: String = "") -> [Effect] {
    console.line = CommandEntry(editor: LineEditor(text: text, history: console.past))
    return []
  }

  /// Opens the command line with a command that Enter carries out, and asks whether it shall.
  mutating func ask(_ question: String, before text: String) -> [Effect] {
    complain(question)
    guard console.line == nil else { return [] }
    let effects = openCommandLine(text)
    console.line?.question = (text, Message(text: question, kind: .error))
    return effects
  }

  /// Takes a key while the command line is typed into.
  mutating func handleInCommandLine(_ key: Key) -> [Effect] {
    if case .command(let invocation) = keymap.meaning(of: [key], in: .command) {
      if invocation.isMeant(for: .command) { return perform(invocation) }
      return cancel() + carryOut(invocation)
    }
    guard var line = console.line else { return [] }
    line.choice = nil
    // As in other programs, taking back more than there is leaves the line.
    if key == Key(.backspace), line.editor.isEmpty { return cancel() }
    let isTaken = line.editor.handle(key)
    console.line = line
    if !isTaken { say("\(key) means nothing here; Esc leaves the line") }
    return []
  }

  /// Recalls a line from before, or after.
  mutating func recallLine(isEarlier: Bool) -> [Effect] {
    if finding != nil { return recallFind(isEarlier: isEarlier) }
    console.line?.choice = nil
    _ = console.line?.editor.handle(Key(isEarlier ? .up : .down))
    return []
  }

  /// Carries out the line, or takes what is chosen in the palette, or keeps the filter.
  mutating func accept() -> [Effect] {
    if console.line == nil, finding != nil { return keepFind() }
    if let line = console.line {
      console.line = nil
      let text = line.editor.text.trimmingBlanks()
      guard !text.isEmpty else { return [] }
      console.remember(text)
      return carryOut(line: text)
    }
    switch overlay {
    case .palette(let palette): return choose(in: palette)
    case .help(var help):
      help.isTyping = false
      overlay = .help(help)
      return []
    case .picker: return choose()
    case .text, .facets, .chart, .ends, nil: return []
    }
  }

  /// Leaves the line, the palette or the filter.
  mutating func cancel() -> [Effect] {
    if console.line == nil, finding != nil { return restoreFind() }
    if console.line != nil {
      console.line = nil
      return []
    }
    if case .picker(var picker) = overlay {
      picker.clearFilter()
      overlay = .picker(picker)
      return []
    }
    if case .help(var help) = overlay {
      help.isTyping = false
      help.filter = LineEditor()
      help.top = 0
      overlay = .help(help)
      return []
    }
    overlay = nil
    return []
  }
}
