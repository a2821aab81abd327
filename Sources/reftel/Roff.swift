/// A manual page while it is put together, in the macros of man(7).
struct Roff {
  /// The page so far.
  private(set) var text = ""

  /// Begins a page.
  init(title: String, section: Int, footer: String) {
    line(".TH \(title) \(section) \"\" \"\(footer)\" \"User Commands\"")
  }

  /// Begins a section.
  mutating func section(_ title: String) { line(".SH \(Self.escaped(title))") }

  /// Begins a part of a section.
  mutating func part(_ title: String) { line(".SS \(Self.escaped(title))") }

  /// Adds a paragraph.
  mutating func paragraph(_ words: String) {
    line(".PP")
    running(words)
  }

  /// Adds text with line ends; indented lines are examples and stay as they are.
  mutating func discussion(_ words: String) {
    var isExample = false
    line(".PP")
    for source in words.split(separator: "\n", omittingEmptySubsequences: false) {
      let isIndented = source.hasPrefix("  ")
      if isIndented != isExample { line(isIndented ? ".PP\n.RS 4\n.nf" : ".fi\n.RE") }
      isExample = isIndented
      if source.isEmpty {
        line(".PP")
      } else {
        running(isIndented ? String(source.drop { $0 == " " }) : String(source))
      }
    }
    if isExample { line(".fi\n.RE") }
  }

  /// Adds a term in bold type and what it means.
  mutating func item(_ term: String, _ meaning: String) {
    line(".TP\n\\fB\(Self.escaped(term))\\fR")
    running(meaning)
  }

  /// Adds a line of an example.
  mutating func example(_ command: String, _ meaning: String) {
    line(".TP\n\\fB\(Self.escaped(command))\\fR")
    running(meaning)
  }

  private mutating func running(_ words: String) {
    let escaped = Self.escaped(words)
    // At the start of a line these are macros.
    line(escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped)
  }

  private mutating func line(_ line: String) { text += line + "\n" }

  /// Text in which nothing is taken for a macro, and what is not ASCII is named.
  static func escaped(_ words: String) -> String {
    var escaped = ""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "'": escaped += "\\(aq"
      case "`": escaped += "\\(ga"
      case "^": escaped += "\\(ha"
      case "~": escaped += "\\(ti"
      case _ where scalar.isASCII: escaped.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        escaped += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
      }
    }
    return escaped
  }
}
