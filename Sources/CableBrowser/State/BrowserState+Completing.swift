import CableNotebook
import TerminalUI

// Completion on the command line.
extension BrowserState {
  /// Completes the word, or takes the next or previous way to.
  mutating func complete(by step: Int) -> [Effect] {
    guard var entry = console.line else { return [] }
    if var choice = entry.choice {
      let count = choice.candidates.count
      let next = choice.selected.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1)
      choice.selected = next
      entry.choice = choice
      entry.editor.replace(with: choice.start + choice.candidates[next])
      console.line = entry
      return []
    }
    let text = entry.editor.text
    guard let completion = CommandCompletion(line: text) else {
      say("Nothing to complete here")
      return []
    }
    switch completion.source {
    case .words(let words): return complete(text, completion.candidates(among: words))
    case .labels: return complete(text, completion.candidates(among: notebook.labels))
    case .searches:
      return complete(text, completion.candidates(among: notebook.searches.keys.sorted()))
    case .ids, .files: return [.complete(completion.source, line: text)]
    }
  }

  /// Puts into the line what all ways to go on have in common; where there are several, they are shown.
  mutating func complete(_ line: String, _ candidates: [String]) -> [Effect] {
    // The reader has gone on typing since.
    guard var entry = console.line, entry.editor.text == line,
      let completion = CommandCompletion(line: line)
    else { return [] }
    guard let only = candidates.first else {
      say("Nothing begins so")
      return []
    }
    if candidates.count == 1 {
      let isOpen = only.last == "/" || only.last == ":" || only.last == "-"
      entry.editor.replace(
        with: completion.start + only + (completion.goesOn && !isOpen ? " " : ""))
    } else {
      let common = candidates.commonBeginning
      // Ids are completed from any spelling, so what they share may be less than what was typed.
      if common.count >= completion.typed.count {
        entry.editor.replace(with: completion.start + common)
      }
      entry.choice = CommandEntry.Choice(start: completion.start, candidates: candidates)
    }
    console.line = entry
    return []
  }
}
