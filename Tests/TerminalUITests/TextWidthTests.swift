import TerminalUI
import Testing

@Suite struct TextWidthTests {
  @Test(
    arguments: [
      ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("¶1.", 3), ("a\tb", 6),
      ("\u{1B}[0m", 4), ("\u{202E}", 1), ("👨\u{200D}👩\u{200D}👧", 6), ("👍🏽", 2), ("🇮🇹", 2),
      ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("│…", 2), ("\u{301}", 0),
    ])
  func `columns are those of the terminal`(text: String, columns: Int) {
    #expect(TextWidth.columns(of: text) == columns)
    #expect(TextWidth.columns(of: text[...]) == columns)
    var surface = Surface(size: Size(columns: 20, rows: 1))
    let used = surface.write(text, at: Point(column: 0, row: 0))
    #expect(used == columns)
  }

  @Test func `the stepper goes from cluster to cluster`() {
    let text = "ae\u{301}日\t\u{1B}\u{308}b"
    var steps: [[Int]] = []
    Array(text.utf8).withUnsafeBufferPointer { utf8 in
      var index = 0
      while index < utf8.count {
        let step = TextWidth.next(in: utf8, at: index)
        steps.append([step.length, step.columns])
        index += step.length
      }
    }
    // The mark after Esc must not hide the sign that stands for it.
    #expect(steps == [[1, 1], [3, 1], [3, 2], [1, 4], [1, 1], [2, 0], [1, 1]])
  }

  @Test func `the stepper ends at the end`() {
    #expect([0x61].withUnsafeBufferPointer { TextWidth.next(in: $0, at: 1) } == (0, 0))
    #expect([0x61].withUnsafeBufferPointer { TextWidth.next(in: $0, at: -1) } == (0, 0))
  }

  @Test func `every way to cut a text into clusters keeps its width`() {
    let text = "Malpensa ¶2. (C) 日本e\u{301} – \u{202E}x\u{FEFF}"
    for index in text.indices {
      let parts = TextWidth.columns(of: text[..<index]) + TextWidth.columns(of: text[index...])
      #expect(parts == TextWidth.columns(of: text))
    }
  }

  @Test func `any bytes are walked to their end`() {
    var state: UInt64 = 7
    for _ in 0..<2_000 {
      let bytes = (0..<12).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 33)
      }
      bytes.withUnsafeBufferPointer { utf8 in
        var index = 0
        while index < utf8.count { index += max(1, TextWidth.next(in: utf8, at: index).length) }
        #expect(index == utf8.count)
      }
    }
  }
}
