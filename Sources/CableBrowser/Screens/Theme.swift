import Cables
import TerminalUI

/// The look of everything on the screen; colour is always doubled by a letter, a word or an attribute.
struct Theme: Sendable, Equatable {
  /// Text, and the ground that everything stands on.
  var plain = Style.plain
  var dim = Style(attributes: .dim)
  var title = Style(attributes: .bold)
  var link = Style(attributes: .underline)
  var selectedLink = Style(attributes: [.reverse, .underline])
  var hit = Style(foreground: .yellow, attributes: .reverse)
  /// The hit gone to last.
  var currentHit = Style(foreground: .yellow, attributes: [.reverse, .bold, .underline])
  /// A hit of what is found in one cable.
  var found = Style(foreground: .cyan, attributes: [.reverse, .bold])
  var currentFound = Style(foreground: .cyan, attributes: [.reverse, .bold, .underline])
  var selectedRow = Style(attributes: .reverse)
  var unfocusedRow = Style(attributes: .bold)
  var paneTitle = Style(attributes: .dim)
  var focusedPaneTitle = Style(attributes: .bold)
  var error = Style(foreground: .red, attributes: .bold)
  var key = Style(attributes: .bold)
  // The colours of the American marking system; the level's letter or word stands beside them.
  var unclassified = Style(foreground: .green)
  var confidential = Style(foreground: .blue)
  var secret = Style(foreground: .red)
  var topSecret = Style(foreground: .yellow, attributes: .bold)

  /// The terminal's own colours.
  static let standard = Theme()

  /// The look of a level.
  func style(_ classification: Classification) -> Style {
    switch classification {
    case .unclassified, .limitedOfficialUse: unclassified
    case .confidential: confidential
    case .secret: secret
    case .topSecret: topSecret
    }
  }

  func style(_ role: Document.Role) -> Style {
    switch role {
    case .plain: plain
    case .title: title
    case .label, .dim: dim
    case .heading: title
    case .number: title
    case .signature: plain
    case .classified(let classification): style(classification)
    case .link: link
    case .absentLink: link.adding(dim)
    case .deadLink: dim
    }
  }
}
