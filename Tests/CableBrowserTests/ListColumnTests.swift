import CableArchive
import TerminalUI
import TestSupport
import Testing

@testable import CableBrowser

@Suite struct ListColumnTests {
  @Test func `columns stand in the order chosen, the subject takes the rest`() throws {
    let browser = try browse(":set columns id cited class subject post<Enter>", columns: 160)
    let rows = browser.listRows
    #expect(rows[0].hasPrefix(">07ROME1919      C ITALY: IAEA/IRAN PLAN OF ACTION"))
    #expect(rows[3].hasPrefix(" 03ROME4580 ←1   C ITALY: LIBYAN"))
    #expect(rows.allSatisfy { $0.hasSuffix(" ROME") })
  }

  @Test func `TAGS are looked up for the rows shown, and again for another result`() throws {
    let browser = try browse(":set columns tags subject<Enter>", columns: 160)
    #expect(browser.listRows[0].hasPrefix(">IR IT KNNP MNUC…"))
    try browser.type("/libya<Enter>")
    #expect(browser.listRows.allSatisfy { $0.contains("PARM") })
    try browser.type("<Esc>")
    #expect(browser.listRows.count == 5)
    #expect(browser.listRows[1].contains("PREL"))
  }

  @Test(
    arguments: [
      "id", "subject", "tags", "cited", "date", "class", "post",
      "date class id post subject tags cited",
    ], [40, 60, 80, 200])
  func `any choice fits any width`(columns: String, width: Int) throws {
    let browser = try browse(":set columns \(columns)<Enter>", columns: width)
    for row in browser.rows { #expect(TextWidth.columns(of: row) <= width) }
    #expect(browser.rows.contains { $0.hasPrefix(">") })
    try browser.type("G")
    #expect(browser.rows.contains { $0.hasPrefix(">") })
  }

  @Test func `what matters least makes way for the subject`() {
    var list = ListState()
    list.idColumns = 10
    let all: [ListColumn] = [.date, .classification, .id, .post, .subject, .tags, .cited]
    func shown(_ columns: Int) -> [ListColumn] {
      ListColumns(all, list: list, columns: columns).places.map(\.column)
    }
    #expect(shown(100) == all)
    #expect(shown(50) == [.date, .classification, .id, .post, .subject, .cited])
    #expect(shown(40) == [.date, .classification, .id, .subject, .cited])
    #expect(shown(34) == [.date, .classification, .id, .subject])
    for width in 16..<200 {
      let places = ListColumns(all, list: list, columns: width).places
      for (place, next) in zip(places, places.dropFirst()) {
        #expect(place.start + place.columns <= next.start)
      }
      #expect((places.last.map { $0.start + $0.columns } ?? 0) <= width)
    }
  }

  @Test func `hits are marked where the subject stands`() throws {
    let browser = try browse(":set columns subject id<Enter>/libya", columns: 160)
    let screen = browser.screen
    let row = try #require((2..<24).first { screen.row($0).contains(" ITALY: LIBYAN ILLEGAL") })
    let text = Array(screen.row(row))
    let column = try #require(
      text.indices.first { String(text[$0...].prefix(6)) == "LIBYAN" })
    #expect(screen.style(at: Point(column: column, row: row)).attributes.contains(.reverse))
    #expect(!screen.style(at: Point(column: column - 2, row: row)).attributes.contains(.reverse))
  }
}
