import CableArchive
import Cables
import TerminalUI

extension BrowserState {
  /// Shows the keys and what they do, those of the pane at hand first.
  mutating func showHelp(_ words: String) -> [Effect] {
    overlay = .help(HelpPage(filter: LineEditor(text: words), context: context))
    return []
  }

  /// Shows what has been said, the latest at the end.
  mutating func showMessages() -> [Effect] {
    guard !console.log.entries.isEmpty else {
      say("Nothing has been said yet")
      return []
    }
    overlay = .text(title: "Messages", document: Document(console.log), top: 0)
    return move(to: Int.max - 1)
  }

  /// Shows what the parser could not take at its word.
  mutating func showWarnings() -> [Effect] {
    guard case .cable(let page) = detail.page else { return [] }
    var builder = DocumentBuilder()
    for warning in page.cable.warnings {
      builder.item(hanging: 2) { $0.append(warning.message) }
    }
    overlay = .text(
      title: "Warnings on \(page.row.name)", document: builder.finish(), top: 0)
    return []
  }

  /// Stops what takes long; else closes the topmost thing.
  mutating func interrupt() -> [Effect] {
    if isBusy { return stop() }
    let effects = peel()
    if effects.isEmpty, message == nil { say("Q quits") }
    return effects
  }

  /// Whether something is under way that can be stopped.
  var isBusy: Bool {
    isDelayed || isReadingFiles || exporting != nil || importing?.isUnderWay == true
  }

  /// Whether files are being read, and nobody has stopped that.
  private var isReadingFiles: Bool {
    !loading.isDone && !loading.isCancelled && loading.cables > 0
  }

  /// Stops what takes long: what the reader waits for first.
  mutating func stop() -> [Effect] {
    if isDelayed { return stopSearch() }
    if isReadingFiles { return [.stopLoading] }
    if exporting != nil { return [.stopExport] }
    return importing?.isUnderWay == true ? stopImport() : []
  }

  /// Leaves one thing: what lies over the panes, the search bar, the link, the search, the cable.
  mutating func peel() -> [Effect] {
    count = nil
    if overlay != nil {
      closeOverlay()
      return []
    }
    if searchBar != nil { return restoreSearch() }
    if peelFind() { return [] }
    if detail.selectedLink != nil {
      detail.selectedLink = nil
      return []
    }
    if !picked.isEmpty {
      picked = [:]
      return []
    }
    if !list.queryText.isEmpty {
      return search("", keeping: list.selectedRow?.rowID)
    }
    if focus == .detail { return focus(.list) }
    if choice.isMaximised {
      choice.isMaximised = false
      rearrange()
      return []
    }
    say("Q quits")
    return []
  }

  /// Closes what is open; in the list, quits.
  mutating func close() -> [Effect] {
    if overlay != nil {
      closeOverlay()
      return []
    }
    if focus == .detail { return focus(.list) }
    return quit()
  }

  /// Takes the mouse, or leaves it to the terminal.
  mutating func takeMouse(_ wanted: String) -> [Effect] {
    isMouseEnabled = wanted.isEmpty ? !isMouseEnabled : wanted == "on"
    say(
      isMouseEnabled
        ? "The mouse selects, scrolls and follows" : "The mouse is left to the terminal")
    return [.takeMouse(isMouseEnabled)]
  }

  mutating func quit() -> [Effect] {
    hasQuit = true
    return [.quit]
  }
}
