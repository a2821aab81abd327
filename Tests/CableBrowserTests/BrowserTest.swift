import CableArchive
import CableBrowser
import TerminalUI
import TestSupport
import Testing

/// The browser on the seeds, after keys.
func browse(
  _ keys: String = "", columns: Int = 80, rows: Int = 24, paths: [String] = [Seeds.folder]
) throws -> HeadlessBrowser {
  try browse(keys, columns: columns, rows: rows, .files(paths))
}

/// The browser on a collection, after keys.
func browse(
  _ keys: String = "", columns: Int = 80, rows: Int = 24, _ collection: CableCollection
) throws -> HeadlessBrowser {
  let browser = try HeadlessBrowser(
    collection, size: Size(columns: columns, rows: rows))
  browser.send(try Key.parse(keys))
  return browser
}

extension HeadlessBrowser {
  /// Sends keys in notation.
  func type(_ keys: String) throws { send(try Key.parse(keys)) }

  /// The rows of the screen.
  var rows: [String] { (0..<screen.size.rows).map { screen.row($0) } }

  /// The row of the screen that holds some words, if any does.
  func row(with words: String) -> String? { rows.first { $0.contains(words) } }

  /// The bottom row.
  var status: String { rows.last ?? "" }

  /// The rows of the list pane, side by side with the cable.
  var listRows: [String] {
    rows.dropFirst(2).dropLast().map { row in
      String(row.prefix { $0 != "│" }).trimmingSuffix()
    }.filter { !$0.isEmpty }
  }

  /// The title row.
  var title: String { rows.count > 1 ? rows[1] : "" }
}

extension String {
  /// The text without blanks at its end.
  func trimmingSuffix() -> String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}

/// Expects the screen to be these rows; blanks at the ends of rows do not count.
func expectScreen(
  _ browser: HeadlessBrowser, _ expected: String,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  let screen = browser.rows.map { $0.trimmingSuffix() }.joined(separator: "\n")
  let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false)
    .map { String($0).trimmingSuffix() }.joined(separator: "\n")
  #expect(screen == wanted, sourceLocation: sourceLocation)
}
