import CableArchive
import TerminalUI

// Finding in the cable at hand, and from there through the list.
extension BrowserState {
  /// Opens the line for what to find, or finds what is given.
  mutating func find(_ typed: String) -> [Effect] {
    let entry = FindEntry(
      editor: LineEditor(text: typed, history: pastFinds),
      restore: FindEntry.Restore(
        pattern: detail.find, current: detail.currentFound, place: detail.place))
    finding = entry
    rememberPlace()
    if focus != .detail { _ = focus(.detail) }
    guard !typed.isEmpty else { return [] }
    findAsTyped()
    return keepFind()
  }

  /// Takes a key while the line is typed into.
  mutating func handleInFind(_ key: Key) -> [Effect] {
    if case .command(let invocation) = keymap.meaning(of: [key], in: .find) {
      return perform(invocation)
    }
    if key == Key(.backspace), finding?.editor.isEmpty == true { return restoreFind() }
    let before = finding?.editor.text
    let isTaken = finding?.editor.handle(key) ?? false
    if !isTaken { say("\(key) means nothing here; Esc leaves the line") }
    if finding?.editor.text != before { findAsTyped() }
    return []
  }

  /// Recalls a find from before, or after.
  mutating func recallFind(isEarlier: Bool) -> [Effect] {
    _ = finding?.editor.handle(Key(isEarlier ? .up : .down))
    findAsTyped()
    return []
  }

  mutating func pasteIntoFind(_ text: String) -> [Effect] {
    finding?.editor.paste(text)
    findAsTyped()
    return []
  }

  /// Reads the line as words, or as a regular expression.
  mutating func toggleExpression() -> [Effect] {
    guard let text = finding?.editor.text else { return [] }
    finding?.editor.replace(with: FindPattern.togglingExpression(in: text))
    findAsTyped()
    return []
  }

  /// Shows the first hit from where the reader was when the line was opened.
  private mutating func findAsTyped() {
    guard let entry = finding else { return }
    finding?.error = nil
    detail.place = entry.restore.place
    guard !entry.editor.isEmpty else {
      detail.find(entry.restore.pattern)
      detail.currentFound = entry.restore.current
      return
    }
    do throws(FindError) {
      detail.find(try FindPattern(entry.editor.text))
      goToFound(nextFound(1) ?? 0)
    } catch {
      finding?.error = error
    }
  }

  /// Closes the line and keeps what it found; an empty line repeats the find before.
  mutating func keepFind() -> [Effect] {
    guard let entry = finding else { return [] }
    if let error = entry.error {
      complain(error.message)
      return []
    }
    finding = nil
    guard !entry.editor.isEmpty else {
      if detail.find == nil, let last = pastFinds.last {
        detail.find(try? FindPattern(last))
      }
      return detail.find == nil ? [] : stepFound(by: 1)
    }
    let text = entry.editor.text
    pastFinds.removeAll { $0 == text }
    pastFinds.append(text)
    if pastFinds.count > 500 { pastFinds.removeFirst() }
    if detail.isFindCutShort {
      complain("This pattern takes too long here: only the hits up to some place are marked")
    } else if detail.found.isEmpty {
      say("Not in this cable; n looks in the next ones")
    }
    return []
  }

  /// Closes the line and shows what was there before.
  mutating func restoreFind() -> [Effect] {
    guard let entry = finding else { return [] }
    finding = nil
    detail.find(entry.restore.pattern)
    detail.currentFound = entry.restore.current
    detail.place = entry.restore.place
    return []
  }

  // MARK: Hits

  private mutating func goToFound(_ index: Int) {
    guard detail.found.indices.contains(index) else { return }
    detail.currentFound = index
    detail.reveal(detail.found[index].lowerBound, visibleRows: layout.detail.rows)
  }

  /// The hit after the one at hand, or the first from the top of the screen on.
  private func nextFound(_ step: Int) -> Int? {
    if let current = detail.currentFound {
      let next = current + step
      return detail.found.indices.contains(next) ? next : nil
    }
    let visible = detail.visibleRange(visibleRows: layout.detail.rows)
    if step > 0 { return detail.found.firstIndex { $0.lowerBound >= visible.lowerBound } }
    return detail.found.lastIndex { $0.lowerBound < visible.upperBound }
  }

  /// Goes on by hits, and to other cables of the list after the last.
  mutating func stepFound(by step: Int) -> [Effect] {
    let direction = step.signum()
    for _ in 0..<min(abs(step), 100_000) {
      guard let next = nextFound(direction) else { return leaveForNextFound(direction) }
      goToFound(next)
    }
    return []
  }

  /// Looks for the next cable of the list that has a hit.
  private mutating func leaveForNextFound(_ step: Int) -> [Effect] {
    guard let pattern = detail.find else { return [] }
    let others = ranks(from: list.selected, by: step).compactMap {
      list.rowIDs?[$0] ?? list.rows[$0]?.rowID
    }
    let isListed = detail.page?.key == list.selectedRow.map { Page.Key.row($0.rowID) }
    guard isListed, !others.isEmpty else {
      wrapFound(step)
      return []
    }
    openGeneration += 1
    isOpening = true
    return [
      .findOn(
        FindScan(pattern: pattern, view: detail.view, step: step, rowIDs: others),
        generation: openGeneration)
    ]
  }

  private func ranks(from rank: Int, by step: Int) -> [Int] {
    let count = list.rowIDs?.count ?? list.knownCount
    guard rank < count else { return [] }
    return step > 0
      ? Array(rank + 1..<count) + Array(0..<rank)
      : (0..<rank).reversed() + (rank + 1..<max(rank + 1, count)).reversed()
  }

  private mutating func wrapFound(_ step: Int) {
    guard !detail.found.isEmpty else {
      say("No hit in this cable")
      return
    }
    goToFound(step > 0 ? 0 : detail.found.count - 1)
    say(step > 0 ? "Wrapped to the first hit" : "Wrapped to the last hit")
  }

  /// Shows the cable a scan has come to, at its first or last hit; nil where no other cable has one.
  mutating func arrive(at page: Page?, of scan: FindScan) -> [Effect] {
    isOpening = false
    guard let page, case .row(let rowID) = page.key else {
      if detail.found.isEmpty {
        say("No cable of the list has a hit")
      } else {
        wrapFound(scan.step)
      }
      return []
    }
    keepVisited()
    wantedKey = page.key
    if let rank = list.rank(of: rowID) {
      if (rank < list.selected) == (scan.step > 0) {
        say(scan.step > 0 ? "Wrapped to the first cable" : "Wrapped to the last cable")
      }
      list.select(rank, visibleRows: visibleRows)
    }
    detail.find = scan.pattern
    detail.show(page, finder: finder, columns: textColumns)
    if scan.view != detail.view {
      detail.view = scan.view
      detail.rebuild(finder: finder, columns: textColumns)
    }
    goToFound(scan.step > 0 ? 0 : detail.found.count - 1)
    return fetchMissing()
  }

  /// Says how far a scan is.
  mutating func scanned(_ count: Int, of total: Int) -> [Effect] {
    message = Message(
      text: "Looked through \(count.grouped) of \(total.grouped) cables; Esc stops")
    return []
  }

  /// Stops a scan under way, or takes the marks of the find away; false where there is neither.
  mutating func peelFind() -> Bool {
    guard detail.find != nil else { return false }
    if isOpening {
      openGeneration += 1
      isOpening = false
      say("Stopped looking")
    } else {
      detail.find(nil)
    }
    return true
  }
}
