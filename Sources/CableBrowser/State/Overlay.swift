/// What lies over the panes.
enum Overlay: Sendable {
  /// A text to read: help, warnings, messages.
  case text(title: String, document: Document, top: Int)
  /// A choice of links.
  case picker(Picker)
  /// The choice among all commands.
  case palette(CommandPalette)
  /// Keys and commands.
  case help(HelpPage)
  /// The values of a facet, for narrowing.
  case facets(FacetPanel)
  /// The months of the result as bars.
  case chart(ChartPanel)
  /// The two ends of a reference.
  case ends(Comparison)
}
