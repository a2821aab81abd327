import TerminalUI
import Testing

@Suite struct PaletteTests {
  @Test(
    arguments: [
      (256, Color.indexed(208), 208), (256, .brightBlack, 8), (256, .standard, -1),
      (16, .indexed(208), 3), (16, .indexed(196), 9), (16, .indexed(244), 8), (16, .red, 1),
      (8, .indexed(208), 3), (8, .brightRed, 1), (8, .indexed(16), 0), (8, .white, 7),
      (0, .red, -1), (2, .red, -1),
    ])
  func `a colour becomes the nearest there is`(colors: Int, color: Color, entry: Int) {
    let look = Palette(colors: colors, hasItalic: true).look(of: Style(foreground: color))
    #expect(look == Palette.Look(foreground: entry))
  }

  @Test func `grey on eight colours is dim, not black`() {
    let look = Palette(colors: 8, hasItalic: true).look(of: Style(foreground: .brightBlack))
    #expect(look == Palette.Look(foreground: -1, attributes: .dim))
  }

  @Test func `what has a background stands out without colours`() {
    let style = Style(foreground: .black, background: .yellow, attributes: .bold)
    let look = Palette(colors: 0, hasItalic: true).look(of: style)
    #expect(look == Palette.Look(attributes: [.bold, .reverse]))
  }

  @Test func `slanted text is underlined where nothing slants`() {
    let style = Style(attributes: [.italic, .bold])
    #expect(
      Palette(colors: 256, hasItalic: false).look(of: style).attributes == [.underline, .bold])
    #expect(Palette(colors: 256, hasItalic: true).look(of: style).attributes == [.italic, .bold])
  }
}
