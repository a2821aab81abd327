import CableArchive
import Glibc

/// Measures the searches of an archive, beside the same statements through the C interface.
struct ArchiveSearches {
  let archive: Archive
  let plain: PlainSQLite
  let words: BenchWords
  let rounds: Int

  private static let pageSize = 50

  /// First pages of all queries, by kind, and over all of them.
  func measurePages(
    _ kinds: inout Figures, _ figures: inout Figures, name: String = "",
    goal: String = "p95 ≤ 8, max ≤ 50 ms"
  ) throws {
    var order: [String] = []
    var ours: [String: [Double]] = [:]
    var theirs: [String: [Double]] = [:]
    var compared: [String: [Double]] = [:]
    var spent: [Double] = []
    for query in words.queries {
      if ours[query.kind] == nil { order.append(query.kind) }
      for _ in 0..<rounds {
        let before = AskCommand.milliseconds(of: CLOCK_THREAD_CPUTIME_ID)
        // As for a key: what was typed is read, then asked.
        let time = try milliseconds {
          _ = try archive.page(try query.parsed(), limit: Self.pageSize)
        }
        spent.append(AskCommand.milliseconds(of: CLOCK_THREAD_CPUTIME_ID) - before)
        ours[query.kind, default: []].append(time)
        guard let match = query.match, !query.isTyped else { continue }
        compared[query.kind, default: []].append(time)
        theirs[query.kind, default: []].append(try milliseconds { try plainPage(match) })
      }
    }
    var ratios: [Double] = []
    for kind in order {
      let times = ours[kind] ?? []
      let base = theirs[kind].map { $0.percentile(0.5) }
      let ratio = base.map { (compared[kind] ?? []).percentile(0.5) / $0 }
      if let ratio { ratios.append(ratio) }
      kinds.add(
        kind, times.percentile(0.5).rounded(to: 2), times.percentile(0.95).rounded(to: 2),
        (times.max() ?? 0).rounded(to: 2), base?.rounded(to: 2) ?? "–",
        ratio.map { $0.rounded(to: 2) + " ×" } ?? "–")
    }
    let all = ours.values.flatMap { $0 }
    figures.add(
      "\(name)key to first page, \(words.queries.count) queries",
      "p50 \(all.percentile(0.5).rounded(to: 2)), p95 \(all.percentile(0.95).rounded(to: 2)), "
        + "max \((all.max() ?? 0).rounded(to: 1)) ms", goal)
    figures.add(
      "\(name)processor time of it",
      "p50 \(spent.percentile(0.5).rounded(to: 2)), p95 \(spent.percentile(0.95).rounded(to: 2)), "
        + "max \((spent.max() ?? 0).rounded(to: 1)) ms", "–")
    figures.add(
      "\(name)page against C SQLite",
      ratios.percentile(0.5).rounded(to: 2) + " × (median of kinds)",
      "≤ 1.5 ×")
    guard name.isEmpty else { return }
    let prefixes = try words.queries.filter { $0.isTyped && $0.match != nil }.map { query in
      try milliseconds { try plainPage(query.match ?? "") }
    }
    figures.add(
      "the same beginnings as x* in C SQLite",
      "p50 \(prefixes.percentile(0.5).rounded(to: 1)), max \((prefixes.max() ?? 0).rounded(to: 0)) ms",
      "–")
  }

  /// Counts, facets and pages deep within results.
  func measureWhole(_ figures: inout Figures) throws {
    for (name, word) in [
      ("30 %", words.common[0]), ("the most common", words.mostCommon[0]),
    ] {
      let query = try Query.parse(word).get()
      figures.add("count, word in \(name)", try median { _ = try archive.count(query) }, "–")
      figures.add(
        "all facets, word in \(name)",
        try median { _ = try archive.facets(query, by: Facet.allCases) }, "–")
      let rowIDs = try archive.rowIDs(query)
      let middle = PageAnchor(rowID: rowIDs[rowIDs.count / 2])
      figures.add(
        "page in the middle, word in \(name)",
        try median { _ = try archive.page(query, after: middle, limit: Self.pageSize) }, "≤ 8 ms")
      figures.add(
        "last page, word in \(name)",
        try median { _ = try archive.page(query, before: .end, limit: Self.pageSize) }, "≤ 8 ms")
    }
  }

  /// The rows of first pages by relevance, beside those of bm25 of an index of the same cables as SQLite makes it by itself.
  func measureRelevance(against naive: PlainSQLite, _ figures: inout Figures) throws {
    for (name, word) in [
      ("1 %", words.onePercent[0]), ("30 %", words.common[0]),
      ("the most common", words.mostCommon[0]),
    ] {
      let query = try Query.parse(word).get()
      let ours = try times {
        _ = try archive.rowIDs(query, order: .mostRelevant, limit: Self.pageSize)
      }.percentile(0.5)
      let theirs = try times {
        try naive.run(
          "SELECT rowid FROM cable WHERE cable MATCH ? ORDER BY rank LIMIT 50",
          [.text(Array("\"\(word)\"".utf8))])
      }.percentile(0.5)
      figures.add(
        "relevance, word in \(name)",
        "\(ours.rounded(to: 1)) ms, bm25 \(theirs.rounded(to: 1)) ms, "
          + "1/\((theirs / ours).rounded(to: 1))", "≤ 1/6 of bm25")
    }
  }

  private func plainPage(_ match: String) throws {
    let rowIDs = try plain.run(
      "SELECT rowid FROM cable_text WHERE cable_text MATCH ? ORDER BY rowid DESC LIMIT 51",
      [.text(Array(match.utf8))])
    _ = try plain.fetch(
      """
      SELECT c.*, p.key, o.key, (SELECT count(DISTINCT r.cable) FROM reference r
        WHERE r.post = c.post AND r.year = c.year AND r.number = c.number)
      FROM cable c LEFT JOIN post p ON p.id = c.post LEFT JOIN post o ON o.id = c.origin
      WHERE c.id = ?
      """, rowIDs: Array(rowIDs.prefix(Self.pageSize)))
  }

  private func median(_ work: () throws -> Void) throws -> String {
    try times(work).percentile(0.5).rounded(to: 2) + " ms"
  }

  private func times(_ work: () throws -> Void) throws -> [Double] {
    try (0..<rounds).map { _ in try milliseconds(work) }
  }

  private func milliseconds(_ work: () throws -> Void) rethrows -> Double {
    let start = ContinuousClock.now
    try work()
    return (ContinuousClock.now - start).milliseconds
  }
}
