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

  @Flag(help: "Print keys and settings in the form of a configuration file, to copy from.")
  var defaultConfig = false

  func run() {
    let output = Output()
    if defaultConfig {
      output.exact(Array(Configuration.standardText.utf8))
      return
    }
    switch format {
    case .text: for line in KeyTable.lines { output.line(line) }
    case .markdown: output.exact(Array(KeyTable.markdown.utf8))
    }
  }
}
