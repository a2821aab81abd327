import CableSources

/// Everything a source yields, sorted into what tests look at.
struct CollectedItems {
  private(set) var items: [SourceItem] = []

  init(_ source: CableSource) {
    source.read { item in
      items.append(item)
      return true
    }
  }

  init(_ paths: String..., limits: SourceLimits = SourceLimits()) {
    self.init(CableSource(paths: paths, limits: limits))
  }

  var records: [RawRecord] {
    items.compactMap { if case .record(let record) = $0 { record } else { nil } }
  }

  var problems: [SourceProblem] {
    items.compactMap { if case .problem(let problem) = $0 { problem } else { nil } }
  }

  var texts: [String] { records.map { String(decoding: $0.bytes, as: UTF8.self) } }

  var kinds: [SourceProblem.Kind] { problems.map(\.kind) }
}
