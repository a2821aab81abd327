import CableArchive
import Foundation
import TerminalUI
import TestSupport
import Testing

@testable import CableBrowser

struct NarrowingTests {
  @Test(arguments: [
    ("", "from:ROME", false, "from:ROME"),
    ("libya", "from:ROME", false, "libya from:ROME"),
    ("libya from:ROME", "from:PARIS", false, "libya from:ROME,PARIS"),
    ("libya from:ROME,PARIS", "from:ROME", false, "libya from:PARIS"),
    ("libya from:ROME", "from:ROME", false, "libya"),
    ("libya from:ROME", "from:ROME", true, "libya -from:ROME"),
    ("-from:ROME", "from:PARIS", true, "-from:ROME,PARIS"),
    ("-from:ROME", "from:ROME", false, "from:ROME"),
    ("libya OR iran", "class:secret", false, "(libya OR iran) class:secret"),
    ("(a OR b) c", "class:secret", false, "(a OR b) c class:secret"),
    ("\"from:x y\" z", "tag:KNNP", false, "\"from:x y\" z tag:KNNP"),
    ("tag:\"IRAQI FREEDOM\"", "tag:KNNP", false, "tag:\"IRAQI FREEDOM\",KNNP"),
    ("a NOT tag:KNNP b", "class:secret", false, "a b -tag:KNNP class:secret"),
    ("a ! tag:KNNP b", "tag:KNNP", true, "a b"),
    ("a NOT (b OR c) d", "tag:KNNP", false, "a NOT (b OR c) d tag:KNNP"),
    ("NOT a tag:KNNP NOT", "class:secret", false, "NOT a NOT tag:KNNP class:secret"),
    ("a NOT -tag:KNNP", "class:secret", false, "a NOT -tag:KNNP class:secret"),
    ("a AND tag:KNNP AND b", "class:secret", false, "a b tag:KNNP class:secret"),
    ("class>=secret", "class:secret", false, "class>=secret class:secret"),
  ]) func `choosing a value changes the text of the query`(
    text: String, term: String, isExcluded: Bool, expected: String
  ) {
    var narrowing = Narrowing(text)
    narrowing.toggle(term, isExcluded: isExcluded)
    #expect(narrowing.text == expected)
  }

  @Test func `taking values out leaves words and other values`() {
    var narrowing = Narrowing("libya from:ROME,PARIS -tag:KNNP wmd class:secret")
    narrowing.remove(["from:ROME", "-tag:KNNP", "class:confidential"])
    #expect(narrowing.text == "libya wmd from:PARIS class:secret")
  }

  @Test func `the key takes out what facets put there, and leaves what was typed`() throws {
    let browser = try browse("/from:ROME<Enter>F<Space><Enter>")
    #expect(browser.rows[0].contains("from:ROME class:secret"))
    try browser.type("\\")
    #expect(browser.rows[0].contains(" from:ROME  "))
    #expect(browser.rows[0].contains("5 of 5 cables"))
    try browser.type("\\")
    #expect(browser.status.contains("were typed"))
    #expect(browser.rows[0].contains("from:ROME"))
    try browser.type("<Esc>\\")
    #expect(browser.status.contains("narrows by no facet"))
  }

  @Test func `keys typed before the counts are there act on them`() throws {
    for (keys, expected) in [
      ("F<Space><Enter>", "class:secret"), ("Fjx<Enter>", "-class:confidential"),
      ("Hgg<Enter>", "date:2003-04"),
    ] {
      let browser = try browse("")
      browser.sendFast(try Key.parse(keys))
      #expect(browser.rows[0].contains(expected))
    }
  }

  @Test func `what facets put there is known after a restart and after going back`() throws {
    let browser = try browse("F<Space><Enter>")
    let again = try HeadlessBrowser(
      .files([Seeds.folder]), size: Size(columns: 80, rows: 24), restoring: browser.saved)
    #expect(again.rows[0].contains("class:secret"))
    try again.type("\\")
    #expect(again.rows[0].contains("5 cables"))
  }

  @Test func `any text survives being taken apart`() {
    var generator = SeededGenerator(seed: 5)
    let pieces = [
      "libya", "OR", "-", "\"", "(", ")", "tag:", "from:ROME", ",", " ", "  ", "date:2003",
    ]
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 0...9, using: &generator)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }.joined()
      let narrowing = Narrowing(text)
      let once = narrowing.text
      // Words and terms stay what they were: writing and reading again changes nothing more.
      #expect(Narrowing(once).text == once, "\(text)")
    }
  }

  @Test(arguments: [
    (["2003-01", "2003-02"], 10, ["2003-01", "2003-02"]),
    (
      ["2003-01", "2003-12"], 4,
      ["2003-01..2003-03", "2003-04..2003-06", "2003-07..2003-09", "2003-10..2003-12"]
    ),
    (["2001-03", "2003-12"], 4, ["2001", "2002", "2003"]),
    (
      ["1966-03", "2009-12"], 9,
      [
        "1965-01..1969-12", "1970-01..1974-12", "1975-01..1979-12", "1980-01..1984-12",
        "1985-01..1989-12", "1990-01..1994-12", "1995-01..1999-12", "2000-01..2004-12",
        "2005-01..2009-12",
      ]
    ),
  ]) func `months share bars where there is no room`(
    months: [String], columns: Int, periods: [String]
  ) {
    let chart = DateChart(
      months.map { FacetCount(.month, value: $0, count: 2) }, columns: columns)
    #expect(chart.bars.map(\.period) == periods)
    #expect(chart.bars.reduce(0) { $0 + $1.count } == 2 * months.count)
  }

  @Test func `facets show what the result holds, and narrow it`() throws {
    let browser = try browse("F")
    #expect(browser.row(with: ">  SECRET")?.contains(" 2 ") == true)
    #expect(browser.row(with: "CONFIDENTIAL")?.contains(" 3 ") == true)
    try browser.type("<Space>")
    #expect(browser.rows[0].contains("class:secret"))
    #expect(browser.rows[0].contains("2 of 5 cables"))
    #expect(browser.row(with: ">+ SECRET") != nil)
    // The other value can still be seen and chosen, too.
    #expect(browser.row(with: "CONFIDENTIAL")?.contains(" 3 ") == true)
    try browser.type("<Tab><Tab>")
    #expect(browser.row(with: "[TAGS]") != nil)
    #expect(
      browser.row(with: "KNNP")?.contains("nonproliferation") == true
        || browser.row(with: "KNNP") != nil)
    try browser.type("x<Enter>")
    #expect(browser.rows[0].contains("-tag:"))
    #expect(browser.row(with: "Narrow") == nil)
    try browser.type("\\")
    #expect(browser.rows[0].contains("5 cables"))
  }

  @Test func `what narrows the list shows as chips`() throws {
    let browser = try browse("/libya from:ROME<Enter>")
    let row = browser.screen
    let text = browser.rows[0]
    let column = try #require(text.range(of: "from:ROME")).lowerBound.utf16Offset(in: text)
    #expect(row.style(at: Point(column: column, row: 0)).attributes.contains(.reverse))
    #expect(!row.style(at: Point(column: column - 3, row: 0)).attributes.contains(.reverse))
  }

  @Test(arguments: [
    "is:partial", "-has:refs", "class>=secret", "subject:libya", "cites:03ROME4580", "before:2005",
  ])
  func `every filter is a chip, words are none`(filter: String) throws {
    let browser = try browse("")
    try browser.type("/")
    browser.paste("italy  \(filter) not:afield")
    try browser.type("<Enter>")
    let text = browser.rows[0]
    for (words, isChip) in [("italy", false), (filter, true), ("not:afield", false)] {
      let start = try #require(text.range(of: words)).lowerBound.utf16Offset(in: text)
      for column in [start, start + words.count - 1] {
        let style = browser.screen.style(at: Point(column: column, row: 0))
        #expect(style.attributes.contains(.reverse) == isChip, "\(words)")
      }
    }
  }

  @Test func `a bar of the chart narrows to its months`() throws {
    let browser = try browse("H")
    #expect(browser.row(with: "2007-09")?.contains("1 cable") == true)
    try browser.type("g<Esc>gg")
    #expect(browser.row(with: "2003-04")?.contains("1 cable") == true)
    try browser.type("<Enter>")
    #expect(browser.rows[0].contains("date:2003-04"))
    #expect(browser.rows[0].contains("1 of 5 cables"))
    // Choosing again takes the place of the dates that were there.
    try browser.type("H<Enter>")
    #expect(browser.rows[0].components(separatedBy: "date:").count == 2)
  }

  @Test(arguments: [(80, 24), (40, 8), (39, 7), (1, 1), (20, 3), (300, 90)])
  func `facets and the chart fit any screen`(columns: Int, rows: Int) throws {
    for keys in ["F", "FjjjjG<Tab><Tab>jjG", "H", "Hhhlgg", "F<Tab>x<Space>"] {
      let browser = try browse(keys, columns: columns, rows: rows)
      #expect(browser.rows.count == rows)
      for row in browser.rows { #expect(TextWidth.columns(of: row) <= columns) }
    }
  }

  @Test(arguments: [
    ("2004", "04ROME3933"), ("2003-10", "03ROME4715"), ("2003-05", "03ROME1605"),
    ("2005", "04ROME3933"),
  ]) func `a date is gone to`(date: String, cable: String) throws {
    let browser = try browse(":date \(date)<Enter>")
    #expect(browser.row(with: ">")?.contains(cable) == true, "\(browser.rows)")
  }

  @Test func `what is no date is refused with an example`() throws {
    #expect(try browse(":date soon<Enter>").status.contains("2003-10-14"))
  }

  @Test func `the other order begins at the other end`() throws {
    let browser = try browse("S")
    #expect(browser.rows[0].contains("oldest first"))
    #expect(browser.rows[2].contains("03ROME1605"))
    try browser.type(":sort newest<Enter>gg")
    #expect(browser.rows[2].contains("07ROME1919"))
  }
}
