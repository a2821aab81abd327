import CableArchive
import TerminalUI

// Facets and the chart of months: what is chosen there becomes text of the query.
extension BrowserState {
  /// Shows the best passage under each cable of a search, or takes it away.
  mutating func togglePassages() -> [Effect] {
    configuration.settings.showsPassages.toggle()
    rearrange()
    if configuration.settings.showsPassages, finder.isEmpty {
      say("Passages show in searches for words")
    } else if !configuration.settings.showsPassages {
      say("No passages")
    }
    return fetchMissing()
  }

  /// Shows the values of a facet in the result at hand.
  mutating func showFacets(_ name: String) -> [Effect] {
    var panel = FacetPanel()
    if !name.isEmpty {
      guard let facet = Facet(rawValue: name) else {
        complain("There is no facet \(name); class, from, tag, year, month and label are facets")
        return []
      }
      guard facet != .label || facetTabs.contains(.label) else {
        say("There are no labels yet: \(keymap.keys(of: .label).first ?? ":label") gives them")
        return []
      }
      panel.facet = facet
    }
    return count(panel)
  }

  /// Shows the chart of months.
  mutating func showChart() -> [Effect] {
    overlay = .chart(ChartPanel())
    return countFacet(.month, list.query)
  }

  private mutating func count(_ panel: FacetPanel) -> [Effect] {
    overlay = .facets(panel)
    // Without the terms of its own field a facet shows what else there would be to choose.
    var narrowing = Narrowing(list.queryText)
    narrowing.clear(field: panel.facet.field)
    guard case .success(let query) = Query.parse(narrowing.text) else { return [] }
    return countFacet(panel.facet, query)
  }

  private mutating func countFacet(_ facet: Facet, _ query: Query) -> [Effect] {
    facetGeneration += 1
    return [.countFacet(facet, query, generation: facetGeneration)]
  }

  /// Takes the counts that were asked for.
  mutating func take(_ counts: [FacetCount]) -> [Effect] {
    switch overlay {
    case .facets(var panel):
      let kept = panel.choice?.value
      panel.counts = counts
      panel.selected =
        counts.firstIndex { $0.value == kept }
        ?? max(0, min(panel.selected, counts.count - 1))
      overlay = .facets(panel)
    case .chart(var panel):
      panel.counts = counts
      panel.selected = max(0, chart(of: panel).bars.count - 1)
      overlay = .chart(panel)
    default: break
    }
    return []
  }

  /// The bars of the chart at the width of the screen.
  func chart(of panel: ChartPanel) -> DateChart {
    DateChart(panel.counts ?? [], columns: ChartView.barColumns(in: size))
  }

  /// Goes to another facet.
  mutating func stepFacet(by step: Int) -> [Effect] {
    guard case .facets(var panel) = overlay,
      let index = facetTabs.firstIndex(of: panel.facet)
    else { return [] }
    let count = facetTabs.count
    panel.facet = facetTabs[((index + step) % count + count) % count]
    panel.counts = nil
    panel.selected = 0
    return self.count(panel)
  }

  /// Lets the chosen value in or keeps it out, or lets it go again.
  mutating func toggleFacet(isExcluded: Bool) -> [Effect] {
    guard case .facets(let panel) = overlay, let choice = panel.choice else { return [] }
    return narrow { $0.toggle(choice.term, isExcluded: isExcluded) } + count(panel)
  }

  /// Changes what narrows the query, and remembers what was not typed.
  private mutating func narrow(_ change: (inout Narrowing) -> Void) -> [Effect] {
    let before = Narrowing(list.queryText)
    var narrowing = before
    change(&narrowing)
    let added = narrowing.values.subtracting(before.values)
    let known = placed[list.queryText] ?? []
    if placed.count > 500 { placed = [:] }
    placed[narrowing.text] = known.union(added).intersection(narrowing.values)
    return search(narrowing.text, keeping: list.selectedRow?.rowID)
  }

  /// Takes out of the query what facets and charts put there; what was typed stays.
  mutating func clearNarrowing() -> [Effect] {
    let narrowing = Narrowing(list.queryText)
    let placed = (placed[list.queryText] ?? []).intersection(narrowing.values)
    guard !placed.isEmpty else {
      say(
        narrowing.terms.isEmpty
          ? "The query narrows by no facet"
          : "These filters were typed, not put there by facets; Esc takes the whole search away")
      return []
    }
    let effects = narrow { $0.remove(placed) }
    guard case .facets(let panel) = overlay else { return effects }
    return effects + count(panel)
  }

  /// Takes what is chosen and closes the panel.
  mutating func chooseNarrowing() -> [Effect] {
    switch overlay {
    case .facets(let panel):
      overlay = nil
      guard let choice = panel.choice else { return [] }
      // What was let in with Space stays; Enter on it only closes.
      guard Narrowing(list.queryText).isExcluded(choice.term) == nil else { return [] }
      return narrow { $0.toggle(choice.term, isExcluded: false) }
    case .chart(let panel):
      overlay = nil
      let bars = chart(of: panel).bars
      guard bars.indices.contains(panel.selected) else { return [] }
      return narrow { $0.set(period: bars[panel.selected].period) }
    default: return []
    }
  }

  /// Moves the choice in the panel that is open.
  mutating func moveInNarrowing(to row: Int) -> [Effect] {
    switch overlay {
    case .facets(var panel):
      panel.selected = max(0, min(row, (panel.counts?.count ?? 0) - 1))
      overlay = .facets(panel)
    case .chart(var panel):
      panel.selected = max(0, min(row, chart(of: panel).bars.count - 1))
      overlay = .chart(panel)
    default: break
    }
    return []
  }

  /// Selects the first cable of the list that was sent on a date or, if none was, the next before it in the list.
  mutating func goToDate(_ text: String) -> [Effect] {
    guard let span = RowSpan(date: text) else {
      complain("\(text) is no date; 2003, 2003-10 and 2003-10-14 are")
      return []
    }
    guard list.order != .mostRelevant else {
      complain("A list by relevance has no place for a date; :sort newest")
      return []
    }
    guard let rowIDs = list.rowIDs else {
      say("The list is still being read")
      return []
    }
    let rank =
      list.order == .oldestFirst
      ? rowIDs.firstIndex { $0 >= span.first } : rowIDs.firstIndex { $0 <= span.last }
    guard let rank else {
      say("The list holds nothing as \(list.order == .oldestFirst ? "late" : "early") as \(text)")
      return select(list.knownCount - 1)
    }
    if !span.contains(rowIDs[rank]) { say("No cable of \(text) in the list; this is the next one") }
    return select(rank)
  }

  /// Puts the list into another order; the cable at hand stays selected.
  mutating func sort(_ name: String) -> [Effect] {
    let orders = SortOrder.allCases
    if name.isEmpty {
      let index = orders.firstIndex(of: list.order) ?? 0
      list.order = orders[(index + 1) % orders.count]
    } else {
      let names = orders.map(\.name)
      guard let index = names.firstIndex(of: name) else {
        complain("There is no order \(name); \(names.joined(separator: ", ")) are")
        return []
      }
      list.order = orders[index]
    }
    say("Sorted: \(list.order.rawValue)")
    return search(list.query, keeping: list.selectedRow?.rowID)
  }
}
