import CableBrowser
import TerminalUI
import TestSupport
import Testing

@Suite struct ComparingTests {
  /// 05ROME200 speaks of 05ROME100 twice in its text; 05ROME300 cites only what is absent.
  private func collection() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let filler = (5..<40).map { "\($0). (U) Paragraph number \($0) says nothing.\n\n" }.joined()
    for (number, reference, text) in [
      (100, "", "2. (U) The first cable.\n\n" + filler),
      (
        200, "REF: 05 ROME 100\n",
        "2. (U) See reftel.\n\n" + filler + "41. (U) As 05 ROME 100 said at the end.\n"
      ),
      (300, "REF: A. 05 STATE 777 B. 05 ROME 200\n", "2. (U) Ref A is gone, ref B is not.\n"),
    ] {
      try folder.write(
        "UNCLAS ROME \(number)\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: CABLE \(number)\n\(reference)\n1. (U) Summary of \(number).\n\n"
          + text,
        to: "05ROME\(number).txt")
    }
    return folder
  }

  @Test func `c shows the citing cable at the selected link beside the cited one`() throws {
    let browser = try browse("jj<Tab><Tab>c")
    #expect(browser.title.contains("cites 03ROME4715"))
    #expect(browser.title.contains("cited 03ROME4580"))
    #expect(browser.screen.text.contains("B 03ROME4580"))
    #expect(browser.screen.text.contains("ITALY: LIBYAN ILLEGAL"))
    #expect(browser.rows.dropFirst(2).dropLast().allSatisfy { $0.contains("│") })
    #expect(browser.screen.defect == nil)
  }

  @Test func `each end scrolls by itself, Enter reads the one with the keys, back comes back`()
    throws
  {
    let folder = try collection()
    let browser = try browse("gr05ROME200<Enter><Home><Tab>c", paths: [folder.path])
    func left(_ browser: HeadlessBrowser) -> [String] {
      browser.rows.dropFirst(2).dropLast().map { String($0.prefix { $0 != "│" }) }
    }
    func right(_ browser: HeadlessBrowser) -> [String] {
      browser.rows.dropFirst(2).dropLast().map { String($0.drop { $0 != "│" }) }
    }
    let (firstLeft, firstRight) = (left(browser), right(browser))
    try browser.type("<C-d>")
    #expect(left(browser) != firstLeft)
    #expect(right(browser) == firstRight)
    let secondLeft = left(browser)
    try browser.type("<Tab>G")
    #expect(left(browser) == secondLeft)
    #expect(right(browser).joined().contains("Paragraph number 39"))
    try browser.type("<Enter>")
    #expect(browser.title.contains("05ROME100"))
    #expect(!browser.title.contains("cited"))
    #expect(browser.screen.text.contains("Paragraph number 39"))
    try browser.type("[")
    #expect(browser.title.contains("05ROME200"))
  }

  @Test func `n goes on to the next place where the other is cited`() throws {
    let folder = try collection()
    let browser = try browse("gr05ROME200<Enter><Home><Tab>c", paths: [folder.path])
    #expect(browser.title.contains("place 1/3"))
    try browser.type("n")
    #expect(browser.screen.text.contains("See reftel."))
    try browser.type("n")
    #expect(browser.title.contains("place 3/3"))
    #expect(browser.screen.text.contains("said at the"))
    try browser.type("n")
    #expect(browser.status.contains("Wrapped to the first place"))
    try browser.type("N")
    #expect(browser.title.contains("place 3/3"))
  }

  @Test func `from cited-by the citing cable opens where its text speaks of this one`() throws {
    let folder = try collection()
    let browser = try browse("gr05ROME100<Enter>f", paths: [folder.path])
    #expect(browser.row(with: "> cited by 05ROME200") != nil)
    try browser.type("c")
    #expect(browser.title.contains("cites 05ROME200"))
    #expect(browser.title.contains("cited 05ROME100"))
    #expect(browser.title.contains("place 2/3"))
    // Esc goes back to the choice, and from there to the cable.
    try browser.type("<Esc>")
    #expect(browser.row(with: "> cited by 05ROME200") != nil)
    try browser.type("<Esc><Tab>c")
    #expect(browser.title.contains("cites 05ROME200"))
    try browser.type("<Esc>")
    #expect(browser.title.contains("05ROME100 ·"))
    #expect(!browser.title.contains("cites"))
  }

  @Test func `from the tree of references, with the cable of the row above`() throws {
    let folder = try collection()
    let browser = try browse(
      "gr05ROME300<Enter>R", columns: 100, paths: [folder.path])
    try browser.type("jjc")
    #expect(browser.title.contains("cites 05ROME200"))
    #expect(browser.title.contains("cited 05ROME100"))
    try browser.type("q")
    #expect(browser.screen.text.contains("[refers to]"))
    let other = try browse("gr05ROME100<Enter>R", columns: 100, paths: [folder.path])
    try other.type("jc")
    #expect(other.title.contains("cites 05ROME300"))
    #expect(other.title.contains("cited 05ROME200"))
  }

  @Test func `an absent cable shows its page`() throws {
    let browser = try browse("jj<Tab>c")
    #expect(browser.title.contains("03STATE282619"))
    #expect(browser.screen.text.contains("is not in the archive"))
    try browser.type("l<Enter>")
    #expect(browser.title.contains("03STATE282619 · not in archive"))
  }

  @Test func `in a choice with letters the letter follows, = compares`() throws {
    let browser = try browse("jjfjj=")
    #expect(browser.title.contains("cited 03ROME2977"))
    let other = try browse("jjfc")
    #expect(other.title.contains("03ROME2977 · not in archive"))
    #expect(!other.title.contains("cited"))
  }

  @Test(arguments: [(79, 24), (40, 8)])
  func `narrow screens have one end above the other`(columns: Int, rows: Int) throws {
    let browser = try browse("jj<Tab><Tab>c", columns: columns, rows: rows)
    #expect(browser.title.contains("cites 03ROME4715"))
    #expect(browser.rows.contains { $0.contains("─ cited 03ROME4580") })
    #expect(browser.screen.defect == nil)
    browser.resize(to: Size(columns: 120, rows: 30))
    #expect(browser.title.contains("cited 03ROME4580"))
  }

  @Test func `says what is missing where no reference is selected`() throws {
    #expect(try browse("jjc").status.contains("Select a reference with Tab"))
    let browser = try browse("jjf<Tab>c", columns: 100)
    #expect(browser.status.contains("no reference"))
  }

  @Test func `the pointer scrolls the end it is on, a click gives it the keys`() throws {
    let folder = try collection()
    let browser = try browse("gr05ROME200<Enter><Home><Tab>c", paths: [folder.path])
    let first = browser.rows
    browser.send(
      MouseEvent(kind: .wheelDown, button: .none, position: Point(column: 60, row: 10)))
    #expect(browser.rows[5].prefix(30) == first[5].prefix(30))
    #expect(browser.rows[5] != first[5])
    browser.send(MouseEvent(kind: .press, button: .left, position: Point(column: 60, row: 10)))
    try browser.type("<Enter>")
    #expect(browser.title.contains("05ROME100"))
  }
}
