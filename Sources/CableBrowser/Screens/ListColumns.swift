/// Where the chosen columns stand in a row of the list.
///
/// The subject takes what the others leave, or the last column where there is no subject. Widths do not depend on the
/// rows in sight, so that nothing moves while the list scrolls.
struct ListColumns {
  /// A column with its place, from the left edge of the list.
  struct Place: Equatable {
    var column: ListColumn
    var start: Int
    var columns: Int
  }

  /// The least that a subject is worth showing in.
  private static let leastSubject = 8

  private(set) var places: [Place] = []

  /// Lays columns out in a width; what matters least makes way where the subject would not be seen.
  init(_ chosen: [ListColumn], list: ListState, columns: Int) {
    var shown = chosen
    var areMarksShort = false
    func width(_ column: ListColumn) -> Int {
      column == .marks && areMarksShort ? 1 : Self.width(column, list)
    }
    func isTight() -> Bool {
      let fixed = shown.filter { $0 != .subject }.map { width($0) + 1 }.reduce(1, +)
      return fixed + (shown.contains(.subject) ? Self.leastSubject : 0) > columns
    }
    for spare in [ListColumn.tags, .post, .cited] where isTight() && shown.count > 1 {
      shown.removeAll { $0 == spare }
    }
    areMarksShort = isTight()
    if isTight(), shown.count > 1 { shown.removeAll { $0 == .marks } }
    // The first column of the list is the mark of the selected row.
    var start = 1
    let elastic = shown.firstIndex(of: .subject) ?? shown.count - 1
    for (index, column) in shown.enumerated() {
      let rest = shown[(index + 1)...].map { width($0) + 1 }.reduce(0, +)
      let width =
        index == elastic ? max(0, columns - start - rest) : width(column)
      places.append(Place(column: column, start: start, columns: min(width, columns - start)))
      // The date ends with its own mark, which is a blank where nothing was concluded.
      start += width + (column == .date ? 0 : 1)
    }
    places.removeAll { $0.columns <= 0 }
  }

  private static func width(_ column: ListColumn, _ list: ListState) -> Int {
    switch column {
    case .marks: 3
    case .date: 11
    case .classification: 1
    case .id: list.idColumns
    case .post: list.postColumns
    case .subject: 0
    case .tags: 16
    case .cited: 4
    }
  }
}
