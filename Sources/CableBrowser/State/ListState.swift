import CableArchive

/// The list pane: the result of a query, a row of it selected.
///
/// Rows are known by rank. The first rows of a result come with it; others are fetched when they are shown.
struct ListState: Sendable {
  /// The query as typed; its parsed form is what is shown.
  var queryText = ""
  var query = Query.all
  /// The order of what is shown.
  var order = SortOrder.newestFirst
  /// Rows that have been fetched, by rank.
  var rows: [Int: ListRow] = [:]
  /// Row ids of the whole result, once they are there.
  var rowIDs: [Int64]?
  /// Rows known to exist.
  var knownCount = 0
  /// Whether `knownCount` is all.
  var isCountKnown = false
  /// Rank of the selected row.
  var selected = 0
  /// Rank of the first row shown.
  var top = 0
  /// The widest id seen, in characters.
  var idColumns = 10
  /// The widest post seen, in characters.
  var postColumns = 4
  /// TAGS of rows that have been shown, by row id.
  var tags: [Int64: [String]] = [:]

  /// The best passages of rows that have been shown, by row id; empty where there is none or it is under way.
  var passages: [Int64: String] = [:]

  var selectedRow: ListRow? { rows[selected] }

  /// The id of the selected row, whether the row has been fetched or not.
  var selectedRowID: Int64? {
    if let row = rows[selected] { return row.rowID }
    guard let rowIDs, rowIDs.indices.contains(selected) else { return nil }
    return rowIDs[selected]
  }

  var isEmpty: Bool { knownCount == 0 }

  /// The rank of a row, if it is known to be in the result.
  func rank(of rowID: Int64) -> Int? {
    if let rowIDs { return rowIDs.firstIndex(of: rowID) }
    return rows.first { $0.value.rowID == rowID }?.key
  }

  /// Takes the first rows of a new result.
  mutating func show(_ page: [ListRow], isComplete: Bool) {
    rows = Dictionary(uniqueKeysWithValues: page.enumerated().map { ($0.offset, $0.element) })
    rowIDs = isComplete ? page.map(\.rowID) : nil
    knownCount = page.count
    passages = [:]
    isCountKnown = isComplete
    // Those that were asked for and not there yet are asked for again.
    tags = tags.filter { !$0.value.isEmpty }
    // Wide enough for every id of the page; a rare longer one is cut, so that columns stay put.
    let longest = page.lazy.map(\.name.count).max() ?? 0
    idColumns = min(max(idColumns, longest), 14)
    postColumns = min(max(postColumns, page.lazy.compactMap { $0.post?.count }.max() ?? 0), 12)
  }

  /// Takes the ids of the whole result.
  mutating func list(_ rowIDs: [Int64]) {
    self.rowIDs = rowIDs
    knownCount = rowIDs.count
    isCountKnown = true
  }

  /// Takes the ids of a result that has grown; the selected row stays where it is on the screen, and rows around it are shown as they
  /// were until they have been fetched again.
  ///
  /// - Returns: Whether the selected row is in the result still.
  mutating func relist(_ page: [ListRow], _ rowIDs: [Int64], visibleRows: Int) -> Bool {
    let old = self
    show(page, isComplete: false)
    list(rowIDs)
    guard let kept = old.selectedRowID, let rank = rank(of: kept) else { return false }
    let known = Dictionary(
      old.rows.lazy.filter { abs($0.key - old.top) <= 2 * visibleRows }.map {
        ($0.value.rowID, $0.value)
      },
      uniquingKeysWith: { first, _ in first })
    top = max(0, rank - (old.selected - old.top))
    for near in max(0, top - visibleRows)..<min(rowIDs.count, top + 2 * visibleRows)
    where rows[near] == nil {
      rows[near] = known[rowIDs[near]]
    }
    select(rank, visibleRows: visibleRows)
    return true
  }

  /// Takes fetched rows.
  mutating func take(_ fetched: [ListRow]) {
    guard let rowIDs else { return }
    let byID = Dictionary(fetched.map { ($0.rowID, $0) }, uniquingKeysWith: { first, _ in first })
    // Far rows are let go of, so that paging through an archive does not collect it in memory.
    if rows.count > 4_000 { rows = rows.filter { abs($0.key - top) < 1_000 } }
    let near = max(0, top - 500)..<min(rowIDs.count, top + 1_000)
    for rank in near {
      if let row = byID[rowIDs[rank]] { rows[rank] = row }
    }
  }

  /// Selects a rank, clamped, and keeps it within the rows shown.
  mutating func select(_ rank: Int, visibleRows: Int) {
    selected = max(0, min(rank, knownCount - 1))
    keepSelectionVisible(visibleRows)
  }

  mutating func keepSelectionVisible(_ visibleRows: Int) {
    let visible = max(1, visibleRows)
    if selected < top { top = selected }
    if selected >= top + visible { top = selected - visible + 1 }
    top = max(0, min(top, max(0, knownCount - visible)))
  }

  /// Ids of rows that are about to be shown and not there yet.
  func missing(visibleRows: Int) -> [Int64] {
    guard let rowIDs else { return [] }
    let wanted = max(0, top - visibleRows)..<min(rowIDs.count, top + 2 * max(1, visibleRows))
    let visible = top..<min(rowIDs.count, top + max(1, visibleRows))
    let isVisibleMissing = visible.contains { rows[$0] == nil } || rows[selected] == nil
    guard isVisibleMissing else { return [] }
    var ranks = wanted.filter { rows[$0] == nil }
    if rowIDs.indices.contains(selected), rows[selected] == nil, !wanted.contains(selected) {
      ranks.append(selected)
    }
    return ranks.map { rowIDs[$0] }
  }
}
