import CableBrowser
import TerminalUI
import TestSupport
import Testing

@Suite struct RandomKeysTests {
  @Test(arguments: 0..<6) func `anything pressed at any size leaves a whole frame`(
    seed: UInt64
  ) throws {
    var reader = RandomReader(seed: seed)
    // Keys at random would save files under any name.
    func start() throws -> HeadlessBrowser {
      let browser = try browse()
      browser.writesFiles = false
      return browser
    }
    var browser = try start()
    var trail: [String] = []
    for _ in 0..<300 {
      try reader.act(on: browser)
      trail.append(reader.step)
      if browser.hasQuit { browser = try start() }
      let screen = browser.screen
      try #require(screen.defect == nil, "\(screen.defect ?? "") after \(trail.suffix(20))")
      if let cursor = browser.cursor { try #require(screen.bounds.contains(cursor)) }
      if screen.size.columns >= 40, screen.size.rows >= 8 {
        let isTitled = ["Search", "closes", "Enter", "command"].contains {
          screen.text.contains($0)
        }
        try #require(isTitled, "no frame after \(trail.suffix(20))")
      }
    }
  }

  @Test func `a broken grid is found to be one`() {
    var surface = Surface(size: Size(columns: 4, rows: 1))
    surface.write("漢字", at: Point(column: 0, row: 0))
    #expect(surface.defect == nil)
    surface.write("x", at: Point(column: 1, row: 0))
    #expect(surface.defect == nil)
    #expect(surface.row(0) == " x字")
  }
}
