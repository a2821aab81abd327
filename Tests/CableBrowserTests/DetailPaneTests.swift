import CableBrowser
import TerminalUI
import TestSupport
import Testing

@Suite struct DetailPaneTests {
  @Test func `shows the header card of a cable`() throws {
    let browser = try browse("jj", columns: 120, rows: 24)
    let card = browser.rows.dropFirst(2).map { row in
      String(row.drop { $0 != "│" }.dropFirst(2)).trimmingSuffix()
    }
    #expect(
      Array(card.prefix(11)) == [
        "MORE FROM ITALY ON LIBYAN WMD DEVELOPMENT, POST UN SANCTIONS",
        "From   Embassy Rome",
        "Date   2003-10-14 (inferred)",
        "Class  SECRET SIPDIS · reasons 1.5 (B) AND (D) · declassify",
        "       2013-10-14",
        "By     ECONOMIC MINISTER-COUNSELOR SCOTT KILNER",
        "Tags   KNNP Nuclear Non-Proliferation · PARM Arms Controls and",
        "       Disarmament · MNUC Military Nuclear Applications · ETTC",
        "       Trade and Technology Controls · IT Italy · LY Libya",
        "Refs   A 03STATE282619~  not in archive · cited by 2",
        "       B 03ROME4580~  ITALY: LIBYAN ILLEGAL IMMIGRATION A MORE…",
      ])
  }

  @Test func `says who cites a cable, and as what`() throws {
    let browser = try browse("3j", columns: 120)
    #expect(browser.row(with: "Cited  by 03ROME4715 as B  MORE FROM ITALY ON LIBYAN WMD") != nil)
  }

  @Test func `a date that was sent with the cable is not marked inferred`() throws {
    let browser = try browse(columns: 120)
    #expect(browser.row(with: "Date   2007-09-10 14:26Z")?.contains("inferred") == false)
  }

  @Test func `re-wraps paragraphs to the pane`() throws {
    for columns in [50, 80, 133, 200] {
      let browser = try browse("jj", columns: columns, rows: 120)
      #expect(browser.screen.text.contains("¶1 (S) ECMIN DELIVERED REF A"))
      let text = browser.rows.map { row in
        String((columns >= 80 ? row.drop { $0 != "│" }.dropFirst(2) : row[...])).trimmingSuffix()
      }.joined(separator: " ")
      #expect(text.contains("DIRECTOR GENERAL FOR ECONOMIC AND FINANCIAL COOPERATION"))
    }
  }

  @Test func `the paragraph that a page break cut is shown as one`() throws {
    let browser = try browse("l", columns: 200, rows: 60)
    let text = browser.rows.map { String($0.drop { $0 != "│" }.dropFirst(2)).trimmingSuffix() }
      .joined(separator: " ")
    #expect(text.contains("excessive emphasis on the requirement that Iran"))
  }

  @Test func `shows the original exactly, and comes back to the same place`() throws {
    let browser = try browse("jjl", columns: 200, rows: 30)
    try browser.type("r")
    #expect(browser.title.contains("· original"))
    #expect(
      browser.screen.text.contains("SUBJECT: MORE FROM ITALY ON LIBYAN WMD DEVELOPMENT, POST UN"))
    #expect(browser.screen.text.contains("         ¶B. ROME 4580"))
    try browser.type("r")
    #expect(!browser.title.contains("original"))
    #expect(browser.screen.text.contains("Refs   A 03STATE282619"))
  }

  @Test func `the original stands at the counterpart of what was read`() throws {
    let browser = try browse("jjl", columns: 80, rows: 12)
    try browser.type("G")
    let before = browser.screen.text
    #expect(before.contains("SEMBLER"))
    try browser.type("r")
    #expect(browser.screen.text.contains("COOPERATION"))
    #expect(!browser.screen.text.contains("SUBJECT: MORE FROM"))
    try browser.type("r")
    #expect(browser.screen.text.contains("SEMBLER"))
  }

  @Test func `pages through a cable to its end and back`() throws {
    let browser = try browse("l")
    #expect(!browser.title.contains("100%"))
    try browser.type("G")
    #expect(browser.title.contains("100%"))
    #expect(browser.screen.text.contains("SPOGLI"))
    try browser.type("gg")
    #expect(browser.screen.text.contains("From   Embassy Rome"))
  }

  @Test func `shows what the parser could not take at its word`() throws {
    let browser = try browse("jw")
    #expect(browser.screen.text.contains("Warnings on 04ROME3933"))
    try browser.type("<Esc>")
    #expect(!browser.screen.text.contains("Warnings on"))
    #expect(try browse("w").status.contains("No warnings"))
  }

  @Test func `control characters of a cable never reach the screen`() throws {
    let folder = try TemporaryFolder()
    let filler = String(repeating: " plain words", count: 40)
    let hostile =
      "UNCLAS ROME 000123\n\nTAGS: PREL\nSUBJECT: A\u{1B}[2JB\u{202E}C\u{7}D\n\n1. (U) X\u{9B}31mY\u{0}Z\u{FEFF}.\(filler)\n"
    try folder.write(Array(hostile.utf8), to: "a.txt")
    for keys in ["", "r", "l", "/x<Enter>"] {
      let text = try browse(keys, paths: [folder.path]).screen.text
      for scalar in text.unicodeScalars where scalar != "\n" {
        #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
        #expect(!(0x202A...0x202E).contains(scalar.value) && scalar.value != 0xFEFF)
      }
    }
  }

  @Test func `a line of a hundred thousand characters is shown and left again`() throws {
    let folder = try TemporaryFolder()
    let line = String(repeating: "x", count: 100_000)
    try folder.write(
      Array("UNCLAS ROME 000123\n\nTAGS: PREL\nSUBJECT: LONG\n\n1. (U) \(line)\n".utf8), to: "a.txt"
    )
    let browser = try browse("lG", paths: [folder.path])
    #expect(browser.screen.text.contains("xxxxxxxx"))
    try browser.type("gg")
    #expect(browser.screen.text.contains("SUBJECT") == false)
    #expect(browser.screen.text.contains("LONG"))
  }
}
