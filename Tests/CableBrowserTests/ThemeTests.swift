import CableArchive
import TestSupport
import Testing

@testable import CableBrowser
@testable import TerminalUI

@Suite struct ThemeTests {
  /// A part as it is drawn: on the theme's ground.
  private func drawn(_ part: Theme.Part, in theme: Theme) -> Style {
    theme.plain.adding(theme[part])
  }

  @Test(arguments: Theme.Name.allCases, [8, 16, 256])
  func `nothing is drawn in the colour of its ground`(name: Theme.Name, colors: Int) {
    let theme = Theme(name)
    let palette = TerminalUI.Palette(colors: colors, hasItalic: true)
    for part in Theme.Part.allCases {
      let look = palette.look(of: drawn(part, in: theme))
      if look.foreground >= 0 || look.background >= 0 {
        #expect(look.foreground != look.background, "\(part) in \(name) with \(colors) colours")
      }
      if theme.plain.background != .standard { #expect(look.foreground >= 0) }
    }
  }

  @Test(arguments: Theme.Name.allCases, [0, 8, 16, 256])
  func `hits, links, rows and errors differ from text and from one another`(
    name: Theme.Name, colors: Int
  ) {
    var configuration = Configuration.standard
    configuration.settings.theme = name
    let theme = configuration.theme(colors: colors)
    let palette = TerminalUI.Palette(colors: colors, hasItalic: true)
    func look(_ part: Theme.Part) -> TerminalUI.Palette.Look {
      palette.look(of: drawn(part, in: theme))
    }
    let text = look(.text)
    for part in [Theme.Part.hit, .currentHit, .link, .selectedLink, .selectedRow, .title, .error] {
      #expect(look(part) != text, "\(part)")
    }
    #expect(look(.hit) != look(.currentHit))
    #expect(look(.link) != look(.selectedLink))
    #expect(look(.selectedLink) != look(.currentHit))
    #expect(look(.hit) != look(.selectedLink))
    // A hit of the selected row.
    let row = theme.plain.adding(theme.selectedRow)
    #expect(palette.look(of: row.adding(theme.currentHit)) != palette.look(of: row))
  }

  @Test func `without colours attributes and letters carry the meaning`() throws {
    let browser = try HeadlessBrowser(
      .files([Seeds.folder]), size: Size(columns: 120, rows: 24))
    browser.send(try Key.parse(":set theme mono<Enter>/libya<Enter>"))
    let screen = browser.screen
    var marked = ""
    for row in 0..<24 {
      for column in 0..<120 {
        let style = screen.style(at: Point(column: column, row: row))
        #expect(style.foreground == .standard && style.background == .standard)
        if row > 4, style.attributes.contains(.reverse) {
          marked += String(Array(screen.row(row))[column])
        }
      }
    }
    #expect(marked.lowercased().contains("libya"))
    #expect(browser.row(with: "2003-10-14~S ") != nil)
    #expect(browser.title.contains("· SECRET"))
  }

  @Test func `a theme with a ground covers every cell`() throws {
    let browser = try HeadlessBrowser(
      .files([Seeds.folder]), size: Size(columns: 100, rows: 24))
    for name in ["dark", "light", "high-contrast"] {
      for keys in ["", "?", "<C-p>", ":half<Tab>"] {
        browser.send(try Key.parse(":set theme \(name)<Enter>\(keys)"))
        let screen = browser.screen
        for row in 0..<24 {
          for column in 0..<100 {
            #expect(screen.style(at: Point(column: column, row: row)).background != .standard)
          }
        }
        browser.send(try Key.parse("<Esc><Esc>"))
      }
    }
  }

  @Test(arguments: [
    "plain", "red", "black on yellow", "on 24 bold", "bright-cyan on 255 dim underline reverse",
    "bold italic",
  ]) func `a look is read as it is written`(look: String) throws {
    #expect(try Style(look: look).look == look)
  }

  @Test func `every part can be changed`() throws {
    for part in Theme.Part.allCases {
      var configuration = Configuration.standard
      try configuration.apply(Invocation(.color, "\(part.rawValue) 99 on 17 italic"))
      let theme = configuration.theme()
      #expect(
        theme[part]
          == Style(foreground: .indexed(99), background: .indexed(17), attributes: .italic))
      for other in Theme.Part.allCases where other != part {
        #expect(theme[other] == Theme.standard[other])
      }
    }
  }
}
