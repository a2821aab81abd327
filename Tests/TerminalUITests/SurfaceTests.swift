import TerminalUI
import Testing

@Suite struct SurfaceTests {
  private func surface(_ columns: Int, _ rows: Int = 1) -> Surface {
    Surface(size: Size(columns: columns, rows: rows))
  }

  private let origin = Point(column: 0, row: 0)

  @Test func `rows end at their last character and keep blanks inside`() {
    var surface = surface(12, 2)
    surface.write("a  b", at: Point(column: 2, row: 0))
    #expect(surface.text == "  a  b\n")
    #expect(surface.row(0) == "  a  b")
    #expect(surface.row(7).isEmpty)
  }

  @Test func `a wide character takes two cells and is read back once`() {
    var surface = surface(8)
    let used = surface.write("日本 é", at: origin)
    #expect(used == 6)
    #expect(surface.row(0) == "日本 é")
  }

  @Test(arguments: [(1, "", 0), (2, "日", 2), (3, "日", 2), (4, "日本", 4)])
  func `a wide character that does not fit is left out`(
    limit: Int, shown: String, used: Int
  ) {
    var surface = surface(8)
    let used = surface.write("日本", at: origin, columns: limit)
    #expect(used == used)
    #expect(surface.row(0) == shown)
  }

  @Test func `a wide character at the right edge is left out`() {
    var surface = surface(3)
    let used = surface.write("日本", at: origin)
    #expect(used == 2)
    #expect(surface.row(0) == "日")
  }

  @Test(arguments: [0, 1])
  func `overwriting half of a wide character blanks the other half`(column: Int) {
    var surface = surface(4)
    surface.write("日本", at: origin)
    surface.write("x", at: Point(column: column, row: 0))
    #expect(surface.row(0) == (column == 0 ? "x 本" : " x本"))
  }

  @Test func `a wide character over the halves of two others blanks both`() {
    var surface = surface(4)
    surface.write("日本", at: origin)
    surface.write("中", at: Point(column: 1, row: 0))
    #expect(surface.row(0) == " 中")
  }

  @Test(
    arguments: [
      ("a\u{1B}[31mb", "a␛[31mb"), ("\u{7F}\u{00}\r\n", "␡␀␍␊"), ("x\u{9B}31m", "x\u{FFFD}31m"),
      ("a\u{202E}b", "a\u{FFFD}b"), ("\u{FEFF}a", "\u{FFFD}a"), ("a\u{2066}b", "a\u{FFFD}b"),
      ("a\u{200F}b", "a\u{FFFD}b"), ("a\u{2028}b", "a\u{FFFD}b"), ("a\u{E0041}b", "a\u{FFFD}b"),
      ("\u{378}", "\u{FFFD}"), ("so\u{AD}ft", "so-ft"), ("a\tb", "a    b"), ("a\u{200B}b", "ab"),
    ])
  func `what could disturb the terminal is shown as a mark`(text: String, shown: String) {
    var surface = surface(20)
    let used = surface.write(text, at: origin)
    #expect(used == shown.unicodeScalars.count)
    #expect(surface.row(0) == shown)
  }

  @Test func `bytes that are no text are marks of one column each`() {
    var surface = surface(10)
    let bytes: [UInt8] = [0x61, 0xC3, 0x28, 0xFF, 0xE2, 0x82, 0xED, 0xA0, 0x80, 0x62]
    let used = surface.write(utf8: bytes, at: origin)
    #expect(used == 10)
    #expect(surface.row(0) == "a\u{FFFD}(\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}b")
  }

  @Test func `a combining mark rides on its letter`() {
    var surface = surface(6)
    let used = surface.write("e\u{301}x", at: origin)
    #expect(used == 2)
    #expect(surface.row(0) == "e\u{301}x")
  }

  @Test func `a mark that starts a text rides on what is drawn before it`() {
    var surface = surface(6)
    surface.write("e", at: origin)
    let used = surface.write("\u{301}x", at: Point(column: 1, row: 0))
    #expect(used == 1)
    #expect(surface.row(0) == "e\u{301}x")
  }

  @Test func `a pile of marks is cut to what a cell holds`() {
    var surface = surface(6)
    surface.write("e" + String(repeating: "\u{301}", count: 50), at: origin)
    #expect(surface.row(0).unicodeScalars.count == 5)
  }

  @Test func `joined emoji are drawn one by one, so that all terminals count alike`() {
    var surface = surface(10)
    let used = surface.write("👨\u{200D}👩\u{200D}👧\u{FE0F}👍🏽", at: origin)
    #expect(used == 8)
    #expect(surface.row(0) == "👨👩👧👍")
  }

  @Test(
    arguments: [
      ("FOLLOW-UP", 9, "FOLLOW-UP"), ("FOLLOW-UP", 6, "FOLLO…"), ("日本語", 5, "日本…"),
      ("日本語", 4, "日…"), ("ab", 1, "…"), ("ab", 0, ""), ("", 3, ""),
    ])
  func `text that is too long is cut at a cell`(text: String, columns: Int, shown: String) {
    var surface = surface(12)
    surface.writeTruncated(text, at: origin, columns: columns)
    #expect(surface.row(0) == shown)
  }

  @Test func `text is cut at the edge of the surface too`() {
    var surface = surface(6)
    surface.writeTruncated("abcdef", at: Point(column: 2, row: 0), columns: 40)
    #expect(surface.row(0) == "  abc…")
  }

  @Test func `text outside is cut off silently`() {
    var surface = surface(4, 2)
    surface.write("日ab", at: Point(column: -1, row: 0))
    surface.write("x", at: Point(column: 0, row: 2))
    surface.write("x", at: Point(column: 4, row: 0))
    surface.write("x", at: Point(column: 0, row: -1))
    surface.write("x", at: origin, columns: -3)
    #expect(surface.text == " ab\n")
  }

  @Test func `styles are laid over each other`() {
    var surface = surface(6)
    surface.write("abc", at: origin, style: Style(foreground: .red, attributes: .bold))
    surface.restyle(
      Rect(column: 1, row: 0, columns: 9, rows: 9),
      adding: Style(background: .indexed(226), attributes: .reverse))
    #expect(surface.style(at: origin) == Style(foreground: .red, attributes: .bold))
    #expect(
      surface.style(at: Point(column: 1, row: 0))
        == Style(foreground: .red, background: .indexed(226), attributes: [.bold, .reverse]))
    #expect(
      surface.style(at: Point(column: 5, row: 0))
        == Style(background: .indexed(226), attributes: .reverse))
    #expect(surface.style(at: Point(column: 6, row: 0)) == .plain)
  }

  @Test func `every colour and attribute survives in a cell`() {
    let named: [Color] = [.standard, .black, .white, .brightBlack, .brightWhite]
    let colors = named + (UInt8(16)...255).map(Color.indexed)
    var surface = surface(colors.count)
    for (column, color) in colors.enumerated() {
      let style = Style(
        foreground: color, background: colors[colors.count - 1 - column],
        attributes: [.dim, .italic, .underline])
      surface.write("x", at: Point(column: column, row: 0), style: style)
      #expect(surface.style(at: Point(column: column, row: 0)) == style)
    }
  }

  @Test func `a surface is drawn into another at any place`() {
    var card = surface(4, 2)
    card.write("日e\u{301}x", at: origin)
    card.write("-日", at: Point(column: 0, row: 1))
    var screen = surface(6, 3)
    screen.fill(screen.bounds, with: ".")
    screen.draw(card, at: Point(column: 3, row: 1))
    #expect(screen.text == "......\n...日e\u{301}\n...-日")
    screen.draw(card, at: Point(column: -1, row: 0))
    #expect(screen.row(0) == " e\u{301}x...")
    screen.draw(card, at: Point(column: 4, row: 1))
    #expect(screen.row(2) == "...--")
  }

  @Test func `surfaces are equal when they look the same`() {
    var first = surface(4)
    first.write("zu\u{308}", at: origin)
    var second = surface(4)
    second.write("o\u{301}o\u{301}", at: origin)
    second.write("zu\u{308}", at: origin)
    #expect(first == second)
    second.restyle(second.bounds, adding: Style(attributes: .bold))
    #expect(first != second)
    #expect(first != surface(5))
  }

  @Test func `a surface without cells takes everything`() {
    var surface = surface(0, 0)
    let used = surface.write("x", at: origin)
    #expect(used == 0)
    surface.fill(Rect(column: -5, row: -5, columns: 50, rows: 50))
    surface.draw(surface, at: origin)
    #expect(surface.text.isEmpty)
  }
}
