/// The extent of a grid of cells.
public struct Size: Hashable, Sendable {
  /// Cells from left to right.
  public var columns: Int
  /// Cells from top to bottom.
  public var rows: Int

  /// Creates a size; negative extents count as zero.
  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}

/// The place of a cell, counted from the upper left corner, which is column 0 of row 0.
public struct Point: Hashable, Sendable {
  /// Cells to the left of this one.
  public var column: Int
  /// Cells above this one.
  public var row: Int

  /// Creates a point; it may lie outside of any surface.
  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// A block of cells.
public struct Rect: Hashable, Sendable {
  /// The leftmost column.
  public var column: Int
  /// The topmost row.
  public var row: Int
  /// The width in cells; nothing is in a rect whose width is zero or less.
  public var columns: Int
  /// The height in cells; nothing is in a rect whose height is zero or less.
  public var rows: Int

  /// Creates a block of cells.
  public init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    self.columns = columns
    self.rows = rows
  }

  /// Creates the block that starts at the upper left corner and has a size.
  public init(_ size: Size) {
    self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
  }

  /// Whether no cell is inside.
  public var isEmpty: Bool { columns <= 0 || rows <= 0 }

  /// The upper left cell.
  public var origin: Point { Point(column: column, row: row) }

  /// The extent without the place.
  public var size: Size { Size(columns: columns, rows: rows) }

  /// Tells whether a cell is inside.
  public func contains(_ point: Point) -> Bool {
    point.column >= column && point.column < column + columns
      && point.row >= row && point.row < row + rows
  }

  /// Returns the cells that two blocks share, an empty block where they share none.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Rect(
      column: left, row: top,
      columns: max(0, min(column + columns, other.column + other.columns) - left),
      rows: max(0, min(row + rows, other.row + other.rows) - top))
  }
}
