internal import CNCurses

/// Keeps what the terminal shows and hands ncurses the cells that differ from it.
struct ScreenPainter {
  private let palette: Palette
  private let isUTF8: Bool
  private var shown: Surface?

  /// Creates a painter for an empty screen.
  init(palette: Palette, isUTF8: Bool) {
    self.palette = palette
    self.isUTF8 = isUTF8
  }

  /// Paints a surface; what it does not cover of a larger screen stays empty.
  ///
  /// - Complexity: O(n) in the cells, of which only the changed cost more than a comparison.
  mutating func paint(_ surface: Surface, on size: Size) {
    let before = shown?.size == surface.size ? shown : nil
    if before == nil { tui_erase() }
    let blank = Surface(size: surface.size)
    let columns = min(surface.size.columns, size.columns)
    var style: UInt32?
    var look = Palette.Look()
    for row in 0..<min(surface.size.rows, size.rows) {
      for column in 0..<columns {
        let index = row * surface.size.columns + column
        let cell = surface.cells[index]
        if cell.isContinuation || surface.shows(sameAs: before ?? blank, at: index) { continue }
        if cell.style != style {
          style = cell.style
          look = palette.look(of: Style(packed: cell.style))
        }
        let next = column + 1
        let isWide = next < surface.size.columns && surface.cells[index + 1].isContinuation
        // A wide character that the edge of the screen cuts is not shown.
        let isCut = isWide && next == size.columns
        let place = Point(column: column, row: row)
        if isCut {
          put([0x20], isWide: false, at: place, look)
        } else {
          put(surface.scalars(of: cell), isWide: isWide, at: place, look)
        }
      }
    }
    shown = surface
  }

  /// Forgets what is shown, for a screen that is empty again.
  mutating func forget() {
    shown = nil
  }

  private func put(_ scalars: [UInt32], isWide: Bool, at place: Point, _ look: Palette.Look) {
    if isUTF8 {
      send(scalars, to: place, look)
      return
    }
    send(ASCIISubstitute.scalars(for: scalars), to: place, look)
    if isWide { send([0x20], to: Point(column: place.column + 1, row: place.row), look) }
  }

  private func send(_ scalars: [UInt32], to place: Point, _ look: Palette.Look) {
    tui_put(
      Int32(place.row), Int32(place.column), scalars, Int32(scalars.count),
      UInt32(look.attributes.rawValue), Int32(look.foreground), Int32(look.background))
  }
}
