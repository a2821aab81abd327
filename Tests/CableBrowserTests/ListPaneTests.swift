import CableBrowser
import TerminalUI
import TestSupport
import Testing

@Suite struct ListPaneTests {
  @Test func `shows date, inferred mark, class letter, id and subject, newest first`() throws {
    let browser = try browse()
    #expect(
      browser.listRows == [
        ">2007-09-10 C 07ROME1919 ITALY: IAE…",
        " 2004-10-06~C 04ROME3933 IRAQ/ITALY…",
        " 2003-10-14~S 03ROME4715 MORE FROM …",
        " 2003-10-07~C 03ROME4580 ITALY: LIB…",
        " 2003-04-15~S 03ROME1605 MTAG 05-96…",
      ])
    #expect(browser.title.hasPrefix("─ Cables ──────────────── 1–5 of 5 ─┬"))
  }

  @Test(arguments: [
    ("j", "04ROME3933"), ("jj", "03ROME4715"), ("jjk", "04ROME3933"), ("G", "03ROME1605"),
    ("Ggg", "07ROME1919"), ("3j", "03ROME4580"), ("99j", "03ROME1605"), ("2G", "04ROME3933"),
    ("<Down><Down><Up>", "04ROME3933"), ("<End>", "03ROME1605"), ("<End><Home>", "07ROME1919"),
    ("<PgDn>", "03ROME1605"), ("<PgDn><PgUp>", "07ROME1919"), ("k", "07ROME1919"),
    ("J", "04ROME3933"), ("JJK", "04ROME3933"),
  ]) func `moves, and shows the cable moved to`(keys: String, id: String) throws {
    let browser = try browse(keys)
    #expect(browser.listRows.first { $0.hasPrefix(">") }?.contains(id) == true)
    #expect(browser.title.contains("┬─ \(id) "))
  }

  @Test func `scrolls so that the selection stays in sight`() throws {
    let browser = try browse("G", columns: 60, rows: 9)
    #expect(browser.row(with: ">2003-04-15")?.contains("03ROME1605") == true)
    #expect(!browser.screen.text.contains("07ROME1919 ITALY"))
    try browser.type("gg")
    #expect(browser.row(with: ">2007-09-10") != nil)
  }

  @Test func `cuts a subject in double-width characters at a whole cell`() throws {
    let folder = try TemporaryFolder()
    let subject = String(repeating: "核", count: 60)
    try folder.write(
      Array(
        "UNCLAS TOKYO 000123\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: \(subject)\n\n1. (U) Text.\n"
          .utf8),
      to: "a.txt")
    let browser = try browse(paths: [folder.path])
    for row in browser.rows { #expect(TextWidth.columns(of: row) <= 80) }
    #expect(browser.listRows.first?.contains("核…") == true)
  }

  @Test func `says where the ends of the list are`() throws {
    #expect(try browse("K").status.contains("first cable"))
    #expect(try browse("GJ").status.contains("last cable"))
  }
}
