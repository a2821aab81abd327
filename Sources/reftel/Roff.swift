/// A manual page while it is put together, in the macros of man(7).
struct Roff {
  /// The page so far.
  private(set) var source = ""
  /// Whether a new paragraph begins with the next words.
  private var isBreakDue = false

  /// Begins a page.
  init(title: String, section: Int, footer: String) {
    line(".TH \(title) \(section) \"\" \"\(footer)\" \"User Commands\"")
  }

  /// Begins a section.
  mutating func section(_ title: String) {
    line(".SH \(Self.escaped(title))")
    isBreakDue = false
  }

  /// Begins a part of a section.
  mutating func part(_ title: String) {
    line(".SS \(Self.escaped(title))")
    isBreakDue = false
  }

  /// Adds a paragraph.
  mutating func paragraph(_ words: String) {
    running(words)
    isBreakDue = true
  }

  /// Adds text with line ends; indented lines are examples and stay as they are.
  mutating func discussion(_ words: String) {
    var isExample = false
    for row in words.split(separator: "\n", omittingEmptySubsequences: false) {
      if row.isEmpty {
        isBreakDue = true
        continue
      }
      let isIndented = row.hasPrefix("  ")
      if isIndented != isExample {
        line(isIndented ? ".sp\n.RS 4\n.nf" : ".fi\n.RE")
        isBreakDue = !isIndented
      }
      isExample = isIndented
      if isIndented {
        text(Self.escaped(String(row.drop { $0 == " " })))
      } else {
        running(String(row))
      }
    }
    if isExample { line(".fi\n.RE") }
    isBreakDue = true
  }

  /// Adds a term in bold type and what it means.
  mutating func item(_ term: String, _ meaning: String) {
    line(".TP\n\\fB\(Self.escaped(term))\\fR")
    isBreakDue = false
    running(meaning)
    isBreakDue = true
  }

  /// Adds words, in lines that are short as man(7) wants them.
  private mutating func running(_ words: String) {
    if isBreakDue { line(".PP") }
    isBreakDue = false
    var row = ""
    for word in Self.escaped(words).split(separator: " ") {
      if !row.isEmpty, row.utf8.count + word.utf8.count >= 78 {
        text(row)
        row = ""
      }
      row += row.isEmpty ? String(word) : " " + word
    }
    if !row.isEmpty { text(row) }
  }

  /// Adds a line of text, which must not be taken for a macro.
  private mutating func text(_ row: String) {
    line(row.hasPrefix(".") || row.hasPrefix("'") ? "\\&" + row : row)
  }

  private mutating func line(_ line: String) { source += line + "\n" }

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
