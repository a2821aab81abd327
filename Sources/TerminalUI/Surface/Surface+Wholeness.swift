extension Surface {
  /// What is broken about the grid; nil where every cell can be sent to a terminal as it is.
  ///
  /// A whole grid has a glyph in each cell, none of them a control character or one that reorders or hides text; every wide
  /// character has both its halves, on one row, and nothing else is a right half.
  ///
  /// - Complexity: O(n) in the cells.
  package var defect: String? {
    guard cells.count == size.columns * size.rows else {
      return "\(cells.count) cells for \(size.columns)×\(size.rows)"
    }
    for index in cells.indices {
      let (row, column) = (index / size.columns, index % size.columns)
      func defect(_ what: String) -> String { "\(what) at column \(column) of row \(row)" }
      if cells[index].isContinuation {
        guard column > 0, columns(at: index - 1) == 2 else { return defect("half a character") }
        continue
      }
      let scalars = scalars(of: cells[index])
      guard let base = scalars.first else { return defect("nothing") }
      for scalar in scalars {
        // A mark is drawn as itself; whatever must not be sent would be drawn as something else.
        guard scalar >= 0x20, Glyph(displaying: scalar).scalar == scalar else {
          return defect("U+" + String(scalar, radix: 16))
        }
      }
      if Glyph(displaying: base).columns == 2 {
        guard column + 1 < size.columns, cells[index + 1].isContinuation else {
          return defect("a wide character without its right half")
        }
      }
    }
    return nil
  }

  private func columns(at index: Int) -> Int {
    scalars(of: cells[index]).first.map { Glyph(displaying: $0).columns } ?? 0
  }
}
