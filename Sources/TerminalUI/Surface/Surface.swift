/// A grid of cells: the only thing that screens draw into.
///
/// A surface is a value without a terminal behind it; tests compare its `text`, and `Terminal`
/// paints the cells that changed. What lies outside is cut off silently, so that a screen can be
/// drawn at any size. A wide character is never left in half: what loses a half becomes blanks.
///
///     var surface = Surface(size: Size(columns: 10, rows: 2))
///     surface.write("日本 naïve", at: Point(column: 1, row: 0), style: Style(attributes: .bold))
///     surface.text  // " 日本 naïv\n"
public struct Surface: Sendable {
  /// The extent of the grid.
  public let size: Size
  var cells: [Cell]
  /// Glyphs with marks on them, base first: the cells that show one hold its number.
  var clusters: [[UInt32]] = []

  /// Creates a surface of blanks.
  public init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  /// The block of all cells.
  public var bounds: Rect { Rect(size) }

  /// Fills a block with one character of one column; a wide one is replaced by a blank.
  public mutating func fill(_ rect: Rect, with character: Character = " ", style: Style = .plain) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    let cell = Cell(glyph: glyph(of: character), style: style.packed)
    for row in area.row..<area.row + area.rows {
      let start = row * size.columns + area.column
      mend(from: start, to: start + area.columns)
      for index in start..<start + area.columns { cells[index] = cell }
    }
  }

  /// Lays a style over what a block shows.
  public mutating func restyle(_ rect: Rect, adding style: Style) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    var known: (before: UInt32, after: UInt32) = (0, Style.plain.adding(style).packed)
    for row in area.row..<area.row + area.rows {
      let start = row * size.columns + area.column
      for index in start..<start + area.columns {
        if cells[index].style != known.before {
          known.before = cells[index].style
          known.after = Style(packed: known.before).adding(style).packed
        }
        cells[index].style = known.after
      }
    }
  }

  /// Gives every cell the colours of a style where it has the terminal's own.
  public mutating func ground(_ style: Style) {
    guard style.foreground != .standard || style.background != .standard else { return }
    var known: (before: UInt32, after: UInt32)?
    for index in cells.indices {
      let before = cells[index].style
      if known?.before != before {
        var after = Style(packed: before)
        if after.foreground == .standard { after.foreground = style.foreground }
        if after.background == .standard { after.background = style.background }
        known = (before, after.packed)
      }
      if let known { cells[index].style = known.after }
    }
  }

  /// Copies another surface onto this one, its upper left corner to a place.
  public mutating func draw(_ other: Surface, at origin: Point) {
    let area = Rect(
      column: origin.column, row: origin.row,
      columns: other.size.columns, rows: other.size.rows
    ).intersection(bounds)
    guard !area.isEmpty else { return }
    let firstCluster = UInt32(clusters.count)
    clusters += other.clusters
    for row in area.row..<area.row + area.rows {
      let start = row * size.columns + area.column
      let source =
        (row - origin.row) * other.size.columns + area.column - origin.column
      mend(from: start, to: start + area.columns)
      for offset in 0..<area.columns {
        var cell = other.cells[source + offset]
        if cell.cluster != nil { cell.glyph += firstCluster }
        cells[start + offset] = cell
      }
      // A wide character that the edge of the area cuts in half is not shown at all.
      if cells[start].isContinuation { cells[start].glyph = Cell.blank.glyph }
      let last = start + area.columns - 1
      let after = source + area.columns
      if area.column + area.columns - origin.column < other.size.columns,
        other.cells[after].isContinuation
      {
        cells[last].glyph = Cell.blank.glyph
      }
    }
  }

  /// Returns the text of a row without the blanks at its end; empty for a row outside.
  public func row(_ index: Int) -> String {
    guard index >= 0, index < size.rows else { return "" }
    let start = index * size.columns
    var end = start + size.columns
    while end > start, cells[end - 1].glyph == Cell.blank.glyph { end -= 1 }
    var text = String.UnicodeScalarView()
    for cell in cells[start..<end] where !cell.isContinuation {
      for scalar in scalars(of: cell) {
        text.append(Unicode.Scalar(scalar) ?? "\u{FFFD}")
      }
    }
    return String(text)
  }

  /// The rows from top to bottom with a line feed between each two.
  public var text: String {
    (0..<size.rows).map(row).joined(separator: "\n")
  }

  /// Returns the look of a cell; plain for a cell outside.
  public func style(at point: Point) -> Style {
    guard bounds.contains(point) else { return .plain }
    return Style(packed: cells[point.row * size.columns + point.column].style)
  }

  /// The scalars that a cell shows, the base first; none for the right half of a wide one.
  func scalars(of cell: Cell) -> [UInt32] {
    if cell.isContinuation { return [] }
    return cell.cluster.map { clusters[$0] } ?? [cell.glyph]
  }

  /// Blanks the other halves of wide characters of which a stretch will be overwritten.
  mutating func mend(from start: Int, to end: Int) {
    if cells[start].isContinuation { cells[start - 1].glyph = Cell.blank.glyph }
    if end < cells.count, cells[end].isContinuation { cells[end].glyph = Cell.blank.glyph }
  }

  private mutating func glyph(of character: Character) -> UInt32 {
    TextWidth.withUTF8(String(character)) { utf8 in
      let cluster = Cluster(in: utf8, at: 0)
      guard cluster.base.columns == 1 else { return Cell.blank.glyph }
      return cluster.marks.isEmpty ? cluster.base.scalar : add(cluster)
    }
  }

  /// Keeps a glyph with marks and returns what a cell that shows it holds.
  mutating func add(_ cluster: Cluster) -> UInt32 {
    clusters.append([cluster.base.scalar] + cluster.marks)
    return Cell.clusterFlag | UInt32(clusters.count - 1)
  }
}

extension Surface: Equatable {
  /// Tells whether two surfaces look the same, whatever was drawn to get there.
  public static func == (first: Surface, second: Surface) -> Bool {
    guard first.size == second.size else { return false }
    if first.clusters.isEmpty, second.clusters.isEmpty { return first.cells == second.cells }
    return first.cells.indices.allSatisfy { first.shows(sameAs: second, at: $0) }
  }

  /// Tells whether a cell looks the same in another surface of the same size.
  func shows(sameAs other: Surface, at index: Int) -> Bool {
    let mine = cells[index]
    let theirs = other.cells[index]
    if mine.cluster == nil, theirs.cluster == nil { return mine == theirs }
    return mine.style == theirs.style && scalars(of: mine) == other.scalars(of: theirs)
  }
}
