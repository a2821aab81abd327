import TerminalUI

extension Theme {
  /// A part of the screen that has a look of its own, by the name a configuration gives it.
  enum Part: String, Sendable, CaseIterable {
    case text
    case dim
    case title
    case link
    case selectedLink = "selected-link"
    case hit
    case currentHit = "current-hit"
    case found
    case currentFound = "current-found"
    case selectedRow = "selected-row"
    case unfocusedRow = "unfocused-row"
    case paneTitle = "pane-title"
    case focusedTitle = "focused-title"
    case error
    case key
    case unclassified
    case confidential
    case secret
    case topSecret = "top-secret"
  }

  private static let places: [Part: any WritableKeyPath<Theme, Style> & Sendable] = [
    .text: \.plain, .dim: \.dim, .title: \.title, .link: \.link, .selectedLink: \.selectedLink,
    .hit: \.hit, .currentHit: \.currentHit, .found: \.found,
    .currentFound: \.currentFound, .selectedRow: \.selectedRow,
    .unfocusedRow: \.unfocusedRow, .paneTitle: \.paneTitle, .focusedTitle: \.focusedPaneTitle,
    .error: \.error, .key: \.key, .unclassified: \.unclassified, .confidential: \.confidential,
    .secret: \.secret, .topSecret: \.topSecret,
  ]

  /// The look of a part.
  subscript(part: Part) -> Style {
    get { Self.places[part].map { self[keyPath: $0] } ?? plain }
    set { if let place = Self.places[part] { self[keyPath: place] = newValue } }
  }
}
