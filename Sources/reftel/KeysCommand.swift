import ArgumentParser
import CableBrowser

/// Prints the keys of the browser.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Print the keys of the browser.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case markdown
  }

  @Option(help: "Plain lines, or the document docs/keys.md.")
  var format: Format = .text

  func run() {
    let output = Output()
    switch format {
    case .text: for line in KeyTable.lines { output.line(line) }
    case .markdown: output.exact(Array(KeyTable.markdown.utf8))
    }
  }
}
