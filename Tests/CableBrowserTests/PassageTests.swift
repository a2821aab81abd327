import CableArchive
import CableBrowser
import TerminalUI
import TestSupport
import Testing

@Suite struct PassageTests {
  @Test func `each found cable has its best passage under it, with its hits marked`() throws {
    let browser = try browse("/libya<Enter>P", columns: 140)
    #expect(browser.listRows.count == 4)
    #expect(browser.listRows[0].hasPrefix(">2003-10-14"))
    #expect(browser.listRows[1].hasPrefix("   "))
    #expect(browser.listRows[1].contains("LIBYA"))
    #expect(browser.listRows[2].hasPrefix(" 2003-10-07"))
    #expect(browser.listRows[3].contains("LIBYA"))
    let row = Array(browser.rows[3])
    let column = try #require(row.indices.first { String(row[$0...].prefix(5)) == "LIBYA" })
    #expect(
      browser.screen.style(at: Point(column: column, row: 3))
        != browser.screen.style(at: Point(column: column - 2, row: 3)))
  }

  @Test func `without words to look for, and once more asked, a cable is one row`() throws {
    let browser = try browse("P", columns: 140)
    #expect(browser.status.contains("Passages show in searches for words"))
    #expect(browser.listRows.count == 5)
    try browser.type("/tag:KNNP<Enter>")
    #expect(browser.listRows.allSatisfy { $0.dropFirst().hasPrefix("200") })
    try browser.type("/libya<Enter>")
    #expect(browser.listRows.count == 4)
    try browser.type("P")
    #expect(browser.listRows.count == 2)
  }

  @Test(arguments: [(80, 24), (40, 8), (41, 9), (200, 60)])
  func `the list moves by cables, and the selected one is in sight`(columns: Int, rows: Int) throws
  {
    let folder = try TemporaryFolder()
    for number in 10..<60 {
      try folder.write(
        "UNCLAS ROME 0000\(number)\n\nSUBJECT: N\(number)\n\n1. The harbor is number \(number).\n",
        to: "03ROME\(number).txt")
    }
    let browser = try browse("P/harbor<Enter>", columns: columns, rows: rows, paths: [folder.path])
    for keys in ["j", "jjjjjjj", "<C-d>", "G", "kkk", "<PgUp>", "25G", "gg", "<Space>"] {
      try browser.type(keys)
      let selected = browser.rows.firstIndex { $0.hasPrefix(">") }
      #expect(selected != nil, "after \(keys)")
      #expect(browser.screen.defect == nil)
    }
  }

  @Test func `a click on a passage selects its cable`() throws {
    let browser = try browse("/libya<Enter>P", columns: 140)
    browser.send(MouseEvent(kind: .press, button: .left, position: Point(column: 10, row: 5)))
    #expect(browser.listRows[2].hasPrefix(">2003-10-07"))
  }

  @Test func `stays chosen by the configuration`() throws {
    let browser = try browse(":set passages on<Enter>/libya<Enter>", columns: 140)
    #expect(browser.listRows.count == 4)
  }
}
