import CableArchive
import CableNotebook

/// The values of a facet in the result at hand, while they are shown for narrowing it.
struct FacetPanel: Sendable {
  /// The facets of cables, in the order of their tabs.
  static let tabs: [Facet] = [.classification, .from, .tag, .year, .month]

  /// The facet that shows.
  var facet = Facet.classification
  /// Its values; nil until they are counted.
  var counts: [FacetCount]?
  /// The chosen row.
  var selected = 0

  /// The chosen value.
  var choice: FacetCount? {
    counts.flatMap { $0.indices.contains(selected) ? $0[selected] : nil }
  }
}

extension Facet {
  /// What the tab of the facet is called.
  var title: String {
    switch self {
    case .classification: "Class"
    case .from: "From"
    case .tag: "TAGS"
    case .year: "Year"
    case .month: "Month"
    case .label: "Labels"
    }
  }

  /// The field that narrows by it.
  var field: String {
    switch self {
    case .classification: "class"
    case .from: "from"
    case .tag: "tag"
    case .year, .month: "date"
    case .label: "label"
    }
  }
}

extension BrowserState {
  /// The tabs of facets; labels have one where there are any.
  var facetTabs: [Facet] { FacetPanel.tabs + (notebook.labels.isEmpty ? [] : [.label]) }
}
