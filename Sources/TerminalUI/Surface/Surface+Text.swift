extension Surface {
  /// Draws text from a cell on and returns the columns it took.
  ///
  /// Control characters, changes of direction and whatever else could disturb the terminal come
  /// out as visible marks, tabs as blanks. The text ends before the first cluster that does not
  /// fit; it goes on to no other row. Columns left of the surface are skipped, and count.
  ///
  /// - Parameters:
  ///   - text: What to draw.
  ///   - point: Where it starts.
  ///   - limit: The columns it may take.
  ///   - style: Its look.
  /// - Returns: The columns taken.
  /// - Complexity: O(n) in the bytes of what is drawn.
  @discardableResult
  public mutating func write(
    _ text: some StringProtocol, at point: Point, columns limit: Int = .max, style: Style = .plain
  ) -> Int {
    TextWidth.withUTF8(text) { write(utf8: $0, at: point, columns: limit, style: style) }
  }

  /// Draws text that may be cut: where it does not fit, its end is `…`.
  ///
  ///     surface.writeTruncated("FOLLOW-UP", at: Point(column: 0, row: 0), columns: 6)  // "FOLLO…"
  @discardableResult
  public mutating func writeTruncated(
    _ text: some StringProtocol, at point: Point, columns limit: Int, style: Style = .plain
  ) -> Int {
    let room = min(limit, size.columns - point.column)
    guard room > 0 else { return 0 }
    return TextWidth.withUTF8(text) { utf8 in
      let fitting = Self.bytes(of: utf8, fitting: room)
      if fitting == utf8.count {
        return write(utf8: utf8, at: point, columns: room, style: style)
      }
      let used = write(utf8: utf8, at: point, columns: room - 1, style: style)
      let end = Point(column: point.column + used, row: point.row)
      return used + write("…", at: end, columns: 1, style: style)
    }
  }

  /// Draws UTF-8 text that lies in a collection of bytes.
  @discardableResult
  public mutating func write(
    utf8: some Collection<UInt8>, at point: Point, columns limit: Int = .max, style: Style = .plain
  ) -> Int {
    if let used = utf8.withContiguousStorageIfAvailable({
      write(utf8: $0, at: point, columns: limit, style: style)
    }) {
      return used
    }
    return Array(utf8).withUnsafeBufferPointer {
      write(utf8: $0, at: point, columns: limit, style: style)
    }
  }

  /// Draws UTF-8 text from memory: the way all other text takes.
  @discardableResult
  public mutating func write(
    utf8: UnsafeBufferPointer<UInt8>, at point: Point, columns limit: Int = .max,
    style: Style = .plain
  ) -> Int {
    let end = limit < size.columns - point.column ? point.column + limit : size.columns
    guard point.row >= 0, point.row < size.rows, end > 0, end > point.column else { return 0 }
    let rowStart = point.row * size.columns
    let packed = style.packed
    var column = point.column
    var index = 0
    while index < utf8.count {
      let byte = utf8[index]
      if byte >= 0x20, byte < 0x7F, index + 1 == utf8.count || utf8[index + 1] < 0x80 {
        if column == end { break }
        if column >= 0 { set(rowStart + column, Cell(glyph: UInt32(byte), style: packed)) }
        column += 1
        index += 1
        continue
      }
      let cluster = Cluster(in: utf8, at: index)
      guard cluster.base.columns <= end - column else { break }
      put(cluster, atColumn: column, ofRow: rowStart, style: packed)
      column += cluster.base.columns
      index += cluster.length
    }
    return column - point.column
  }

  /// The bytes at the start of a text that take no more than a number of columns.
  private static func bytes(of utf8: UnsafeBufferPointer<UInt8>, fitting columns: Int) -> Int {
    var left = columns
    var index = 0
    while index < utf8.count {
      let step = TextWidth.next(in: utf8, at: index)
      guard step.columns <= left else { break }
      left -= step.columns
      index += step.length
    }
    return index
  }

  /// Draws a cluster that fits between a column and the end of the row.
  private mutating func put(
    _ cluster: Cluster, atColumn column: Int, ofRow rowStart: Int, style: UInt32
  ) {
    if cluster.base == Glyph.dropped {
      ride(cluster.marks, onColumn: column - 1, ofRow: rowStart)
      return
    }
    if cluster.base.columns > 2 || column < 0 {
      // Blanks of a tab, or the visible half of what starts left of the surface.
      for place in max(0, column)..<max(0, column + cluster.base.columns) {
        set(rowStart + place, Cell(glyph: Cell.blank.glyph, style: style))
      }
      return
    }
    let glyph = cluster.marks.isEmpty ? cluster.base.scalar : add(cluster)
    set(rowStart + column, Cell(glyph: glyph, style: style))
    if cluster.base.columns == 2 {
      set(rowStart + column + 1, Cell(glyph: Cell.continuation, style: style))
    }
  }

  /// Puts marks that start a text on what is drawn to the left of it.
  private mutating func ride(_ marks: [UInt32], onColumn column: Int, ofRow rowStart: Int) {
    guard !marks.isEmpty, column >= 0, column < size.columns else { return }
    var place = rowStart + column
    if cells[place].isContinuation { place -= 1 }
    let all = scalars(of: cells[place]) + marks
    clusters.append(Array(all.prefix(1 + Cluster.maximumMarks)))
    cells[place].glyph = Cell.clusterFlag | UInt32(clusters.count - 1)
  }

  /// Overwrites a cell, blanking the other halves of the wide characters that it cuts.
  private mutating func set(_ place: Int, _ cell: Cell) {
    if cells[place].isContinuation { cells[place - 1].glyph = Cell.blank.glyph }
    let next = place + 1
    if next < cells.count, cells[next].isContinuation { cells[next].glyph = Cell.blank.glyph }
    cells[place] = cell
  }
}
