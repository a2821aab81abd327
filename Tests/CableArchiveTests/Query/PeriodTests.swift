import Testing

@testable import CableArchive

struct PeriodTests {
  @Test(arguments: [
    "", "-", "20", "203", "20035", "2003-", "2003-0", "2003-13", "2003-02-29", "2003-10-14-1",
    "2003-1x",
    "0000", "9999", "2003-+1", "٢٠٠٣", "2003-10-00",
  ])
  func `takes no other text for a date`(text: String) {
    #expect(Period(reading: text) == nil)
  }

  @Test func `covers a period with years, months and days`() throws {
    let period = Period(start: Period.Day(2003, 11, 29), end: Period.Day(2006, 2, 2))
    #expect(
      period.tokens(within: 1960...2010) == [
        "xd20031129", "xd20031130", "xm200312", "xy2004", "xy2005", "xm200601", "xd20060201",
      ])
  }

  @Test func `an open period ends with the years there are`() {
    #expect(
      Period(start: Period.Day(2004, 1, 1), end: nil).tokens(within: 2001...2005)
        == ["xy2004", "xy2005"])
    #expect(Period(start: nil, end: Period.Day(2001, 1, 1)).tokens(within: 2001...2005) == [])
  }
}
