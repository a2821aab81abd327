import TerminalUI

extension Theme {
  /// The themes that come with the browser.
  enum Name: String, Sendable, CaseIterable {
    /// The terminal's own colours, readable on light and on dark.
    case terminal
    case dark
    case light
    case highContrast = "high-contrast"
    /// Attributes alone.
    case mono
  }

  /// Creates the theme of a name.
  init(_ name: Name) {
    switch name {
    case .terminal: self.init()
    case .dark: self = .dark
    case .light: self = .light
    case .highContrast: self = .highContrast
    case .mono: self = .mono
    }
  }

  static let mono: Theme = {
    var theme = Theme()
    for part in Part.allCases { theme[part] = Style(attributes: theme[part].attributes) }
    return theme
  }()

  private static let dark: Theme = {
    var theme = Theme()
    theme.plain = Style(foreground: .indexed(252), background: .indexed(234))
    theme.dim = Style(foreground: .indexed(245))
    theme.title = Style(foreground: .brightWhite, attributes: .bold)
    theme.link = Style(foreground: .indexed(117), attributes: .underline)
    theme.selectedLink = Style(
      foreground: .black, background: .indexed(117), attributes: .underline)
    theme.hit = Style(foreground: .black, background: .indexed(221))
    theme.currentHit = Style(
      foreground: .black, background: .indexed(214), attributes: [.bold, .underline])
    theme.found = Style(foreground: .black, background: .indexed(80))
    theme.currentFound = Style(
      foreground: .black, background: .indexed(87), attributes: [.bold, .underline])
    theme.selectedRow = Style(foreground: .brightWhite, background: .indexed(24))
    theme.unfocusedRow = Style(background: .indexed(238), attributes: .bold)
    theme.paneTitle = theme.dim
    theme.focusedPaneTitle = theme.title
    theme.error = Style(foreground: .indexed(210), attributes: .bold)
    theme.key = Style(foreground: .indexed(180), attributes: .bold)
    theme.unclassified = Style(foreground: .indexed(114))
    theme.confidential = Style(foreground: .indexed(75))
    theme.secret = Style(foreground: .indexed(210))
    theme.topSecret = Style(foreground: .indexed(215), attributes: .bold)
    return theme
  }()

  private static let light: Theme = {
    var theme = Theme()
    theme.plain = Style(foreground: .indexed(235), background: .indexed(255))
    theme.dim = Style(foreground: .indexed(242))
    theme.title = Style(foreground: .black, attributes: .bold)
    theme.link = Style(foreground: .indexed(25), attributes: .underline)
    theme.selectedLink = Style(
      foreground: .brightWhite, background: .indexed(25), attributes: .underline)
    theme.hit = Style(foreground: .black, background: .indexed(221))
    theme.currentHit = Style(
      foreground: .black, background: .indexed(214), attributes: [.bold, .underline])
    theme.found = Style(foreground: .black, background: .indexed(123))
    theme.currentFound = Style(
      foreground: .black, background: .indexed(51), attributes: [.bold, .underline])
    theme.selectedRow = Style(foreground: .black, background: .indexed(81))
    theme.unfocusedRow = Style(background: .indexed(252), attributes: .bold)
    theme.paneTitle = theme.dim
    theme.focusedPaneTitle = theme.title
    theme.error = Style(foreground: .indexed(124), attributes: .bold)
    theme.key = Style(foreground: .indexed(94), attributes: .bold)
    theme.unclassified = Style(foreground: .indexed(22))
    theme.confidential = Style(foreground: .indexed(25))
    theme.secret = Style(foreground: .indexed(124))
    theme.topSecret = Style(foreground: .indexed(130), attributes: .bold)
    return theme
  }()

  private static let highContrast: Theme = {
    var theme = Theme()
    theme.plain = Style(foreground: .brightWhite, background: .black)
    theme.dim = Style(foreground: .white)
    theme.title = Style(foreground: .brightWhite, attributes: .bold)
    theme.link = Style(foreground: .brightCyan, attributes: .underline)
    theme.selectedLink = Style(
      foreground: .black, background: .brightCyan, attributes: [.bold, .underline])
    theme.hit = Style(foreground: .black, background: .brightYellow, attributes: .bold)
    theme.currentHit = Style(
      foreground: .black, background: .brightGreen, attributes: [.bold, .underline])
    theme.found = Style(foreground: .black, background: .brightCyan, attributes: .bold)
    theme.currentFound = Style(
      foreground: .black, background: .brightMagenta, attributes: [.bold, .underline])
    theme.selectedRow = Style(foreground: .black, background: .brightWhite, attributes: .bold)
    theme.unfocusedRow = Style(attributes: [.bold, .underline])
    theme.paneTitle = Style(foreground: .white)
    theme.focusedPaneTitle = Style(foreground: .brightYellow, attributes: .bold)
    theme.error = Style(foreground: .brightWhite, background: .red, attributes: .bold)
    theme.key = Style(foreground: .brightYellow, attributes: .bold)
    theme.unclassified = Style(foreground: .brightGreen, attributes: .bold)
    theme.confidential = Style(foreground: .brightCyan, attributes: .bold)
    theme.secret = Style(foreground: .brightRed, attributes: .bold)
    theme.topSecret = Style(foreground: .brightYellow, attributes: .bold)
    return theme
  }()
}
